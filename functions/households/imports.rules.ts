import type { Decision } from '../platform/ledger/change.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { HouseholdRefusal } from './households.problems.ts';
import type { HouseholdImport } from './households.states.ts';
import type { LoadedRow } from './households.views.ts';

/** Whether the file said to have no such rows. */
export const isBeyond = ({ rows }: HouseholdImport, from: number, count: number): boolean =>
  from + count - 1 > rows;

/** Why these rows can't be loaded now; undefined when they can. */
export const hindrance = (
  state: HouseholdImport,
  from: number,
  count: number,
): HouseholdRefusal | undefined => {
  if (state.status === 'completed') return 'household.import_completed';
  if (isBeyond(state, from, count)) return 'household.import_beyond';
  return from > state.through + 1 ? 'household.import_gap' : undefined;
};

type Answered = Pick<LoadedRow, 'row' | 'result'>;

/**
 * Moves an import on by rows that were answered; undefined when they tell it nothing new. Rows it had already
 * passed (`throughBefore`, when they were looked at) had been refused if one of them could be loaded now.
 */
export const moveOn = (
  state: HouseholdImport,
  answered: readonly Answered[],
  throughBefore: number,
): Extract<Decision<HouseholdImport>, { next: HouseholdImport }> | undefined => {
  const news = answered.filter(({ row }) => row > state.through);
  const refused = news.filter(({ result }) => result === 'refused').length;
  const retried = answered.filter(({ row, result }) => row <= throughBefore && result === 'loaded').length;
  if (news.length === 0 && retried === 0) return undefined;
  const through = Math.max(state.through, ...news.map(({ row }) => row));
  return {
    next: {
      ...state,
      through,
      loaded: state.loaded + news.length - refused + retried,
      refused: state.refused + refused - retried,
    },
    events: [{ type: 'rows-answered', data: { through, loaded: news.length - refused + retried, refused } }],
  };
};

export const complete = (
  state: HouseholdImport,
  now: Instant,
): Decision<HouseholdImport, HouseholdRefusal> => {
  if (state.status === 'completed') return { refusal: 'household.import_completed' };
  if (state.through < state.rows) return { refusal: 'household.import_incomplete' };
  const { loaded, refused } = state;
  return {
    next: { ...state, status: 'completed', completedAt: now },
    events: [{ type: 'completed', data: { loaded, refused } }],
  };
};
