import type { Tree } from '../access/access.views.ts';
import { isWorkingDay, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Instant, LocalDate } from '../platform/runtime/time.ts';
import {
  amend,
  countsOf,
  dayLedgerId,
  type Expected,
  type Expecting,
  expectedOn,
  handIn,
  noonAfter,
  standing,
} from './day-ledgers.rules.ts';
import type { DayCounts, DayLedger } from './day-ledgers.states.ts';
import { dayLedgerType } from './day-ledgers.store.ts';
import type { DayLedgerView } from './day-ledgers.views.ts';
import { type VisitRefusal, visitProblem } from './visits.problems.ts';
import type { VisitRow } from './visits.views.ts';
import { dayRows } from './visits-lists.store.ts';

export interface DayLedgerDependencies extends Core {
  readonly calendars: { readonly current: (now: Instant) => Promise<WorkingCalendar> };
  readonly nodes: { readonly tree: (now: Instant) => Promise<Tree> };
  /** Campaigns that were started, ended ones too, as far back as a day can be missing. */
  readonly campaigns: { readonly started: (now: Instant) => Promise<readonly Expecting[]> };
}

interface Day {
  /** The village's own code. */
  readonly village: string;
  readonly day: LocalDate;
}

const refuse = (refusal: VisitRefusal) => visitProblem(refusal);

/** @throws Problem unless the district has this village, closed or not, in the caller's area. */
const villageOf = async (
  { nodes }: Pick<DayLedgerDependencies, 'nodes'>,
  code: string,
  caller: Principal,
  now: Instant,
): Promise<string> => {
  const node = (await nodes.tree(now)).nodes.find(({ id, kind }) => id === code && kind === 'village');
  if (!node) throw visitProblem('ledger.not_found');
  admitNode(node.path, caller);
  return node.path;
};

/** Whether this village owes this day. */
export const isExpected = (village: string, { always, ifVisited }: Expected, visits: number): boolean =>
  always.some((scope) => isWithin(village, scope)) ||
  (visits > 0 && ifVisited.some((scope) => isWithin(village, scope)));

/** Which villages owe a day, by the campaigns and the calendar as they are. */
export const expectedDay = async (
  { calendars, campaigns }: Pick<DayLedgerDependencies, 'calendars' | 'campaigns'>,
  day: LocalDate,
  now: Instant,
): Promise<Expected> => {
  const [calendar, started] = await Promise.all([calendars.current(now), campaigns.started(now)]);
  return expectedOn(day, started, (date) => isWorkingDay(calendar, date).working);
};

interface Shown {
  readonly village: string;
  readonly day: LocalDate;
  readonly stored: Stored<DayLedger> | undefined;
  readonly rows: readonly VisitRow[];
  readonly counts: DayCounts;
}

const viewOf = (
  { village, day, stored, rows, counts }: Shown,
  expected: boolean,
  caller: Principal,
  now: Instant,
): DayLedgerView => {
  const ledger = stored?.state;
  const handedIn = ledger?.state === 'handed-in' ? ledger : undefined;
  const isLead = caller.roles.includes('lead');
  return {
    ledger: dayLedgerId(village, day),
    version: stored?.version ?? 0,
    ...{ village, day, dueAt: noonAfter(day), expected, counts, visits: [...rows], handedIn },
    ...standing(ledger, day, expected, now),
    cameLater: handedIn
      ? rows.filter(({ visit }) => !handedIn.visits.includes(visit)).map(({ visit }) => visit)
      : [],
    mayHandIn: isLead && !handedIn,
    mayAmend: isLead && handedIn !== undefined,
    asOf: now,
  };
};

interface Asked {
  readonly caller: Principal;
  readonly now: Instant;
}

const shownWith = async (
  deps: DayLedgerDependencies,
  shown: Omit<Shown, 'counts'>,
  { caller, now }: Asked,
): Promise<DayLedgerView> => {
  const counts = countsOf(shown.rows);
  const expected = isExpected(shown.village, await expectedDay(deps, shown.day, now), counts.visits);
  return viewOf({ ...shown, counts }, expected, caller, now);
};

/** A village's day with its visits. One read and one query. */
export const readDay = async (
  deps: DayLedgerDependencies,
  { village: code, day }: Day,
  asked: Asked,
): Promise<DayLedgerView> => {
  const village = await villageOf(deps, code, asked.caller, asked.now);
  const [stored, rows] = await Promise.all([
    deps.ledger.read(dayLedgerType, dayLedgerId(village, day)),
    dayRows(deps.store, village, day),
  ]);
  return shownWith(deps, { village, day, stored, rows }, asked);
};

interface HandIn extends StaffCommand {
  readonly params: Day;
  readonly body: { readonly nothingToReport: boolean; readonly note?: string | undefined };
}

/**
 * Hands a village's day in, once: of two at the same time one does, and the other is told that it is done. A day
 * the check found missing is handed in late. One query and one transaction.
 */
export const handInDay = async (deps: DayLedgerDependencies, request: HandIn): Promise<DayLedgerView> => {
  const { caller, now, params, body } = request;
  const { day } = params;
  const village = await villageOf(deps, params.village, caller, now);
  const id = dayLedgerId(village, day);
  const rows = await dayRows(deps.store, village, day);
  const handingIn = { village, day, by: officerOf(caller), now, visits: rows, ...body, note: body.note };
  const command = commandOf(request);
  const common = { ledger: deps.ledger, type: dayLedgerType, command, refuse };
  const change = (): Promise<Stored<DayLedger>> =>
    changeCase<DayLedger, VisitRefusal>({
      ...common,
      ...{ id, ifMatch: undefined, admit: () => undefined, view: () => undefined },
      missing: () => visitProblem('ledger.not_found'),
      decide: ({ state }) => handIn(state, handingIn),
    });
  const decision = handIn(undefined, handingIn);
  const create = async (): Promise<Stored<DayLedger>> => {
    if ('refusal' in decision) throw visitProblem(decision.refusal);
    const taken = visitProblem('ledger.handed_in_already');
    try {
      return await createCase<DayLedger, VisitRefusal>({
        ...{ ...common, idFor: () => id, occupied: () => taken, make: async () => decision },
      });
    } catch (error) {
      // Handed in by somebody else, or found missing: what is there decides.
      if (error === taken) return change();
      throw error;
    }
  };
  // A repeat may be refused by what has come in since; whether it is one stands with the day.
  const isThere = 'refusal' in decision && (await deps.ledger.read(dayLedgerType, id)) !== undefined;
  const stored = isThere ? await change() : await create();
  return shownWith(deps, { village, day, stored, rows }, request);
};

interface Amending extends StaffCommand {
  readonly params: Day;
  readonly body: { readonly reason: string; readonly text: string };
}

/** Puts a correction beside a day that was handed in. */
export const amendDay = async (deps: DayLedgerDependencies, request: Amending): Promise<DayLedgerView> => {
  const { caller, now, params, body } = request;
  const village = await villageOf(deps, params.village, caller, now);
  const rows = await dayRows(deps.store, village, params.day);
  const shown = { village, day: params.day, rows };
  const stored = await changeCase<DayLedger, VisitRefusal>({
    ledger: deps.ledger,
    type: dayLedgerType,
    command: commandOf(request),
    refuse,
    id: dayLedgerId(village, params.day),
    ifMatch: request.ifMatch,
    missing: () => visitProblem('ledger.not_handed_in'),
    admit: () => undefined,
    view: (current) => viewOf({ ...shown, stored: current, counts: countsOf(rows) }, true, caller, now),
    decide: ({ state }) => amend(state, { ...body, by: officerOf(caller), at: now }),
  });
  return shownWith(deps, { ...shown, stored }, request);
};
