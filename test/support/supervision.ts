import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { stepOf } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { addMinutes, localDateOf } from '../../functions/platform/runtime/time.ts';
import { drawList } from '../../functions/supervision/supervision.rules.ts';
import type { SupervisionList } from '../../functions/supervision/supervision.states.ts';
import { supervisionType } from '../../functions/supervision/supervision.store.ts';
import { places } from './district.ts';

const minutesOfDay = 24 * 60;

/** A list of so many days ago with one overdue issue on it, working day or not; its day. */
export const listOf = async (core: Core, issue: string, daysAgo: number): Promise<string> => {
  const now = addMinutes(core.clock.now(), -daysAgo * minutesOfDay);
  const date = localDateOf(now);
  const overdue = [{ issue, place: places.village }];
  const sources = { overdue, unowned: [], returned: [], dissatisfied: [], random: [] };
  const calendar = await createCalendars(core).current(now);
  const { next, events } = drawList(
    { node: places.district, sources, seed: 's', before: undefined },
    calendar,
    now,
  );
  const step = stepOf<SupervisionList>(
    { key: `list ${date}`, request: '', actor: { kind: 'schedule', name: 'supervision-list' }, now },
    { type: supervisionType, id: date, before: undefined, next, events },
  );
  await core.ledger.commit([step]);
  return date;
};
