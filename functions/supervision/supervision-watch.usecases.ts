import { randomBytes } from 'node:crypto';
import type { OrganisationNodes } from '../access/organisations.usecases.ts';
import { isWorkingDay, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Calendars } from '../calendar/calendar.usecases.ts';
import { issuesToSupervise } from '../issues/issues-supervision.usecases.ts';
import { dueBy } from '../platform/ledger/due.ts';
import { stepOf } from '../platform/ledger/steps.ts';
import { changeByRule, scheduleCommand, sweep } from '../platform/ledger/sweep.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import { addDays, endOfDay, type Instant, localDateOf } from '../platform/runtime/time.ts';
import { type SupervisionRefusal, supervisionProblem } from './supervision.problems.ts';
import { careFor, drawList } from './supervision.rules.ts';
import type { SupervisionList } from './supervision.states.ts';
import { supervisionPage, supervisionType } from './supervision.store.ts';

export interface SupervisionWatchDependencies extends Pick<Core, 'store' | 'ledger' | 'log'> {
  readonly calendars: Pick<Calendars, 'current'>;
  readonly nodes: Pick<OrganisationNodes, 'tree'>;
}

/** Longer than a working day can be away, with every holiday in between. */
const ahead = 30;

/** Whether this run drew it: not on a day off, when it is there, or when a run beside this one was first. */
const drawToday = async (
  deps: SupervisionWatchDependencies,
  calendar: WorkingCalendar,
  now: Instant,
): Promise<number | undefined> => {
  const date = localDateOf(now);
  if (!isWorkingDay(calendar, date).working) return undefined;
  if (await deps.ledger.read(supervisionType, date)) return undefined;
  const district = (await deps.nodes.tree(now)).nodes.find(({ kind }) => kind === 'district');
  if (!district) return undefined;
  const [sources, latest] = await Promise.all([
    issuesToSupervise(deps, district.path),
    supervisionPage(deps.store, undefined, 1),
  ]);
  const seed = randomBytes(16).toString('base64url');
  const drawing = { node: district.path, sources, seed, before: latest.rows[0]?.date };
  const { next, events } = drawList(drawing, calendar, now);
  const step = stepOf<SupervisionList>(scheduleCommand('supervision-list', `${date} ${seed}`, now), {
    ...{ type: supervisionType, id: date, before: undefined, next, events },
  });
  const { outcome } = await deps.ledger.commit([step]);
  return outcome === 'committed' ? next.items.length : undefined;
};

/** By when, by the calendar as it is now, and the lists whose time is over. */
const careForLists = async (
  deps: SupervisionWatchDependencies,
  calendar: WorkingCalendar,
  now: Instant,
): Promise<Run> => {
  const due = await dueBy(deps.store, supervisionType, endOfDay(addDays(localDateOf(now), ahead)));
  return sweep(
    deps,
    due.map(({ id }) => id),
    (id) =>
      changeByRule<SupervisionList, SupervisionRefusal>(deps, {
        ...{ type: supervisionType, id, command: scheduleCommand('supervision-list', id, now) },
        missing: () => supervisionProblem('supervision.not_found'),
        refuse: (refusal) => supervisionProblem(refusal),
        decide: (list) => careFor(list, calendar, now),
      }),
  );
};

/**
 * First what of earlier lists was not looked at in time, then today's list: after an outage only today's, which says
 * on which working days there was none. Run twice or twice at once, one list is there.
 */
export const superviseDay = async (deps: SupervisionWatchDependencies, now: Instant): Promise<Run> => {
  const calendar = await deps.calendars.current(now);
  const marked = await careForLists(deps, calendar, now);
  const drawn = await drawToday(deps, calendar, now);
  return { ...marked, examined: marked.examined + (drawn ?? 0) };
};
