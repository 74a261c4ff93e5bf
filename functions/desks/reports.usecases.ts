import { mondayOf, weekOf } from '../calendar/iso-weeks.rules.ts';
import { checkNames } from '../findings/findings.words.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import { type Command, type Stored, stepOf } from '../platform/ledger/steps.ts';
import { sweep } from '../platform/ledger/sweep.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import { addDays, type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import { type TargetsDependencies, targetProgress } from '../targets/targets.usecases.ts';
import { deskProblem } from './desks.problems.ts';
import { type DeskDependencies, readDesk } from './desks.usecases.ts';
import { deskParts } from './desks.words.ts';
import type { Report } from './reports.states.ts';
import { reportId, reportType } from './reports.store.ts';
import type { ReportView } from './reports.views.ts';

const daysOfWeek = 7;

const mondayBefore = (now: Instant): LocalDate => {
  const monday = mondayOf(weekOf(addDays(localDateOf(now), -daysOfWeek)));
  if (!monday) throw new RangeError(`no week before ${now}`);
  return monday;
};

export interface DrawingDependencies
  extends DeskDependencies,
    Pick<TargetsDependencies, 'ledger' | 'log' | 'done'> {}

/**
 * Draws the report of the week that is over for the district, its towns and its departments, each once: drawn again
 * it stays what it was. Four reads, what its targets take, and a transaction each. A week whose reports nobody drew before the next was over
 * has none, because its figures are gone: the missed run says so.
 */
export const drawReports = async (deps: DrawingDependencies, now: Instant): Promise<Run> => {
  const from = mondayBefore(now);
  const week = weekOf(from);
  const places = (await deps.nodes.tree(now)).nodes.filter(
    ({ kind, active }) => active && kind !== 'village',
  );
  const there = await readCases(
    deps.store,
    reportType,
    places.map(({ path }) => reportId(week, path)),
  );
  const drawn = new Set(there.map(({ id }) => id));
  const command: Command = {
    ...{ key: `weekly-report ${week}`, request: '', now },
    actor: { kind: 'schedule', name: 'weekly-report' },
  };
  const missing = places.filter(({ path }) => !drawn.has(reportId(week, path)));
  const run = await sweep(
    deps,
    missing.map(({ path }) => path),
    async (node) => {
      const [figures, targets] = await Promise.all([
        readDesk(deps, { node, parts: deskParts, checks: checkNames }, now),
        targetProgress(deps, { node, year: Number(localDateOf(now).slice(0, 4)) }, now),
      ]);
      const to = addDays(from, daysOfWeek - 1);
      const next: Report = { node, week, from, to, drawnAt: now, figures, targets };
      const step = stepOf<Report>(command, {
        ...{ type: reportType, id: reportId(week, node), before: undefined, next },
        events: [{ type: 'drawn', data: { week } }],
      });
      return (await deps.ledger.commit([step])).outcome === 'committed';
    },
  );
  return {
    ...run,
    examined: places.length,
    skipped: { ...run.skipped, 'counted-before': places.length - missing.length },
  };
};

/** A report and the one of the week before. One read. @throws Problem `report.not_found`, also outside the caller's area. */
export const readReport = async (
  { store }: Pick<Core, 'store'>,
  id: string,
  caller: Principal,
): Promise<ReportView> => {
  const [week = '', ...place] = id.split('.');
  const monday = mondayOf(week);
  if (!monday) throw deskProblem('report.not_found');
  const idBefore = [weekOf(addDays(monday, -daysOfWeek)), ...place].join('.');
  const found = await readCases(store, reportType, [id, idBefore]);
  const named = (wanted: string): Stored<Report> | undefined => found.find((each) => each.id === wanted);
  const state = named(id)?.state;
  if (!state || !isWithin(state.node, caller.scope)) throw deskProblem('report.not_found');
  const before = named(idBefore)?.state;
  return { report: id, ...state, ...(before ? { before } : {}) };
};
