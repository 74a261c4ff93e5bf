import { readCases } from '../platform/ledger/ledger.ts';
import { readWholeList } from '../platform/ledger/lists.ts';
import type { Core } from '../platform/runtime/core.ts';
import { endOfDay, type Instant, type LocalDate, startOfDay } from '../platform/runtime/time.ts';
import { venueSessionsList, whatsOnList } from './programme.lists.ts';
import type { ListedSession } from './programme.states.ts';
import { listedSessionType } from './programme.store.ts';
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

interface Uncounted {
  readonly node: string;
  /** Sessions that began since then. */
  readonly from: Instant;
  readonly endedBefore: Instant;
  /** Sessions to be looked at in any case, whenever they began. */
  readonly known: readonly string[];
}

/**
 * Sessions of a place that people had to enrol for, that are over, and of which nobody recorded who came. The list's
 * answer may be some seconds old.
 */
export const uncountedSessions = async (
  store: Core['store'],
  { node, from, endedBefore, known }: Uncounted,
): Promise<readonly { readonly id: string; readonly state: ListedSession }[]> => {
  const listed = await readWholeList(store, sessionRowSchema, {
    list: whatsOnList(node),
    within: { from, before: endedBefore },
  });
  const inList = new Set(listed.map(({ session }) => session));
  const older = known.filter((id) => !inList.has(id));
  const sessions = [
    ...listed.map(({ session, version: _, ...state }) => ({ id: session, state })),
    ...(await readCases(store, listedSessionType, older)),
  ];
  return sessions.filter(
    ({ state }) => state.state === 'planned' && state.offer !== undefined && state.to < endedBefore,
  );
};
