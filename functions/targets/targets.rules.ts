import type { Officer } from '../platform/contract/officer.ts';
import type { Accepted, Decision } from '../platform/ledger/change.ts';
import {
  endOfDay,
  type Instant,
  type LocalDate,
  minutesBetween,
  parseLocalDate,
  startOfDay,
} from '../platform/runtime/time.ts';
import type { NewTarget } from './targets.fields.ts';
import type { Target } from './targets.states.ts';
import type { BudgetProgress, TargetProgress } from './targets.views.ts';
import { measureOf, type TargetStand, targetLimits } from './targets.words.ts';

const minutesPerDay = 24 * 60;

/** Days of a year, and how many of them are over by the end of a day. */
const daysOf = (year: number, today: LocalDate): { readonly days: number; readonly passed: number } => {
  const first = startOfDay(parseLocalDate(`${year}-01-01`));
  const last = endOfDay(parseLocalDate(`${year}-12-31`));
  const days = minutesBetween(first, last) / minutesPerDay;
  const passed = minutesBetween(first, endOfDay(today)) / minutesPerDay;
  return { days, passed: Math.min(Math.max(passed, 0), days) };
};

/** What there would be by the end of a day, rounded down, if a year's figure came evenly from its first to its last day. */
export const proportionalLine = (figure: number, year: number, today: LocalDate): number => {
  const { days, passed } = daysOf(year, today);
  return Math.floor((figure * passed) / days);
};

/**
 * The pace so far, carried to the year's end and rounded down: done × days of the year ÷ days that are over. Once the
 * year is over it is what was done. Undefined in the first {@link targetLimits.forecastFromDays} days, when one busy
 * week would promise a whole year.
 */
export const paceForecast = (done: number, year: number, today: LocalDate): number | undefined => {
  const { days, passed } = daysOf(year, today);
  return passed < targetLimits.forecastFromDays ? undefined : Math.floor((done * days) / passed);
};

/** What was counted: of a share also what it is a part of. */
export interface Reached {
  readonly n: number;
  readonly of?: number;
}

type Aim = Pick<Target, 'figure' | 'year' | 'unit'>;
type Standing = Pick<TargetProgress, 'done' | 'rate' | 'line' | 'forecast' | 'gap' | 'stands'>;

/** A tenth of a percent is what is said of a share; a full one is only said when it is. */
const percentOf = (n: number, of: number): number => Math.floor((n * 1000) / of) / 10;

const shareStands = ({ figure, year }: Aim, { n, of = 0 }: Reached, today: LocalDate): Standing => {
  if (of === 0) return { line: figure, rate: { n, of }, stands: 'unknown' };
  const done = percentOf(n, of);
  const known = {
    done,
    rate: { n, of },
    line: figure,
    gap: Math.max(Math.round((figure - done) * 10) / 10, 0),
  };
  // On the counts: what is rounded down could never be the whole.
  if (n * 100 < figure * of) return { ...known, stands: 'behind' };
  const { days, passed } = daysOf(year, today);
  return { ...known, stands: passed === days && today.slice(0, 4) !== String(year) ? 'reached' : 'on-track' };
};

/**
 * How a target stands: behind only when less is done than evenly there would be. A share is held against its figure all
 * year; it is reached when the year is over.
 */
export const progressOf = (aim: Aim, reached: Reached | undefined, today: LocalDate): Standing => {
  const { figure, year, unit } = aim;
  const measure = measureOf(unit);
  if (measure === 'rate') return shareStands(aim, reached ?? { n: 0 }, today);
  const line = proportionalLine(figure, year, today);
  if (!reached) return { line, stands: 'unknown' };
  const done = reached.n;
  const stands = (): TargetStand => {
    if (done >= figure) return 'reached';
    return done >= line ? 'on-track' : 'behind';
  };
  const forecast = measure === 'sum' ? paceForecast(done, year, today) : undefined;
  return {
    ...{ done, line, gap: Math.max(figure - done, 0), stands: stands() },
    ...(forecast === undefined ? {} : { forecast }),
  };
};

/** Money that is promised or spent, against all there is. More than all of it can't be promised. */
export const budgetStandsOf = ({
  total,
  reserved,
  spent,
}: Pick<BudgetProgress, 'total' | 'reserved' | 'spent'>): BudgetProgress['stands'] => {
  const taken = reserved + spent;
  if (total > 0 && taken >= total) return 'used-up';
  return taken * 100 > total * targetLimits.budgetPercent ? 'nearly' : 'within';
};

interface Act {
  readonly by: Officer;
  readonly now: Instant;
}

export const setTarget = (fields: NewTarget, { by, now }: Act): Accepted<Target> => ({
  next: { ...fields, createdAt: now, set: { at: now, by } },
  events: [{ type: 'set', data: { figure: fields.figure } }],
});

export const changeFigure = (
  target: Target,
  { figure, reason }: { readonly figure: number; readonly reason: string },
  { by, now }: Act,
): Decision<Target, 'target.percent'> =>
  measureOf(target.unit) === 'rate' && figure > targetLimits.percent
    ? { refusal: 'target.percent' }
    : {
        next: { ...target, figure, set: { at: now, by, reason } },
        events: [{ type: 'figure-changed', data: { from: target.figure, to: figure, reason } }],
      };
