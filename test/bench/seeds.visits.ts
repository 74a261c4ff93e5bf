import { assignmentProjector } from '../../functions/campaigns/assignments.projector.ts';
import type { Assignment } from '../../functions/campaigns/assignments.states.ts';
import {
  assignmentId,
  coverageSubject,
  todoList,
  unvisitedList,
} from '../../functions/campaigns/assignments.store.ts';
import { countKey, listKey } from '../../functions/platform/ledger/projections.ts';
import { longIdFrom, referenceFrom } from '../../functions/platform/runtime/ids.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { addDays, localDateOf } from '../../functions/platform/runtime/time.ts';
import { places } from '../support/district.ts';
import { campaignId } from '../support/visits.plan.ts';
import { seededAt } from './seeds.ts';

/** Villages of a large town, over which its households are spread; as many however many households there are. */
export const villages = 40;
/** What one person has of 50,000 households among 210, at twenty a day. */
export const perPerson = 240;
const perDay = 20;

const villageOf = (n: number): string => `${places.town}/370402101${String(300 + (n % villages))}`;

/** The assignment of a household, the `n`th of its person's, who walks twenty a day from the first day on. */
const assignmentOf = (household: string, village: string, assignee: string, n: number): Assignment => ({
  status: 'planned',
  ...{ campaign: campaignId, scope: places.town, household, village, address: `幸福里${n}号`, kind: 'home' },
  ...{ head: '王**', hasPhone: true, categories: [], assignee: { id: assignee, name: '走访员' } },
  ...{ day: addDays(localDateOf(seededAt), Math.floor(n / perDay)), order: n, tries: [], tried: 0 },
  ...{ formerly: [], createdAt: seededAt },
});

/** The lines it has in these lists, as the projection writes them. */
const linesOf = (assignment: Assignment, lists: readonly string[]): Item[] => {
  const id = assignmentId(assignment.campaign, assignment.household);
  const { entries } = assignmentProjector.project({ id, version: 1, head: '', state: assignment });
  const wanted = entries.filter(({ list }) => lists.includes(list));
  if (wanted.length !== lists.length) throw new Error(`it does not stand in ${lists.join(', ')}`);
  return wanted.map(({ list, sort, row }) => ({
    ...{ PK: listKey(list), SK: `${sort}#${id}`, id, version: 1, row },
  }));
};

/** A person's own list, written after their account is there. */
export const roundLines = (staffId: string): Item[] =>
  Array.from({ length: perPerson }, (_, n) =>
    linesOf(assignmentOf(longIdFrom(`${staffId} ${n}`), places.village, staffId, n), [todoList(staffId)]),
  ).flat();

/** Of a town's campaign with so many households: everybody's round, the town's red list, and its coverage. */
export function* visitLists(households: number): Generator<Item> {
  const red = unvisitedList(campaignId, places.town);
  for (let n = 0; n < households; n++) {
    const person = referenceFrom(`person ${Math.floor(n / perPerson)}`);
    const assignment = assignmentOf(longIdFrom(`household ${n}`), villageOf(n), person, n % perPerson);
    yield* linesOf(assignment, [todoList(person), red]);
  }
  for (let n = 0; n < villages; n++) {
    const assigned = Math.floor((households - n - 1) / villages) + 1;
    const PK = countKey(coverageSubject(campaignId, places.town));
    yield { PK, SK: villageOf(n), assigned, planned: assigned };
  }
}
