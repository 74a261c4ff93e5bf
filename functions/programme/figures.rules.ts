import type { NodeView } from '../access/access.views.ts';
import type { Accepted, Decision } from '../platform/ledger/change.ts';
import {
  endOfDay,
  type LocalDate,
  localDateOf,
  minutesBetween,
  parseLocalDate,
  startOfDay,
} from '../platform/runtime/time.ts';
import type { Act } from './activities.rules.ts';
import type { NewPublicity, NewTarget } from './figures.fields.ts';
import type { FiguresRefusal } from './figures.problems.ts';
import type { Publicity, Target } from './figures.states.ts';
import type { Coverage, TargetProgress } from './figures.views.ts';

const minutesPerDay = 24 * 60;

/** What there would be by the end of a day, rounded down, if a year's figure came evenly from its first to its last day. */
export const proportionalLine = (figure: number, year: number, today: LocalDate): number => {
  const first = startOfDay(parseLocalDate(`${year}-01-01`));
  const last = endOfDay(parseLocalDate(`${year}-12-31`));
  const days = minutesBetween(first, last) / minutesPerDay;
  const passed = minutesBetween(first, endOfDay(today)) / minutesPerDay;
  return Math.floor((figure * Math.min(Math.max(passed, 0), days)) / days);
};

/** How a target stands: behind only when less is done than evenly there would be. */
export const progressOf = (
  { figure, year }: Pick<Target, 'figure' | 'year'>,
  done: number,
  today: LocalDate,
): Pick<TargetProgress, 'done' | 'line' | 'stands'> => {
  const line = proportionalLine(figure, year, today);
  if (done >= figure) return { done, line, stands: 'reached' };
  return { done, line, stands: done >= line ? 'on-track' : 'behind' };
};

type CoveredTown = Coverage['towns'][number];

/**
 * How a town's villages are covered. Villages that were closed are not counted, nor what was held there.
 * @param heldIn how many sessions a village had.
 */
export const coverageOf = (
  { path, name }: Pick<NodeView, 'path' | 'name'>,
  villages: readonly Pick<NodeView, 'path' | 'name'>[],
  heldIn: (village: string) => number,
): CoveredTown => {
  const all = villages
    .map((village) => ({ village: village.path, name: village.name, sessions: heldIn(village.path) }))
    .sort((a, b) => a.sessions - b.sessions || (a.village < b.village ? -1 : 1));
  return {
    ...{ town: path, name },
    covered: all.filter(({ sessions }) => sessions > 0).length,
    of: all.length,
    sessions: all.reduce((sum, { sessions }) => sum + sessions, 0),
    villages: all,
  };
};

export const setTarget = (fields: NewTarget, { by, now }: Act): Accepted<Target> => ({
  next: { ...fields, createdAt: now, set: { at: now, by } },
  events: [{ type: 'set', data: { figure: fields.figure } }],
});

export const changeFigure = (
  target: Target,
  { figure, reason }: { readonly figure: number; readonly reason: string },
  { by, now }: Act,
): Accepted<Target> => ({
  next: { ...target, figure, set: { at: now, by, reason } },
  events: [{ type: 'figure-changed', data: { from: target.figure, to: figure, reason } }],
});

/** Nothing was made known that lies ahead. */
export const isAhead = (day: LocalDate, { now }: Pick<Act, 'now'>): boolean => day > localDateOf(now);

export const recordPublicity = (fields: NewPublicity, { by, now }: Act): Accepted<Publicity> => ({
  next: { state: 'recorded', ...fields, by, createdAt: now },
  events: [{ type: 'recorded', data: { channel: fields.channel } }],
});

export const withdrawPublicity = (
  publicity: Publicity,
  reason: string,
  { by, now }: Act,
): Decision<Publicity, FiguresRefusal> =>
  publicity.state === 'withdrawn'
    ? { refusal: 'publicity.withdrawn' }
    : {
        next: { ...publicity, state: 'withdrawn', withdrawn: { at: now, by, reason } },
        events: [{ type: 'withdrawn', data: { reason } }],
      };
