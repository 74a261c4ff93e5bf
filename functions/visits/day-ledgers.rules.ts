import { idOfPath } from '../platform/contract/node-path.ts';
import type { Officer } from '../platform/contract/officer.ts';
import type { Decision } from '../platform/ledger/change.ts';
import {
  addDays,
  addMinutes,
  endOfDay,
  type Instant,
  type LocalDate,
  localDateOf,
} from '../platform/runtime/time.ts';
import type { DayCounts, DayLedger, HandedIn, Missing } from './day-ledgers.states.ts';
import { ledgerLimits } from './day-ledgers.words.ts';
import type { VisitRefusal } from './visits.problems.ts';
import type { Visit } from './visits.states.ts';
import type { VisitOutcome } from './visits.words.ts';

type LedgerDecision<S extends DayLedger> = Decision<S, VisitRefusal>;

/** 12:00 noon, local time, of the day after: strictly before it a day is handed in in time. */
export const noonAfter = (day: LocalDate): Instant => addMinutes(endOfDay(day), ledgerLimits.noonMinutes);

/** The village by the last part of its path, so that an id tells its day to whoever reads it. */
export const dayLedgerId = (village: string, day: LocalDate): string => `${idOfPath(village)}.${day}`;

export const noCounts: DayCounts = {
  ...{ visits: 0, met: 0, notHome: 0, refused: 0, vacant: 0, moved: 0, appointment: 0 },
  ...{ offPeak: 0, issues: 0, materials: 0 },
};

/** What a visit is counted as, besides as a visit. */
const figureOf = {
  met: 'met',
  'not-home': 'notHome',
  refused: 'refused',
  vacant: 'vacant',
  moved: 'moved',
  appointment: 'appointment',
} as const satisfies Readonly<Record<VisitOutcome, keyof DayCounts>>;

type Counted = Pick<Visit, 'outcome' | 'offPeak' | 'settled'> & {
  readonly issues: readonly unknown[];
  readonly materials: number;
};

/** One visit's share of its day. A void one counts for nothing, though the issues raised at it are there. */
export const sharesOf = ({ outcome, offPeak, settled, issues, materials }: Counted): DayCounts =>
  settled?.decision === 'void'
    ? { ...noCounts, issues: issues.length }
    : {
        ...noCounts,
        visits: 1,
        [figureOf[outcome]]: 1,
        offPeak: offPeak ? 1 : 0,
        issues: issues.length,
        materials,
      };

export const addCounts = (a: DayCounts, b: DayCounts): DayCounts => ({
  visits: a.visits + b.visits,
  met: a.met + b.met,
  notHome: a.notHome + b.notHome,
  refused: a.refused + b.refused,
  vacant: a.vacant + b.vacant,
  moved: a.moved + b.moved,
  appointment: a.appointment + b.appointment,
  offPeak: a.offPeak + b.offPeak,
  issues: a.issues + b.issues,
  materials: a.materials + b.materials,
});

export const countsOf = (visits: readonly Counted[]): DayCounts =>
  visits.map(sharesOf).reduce(addCounts, noCounts);

interface HandingIn {
  readonly village: string;
  readonly day: LocalDate;
  readonly by: Officer;
  readonly now: Instant;
  readonly nothingToReport: boolean;
  readonly note: string | undefined;
  /** What the lead answers for: the visits of the day that are known now. */
  readonly visits: readonly (Counted & { readonly visit: string })[];
}

/** From the day itself on; the visits known at that moment are what was handed in, whatever comes later. */
export const handIn = (
  before: DayLedger | undefined,
  { village, day, by, now, nothingToReport, note, visits }: HandingIn,
): LedgerDecision<HandedIn> => {
  if (before?.state === 'handed-in') return { refusal: 'ledger.handed_in_already' };
  if (day > localDateOf(now)) return { refusal: 'ledger.in_future' };
  if (nothingToReport && visits.length > 0) return { refusal: 'ledger.has_visits' };
  if (!nothingToReport && visits.length === 0) return { refusal: 'ledger.nothing_not_said' };
  const late = now >= noonAfter(day);
  const counts = countsOf(visits);
  return {
    next: {
      state: 'handed-in',
      ...{ village, day, by, at: now, late, nothingToReport, note, counts },
      visits: visits.map(({ visit }) => visit),
      amendments: [],
    },
    events: [{ type: 'handed-in', data: { late, nothingToReport, visits: counts.visits } }],
  };
};

/** What was handed in stays as it is; a correction stands beside it, with its reason. */
export const amend = (
  ledger: DayLedger,
  amendment: { readonly reason: string; readonly text: string; readonly by: Officer; readonly at: Instant },
): LedgerDecision<HandedIn> => {
  if (ledger.state !== 'handed-in') return { refusal: 'ledger.not_handed_in' };
  if (ledger.amendments.length >= ledgerLimits.amendments) return { refusal: 'ledger.amendments_full' };
  const { reason, text } = amendment;
  return {
    next: { ...ledger, amendments: [...ledger.amendments, amendment] },
    events: [{ type: 'amended', data: { reason, text } }],
  };
};

/** A day nobody handed in by noon of the next. It has been missing since then, whenever this is noticed. */
export const goMissing = (
  village: string,
  day: LocalDate,
): Extract<LedgerDecision<Missing>, { next: Missing }> => {
  const since = noonAfter(day);
  return {
    next: { state: 'missing', village, day, since },
    events: [{ type: 'missing', data: { since } }],
  };
};

/** How a day stands at `now`; where it is expected, it is missing as soon as noon has passed. */
export const standing = (
  ledger: DayLedger | undefined,
  day: LocalDate,
  isExpected: boolean,
  now: Instant,
): { readonly state: 'open' | 'missing' | 'handed-in'; readonly late: boolean } => {
  if (ledger?.state === 'handed-in') return { state: 'handed-in', late: ledger.late };
  const isMissing = ledger !== undefined || (isExpected && now >= noonAfter(day));
  return { state: isMissing ? 'missing' : 'open', late: isMissing };
};

/** The part of a campaign during which a village's day is expected. */
export interface Expecting {
  /** Path of the organisation it runs in. */
  readonly scope: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly includeRestDays: boolean;
}

/** Which villages owe a day: those always in, and those that owe it only when somebody visited after all. */
export interface Expected {
  readonly always: readonly string[];
  readonly ifVisited: readonly string[];
}

/** A village owes each day its campaign visits on, and a day of rest only when there were visits. */
export const expectedOn = (
  day: LocalDate,
  campaigns: readonly Expecting[],
  isWorking: (day: LocalDate) => boolean,
): Expected => {
  const running = campaigns.filter(({ from, to }) => from <= day && day <= to);
  const isVisited = ({ includeRestDays }: Expecting): boolean => includeRestDays || isWorking(day);
  return {
    always: running.filter(isVisited).map(({ scope }) => scope),
    ifVisited: running.filter((campaign) => !isVisited(campaign)).map(({ scope }) => scope),
  };
};

/** Every day whose noon has passed, as far back as the check looks, so that a run that was missed is made up for. */
export const daysToCheck = (now: Instant): LocalDate[] => {
  const today = localDateOf(now);
  return Array.from({ length: ledgerLimits.lookBackDays }, (_, index) =>
    addDays(today, index - ledgerLimits.lookBackDays),
  ).filter((day) => noonAfter(day) <= now);
};
