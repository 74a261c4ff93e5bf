import { readWholeList } from '../platform/ledger/lists.ts';
import type { Core } from '../platform/runtime/core.ts';
import { endOfDay, type LocalDate, startOfDay } from '../platform/runtime/time.ts';
import { venueSessionsList } from './programme.lists.ts';
import { type SessionRow, sessionRowSchema } from './programme.views.ts';

/** What begins at a venue on a day, by when; cancelled dates too. */
export const sessionsAt = (
  { store }: Pick<Core, 'store'>,
  venue: string,
  day: LocalDate,
): Promise<SessionRow[]> =>
  readWholeList(store, sessionRowSchema, {
    list: venueSessionsList(venue),
    within: { from: startOfDay(day), before: endOfDay(day) },
  });
