import { type FieldProblem, type Problem, platformProblem } from '../platform/contract/problems.ts';
import { changeCase } from '../platform/ledger/change.ts';
import { type Command, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { addMinutes, type Instant, localDateOf } from '../platform/runtime/time.ts';
import { calendarYearView } from './calendar.presentation.ts';
import { type CalendarYear, type WorkingCalendar, workingCalendar, yearOf } from './calendar.rules.ts';
import type { LoadedYear } from './calendar.states.ts';
import { calendarId, calendarType, readYears } from './calendar.store.ts';
import { loadYear, replaceYear } from './calendar-loading.rules.ts';
import { type CalendarYearDraft, calendarYearProblem, checkCalendarYear } from './calendar-year.rules.ts';

type CalendarDependencies = Pick<Core, 'store' | 'ledger'>;

export interface Loading {
  readonly draft: CalendarYearDraft;
  /** Revision it replaces; null when the year is not loaded yet. */
  readonly replaces: number | null;
  readonly command: Command;
}

export interface Loaded {
  readonly stored: Stored<LoadedYear>;
  readonly warnings: readonly FieldProblem[];
}

export interface Calendars {
  /**
   * The working days around an instant: the year before it, its own and the two after, as far as they are
   * loaded. Kept for a minute; what another process loads meanwhile shows up to a minute late.
   */
  readonly current: (now: Instant) => Promise<WorkingCalendar>;
  /** Makes the next `current` read the table, strongly consistent: for whoever is told that a year was loaded. */
  readonly forget: () => void;
  readonly read: (year: number) => Promise<Stored<LoadedYear> | undefined>;
  /**
   * Loads a year or replaces it; `current` of this process knows it at once.
   * @throws Problem `request.invalid` field by field, `request.stale` when it replaces something else than what
   * is there, `request.key_reused`, `service.busy`.
   */
  readonly load: (loading: Loading) => Promise<Loaded>;
}

const stale = (year: number, stored: Stored<LoadedYear> | undefined): Problem =>
  platformProblem('request.stale', {
    current: calendarYearView(year, stored),
    ...(stored ? { version: stored.version } : {}),
  });

const first = async (
  { ledger }: CalendarDependencies,
  command: Command,
  calendarYear: CalendarYear,
): Promise<Stored<LoadedYear>> => {
  const id = calendarId(calendarYear.year);
  const { next, events } = loadYear(calendarYear, command.now);
  const step = stepOf<LoadedYear>(command, { type: calendarType, id, before: undefined, next, events });
  const { outcome } = await ledger.commit([step]);
  if (outcome === 'committed') return step.after;
  const earlier = await ledger.earlier(calendarType, id, command);
  if (earlier === 'key-reused') throw platformProblem('request.key_reused');
  if (earlier) return earlier;
  throw stale(calendarYear.year, await ledger.read(calendarType, id));
};

const replacement = (
  { ledger }: CalendarDependencies,
  command: Command,
  calendarYear: CalendarYear,
  replaces: number,
): Promise<Stored<LoadedYear>> => {
  const { year } = calendarYear;
  return changeCase<LoadedYear, 'calendar.version_used'>({
    ledger,
    type: calendarType,
    id: calendarId(year),
    command,
    ifMatch: replaces,
    missing: () => stale(year, undefined),
    admit: () => undefined,
    view: (stored) => calendarYearView(year, stored),
    refuse: (refusal) =>
      platformProblem('request.invalid', { errors: [calendarYearProblem('version', refusal)] }),
    decide: ({ state }) => replaceYear(state, calendarYear, command.now),
  });
};

const load = async (deps: CalendarDependencies, { draft, replaces, command }: Loading): Promise<Loaded> => {
  const check = checkCalendarYear(draft);
  if (!check.ok) throw platformProblem('request.invalid', { errors: check.problems });
  const { calendarYear, warnings } = check;
  const stored =
    replaces === null
      ? await first(deps, command, calendarYear)
      : await replacement(deps, command, calendarYear, replaces);
  return { stored, warnings };
};

/** Deadlines look back as far as the last working day of the year before and ahead past the next year's end. */
const around = (year: number): readonly number[] => [year - 1, year, year + 1, year + 2];

const keptForMinutes = 1;

/** One for each process; every noun that computes a deadline asks it. */
export const createCalendars = (deps: CalendarDependencies): Calendars => {
  let kept: { year: number; at: Instant; calendar: Promise<WorkingCalendar> } | undefined;

  const readAround = async (year: number): Promise<WorkingCalendar> =>
    workingCalendar((await readYears(deps.store, around(year))).map(({ state }) => state));

  return {
    current: async (now) => {
      const year = yearOf(localDateOf(now));
      const isFresh = kept?.year === year && kept.at <= now && now < addMinutes(kept.at, keptForMinutes);
      if (!kept || !isFresh) kept = { year, at: now, calendar: readAround(year) };
      const mine = kept;
      try {
        return await mine.calendar;
      } catch (error) {
        if (kept === mine) kept = undefined;
        throw error;
      }
    },
    forget: () => {
      kept = undefined;
    },
    read: (year) => deps.ledger.read(calendarType, calendarId(year)),
    load: async (loading) => {
      try {
        return await load(deps, loading);
      } finally {
        // Also after a failure: a commit can time out and have happened.
        kept = undefined;
      }
    },
  };
};
