import { householdsOf } from '../households/households.store.ts';
import type { HouseholdRow } from '../households/households.views.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Store } from '../platform/runtime/store.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { assignmentRow } from './assignments.projector.ts';
import type { Assignment } from './assignments.states.ts';
import { allAssignments, assignedList, assignmentId, assignmentType, todoList } from './assignments.store.ts';
import type { AssignmentRow } from './campaigns.views.ts';
import type { Door, Taker } from './plan.rules.ts';

/** A household of the register with its place in it. */
export interface RegisteredDoor extends Door {
  readonly row: HouseholdRow;
  readonly order: number;
}

export interface Survey {
  /** Active households of the village, in the order of the register. */
  readonly households: number;
  /** Their numbers. */
  readonly active: ReadonlySet<string>;
  /** Those of them nobody has in this campaign. */
  readonly unassigned: readonly RegisteredDoor[];
  /** What is assigned, excluded ones too. */
  readonly assigned: readonly AssignmentRow[];
}

/** These households' assignments as they are at this moment; those that have none are not in it. */
export const readAssignments = async (
  store: Store,
  campaign: string,
  households: readonly string[],
): Promise<Map<string, Stored<Assignment>>> => {
  const ids = households.map((household) => assignmentId(campaign, household));
  const found = await readCases(store, assignmentType, ids);
  return new Map(found.map((assignment) => [assignment.state.household, assignment]));
};

const registerOf = async (store: Store, village: string): Promise<RegisteredDoor[]> =>
  (await householdsOf(store, village)).map((row, order) => ({
    ...{ household: row.household, area: row.area, row, order },
  }));

/** Assignments one request looks up. */
const atOnce = 100;

/**
 * Of doors that no list shows as assigned, those that are. A plan gives them out in their order, so whoever goes on
 * with one need not look beyond the first hundred nobody has; should one be taken after these all the same, its
 * commit finds out.
 */
const assignedAmong = async (
  store: Store,
  campaign: string,
  doors: readonly RegisteredDoor[],
  how: 'all' | 'the first',
): Promise<Map<string, Stored<Assignment>>> => {
  const ids = doors.map(({ household }) => household);
  if (how === 'all') return readAssignments(store, campaign, ids);
  const found = new Map<string, Stored<Assignment>>();
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = await readAssignments(store, campaign, ids.slice(at, at + atOnce));
    if (some.size === 0) break;
    for (const [household, stored] of some) found.set(household, stored);
  }
  return found;
};

/**
 * The register of a village beside what is assigned of it. Lists follow their cases by a moment. `all` asks for the
 * assignments themselves wherever the list shows none; `the first` does so for whoever goes on with a plan, because
 * what was given out a moment ago counts for how the rest is given out.
 */
export const surveyVillage = async (
  store: Store,
  campaign: string,
  village: string,
  exactly: 'all' | 'the first' | 'none',
): Promise<Survey> => {
  const [doors, listed] = await Promise.all([
    registerOf(store, village),
    allAssignments(store, assignedList(campaign, village)),
  ]);
  const active = new Set(doors.map(({ household }) => household));
  const known = new Set(listed.map(({ household }) => household));
  const unlisted = doors.filter(({ household }) => !known.has(household));
  const fresh =
    exactly === 'none'
      ? new Map<string, Stored<Assignment>>()
      : await assignedAmong(store, campaign, unlisted, exactly);
  return {
    households: doors.length,
    active,
    unassigned: unlisted.filter(({ household }) => !fresh.has(household)),
    assigned: [...listed, ...[...fresh.values()].map(assignmentRow)],
  };
};

interface Person extends Officer {
  readonly areas: readonly string[];
  readonly scope: string;
}

const rowDay = ({ day, next }: AssignmentRow): LocalDate => next?.day ?? day;

/**
 * People with what they have: in this village by the survey; those who also act in other villages, with what they
 * have there on each day, one query for each of them.
 */
export const takersOf = (
  store: Store,
  { campaign, village }: { readonly campaign: string; readonly village: string },
  people: readonly Person[],
  assigned: readonly AssignmentRow[],
): Promise<Taker[]> =>
  Promise.all(
    people.map(async ({ id, name, areas, scope }) => {
      const here = assigned.filter(({ assignee, status }) => assignee.id === id && status !== 'excluded');
      const todo = scope === village ? [] : await allAssignments(store, todoList(id));
      const elsewhere = todo.filter((row) => row.campaign === campaign && row.village !== village);
      const onDay = new Map<LocalDate, number>();
      for (const row of [...here.filter(({ status }) => status === 'planned'), ...elsewhere])
        onDay.set(rowDay(row), (onDay.get(rowDay(row)) ?? 0) + 1);
      return { id, name, areas, has: here.length, onDay };
    }),
  );
