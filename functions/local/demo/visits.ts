import { readAssignments } from '../../campaigns/village-survey.usecases.ts';
import type { Principal } from '../../platform/contract/roles.ts';
import { addDays, addMinutes, type LocalDate, localDateOf, startOfDay } from '../../platform/runtime/time.ts';
import { handInDay } from '../../visits/day-ledgers.usecases.ts';
import type { VisitEntry } from '../../visits/visits.fields.ts';
import { dayRows } from '../../visits/visits-lists.store.ts';
import { startedCampaigns } from '../../visits/visits-plan.usecases.ts';
import { recordVisit } from '../../visits/visits-recording.usecases.ts';
import { villageAccounts } from './accounts.ts';
import { type Community, demoCommand, type Loading, listed } from './campaign-loading.ts';
import type { DemoNode } from './district.ts';
import { forEach } from './for-each.ts';
import { courseFrom } from './issue-plans.ts';
import { playIssue } from './issues.ts';
import { createPersonas } from './personas.ts';
import { seededRandom } from './random.ts';
import { type Knock, planKnocks } from './visit-plans.ts';

export interface VisitedCampaign {
  readonly campaign: string;
  /** Its first day. */
  readonly from: LocalDate;
  readonly town: DemoNode;
  readonly communities: readonly Community[];
  /** By community, in the order of the doors. */
  readonly households: ReadonlyMap<string, readonly string[]>;
}

const entryOf = (campaign: string, household: string, knock: Knock, number: number): VisitEntry => {
  const { at, outcome, issue, satisfaction } = knock;
  const isMet = outcome === 'met';
  return {
    ...{ entryId: `demo-${household}-${number}`, campaign, household, at, outcome, satisfaction },
    met: isMet ? [{ relation: 'head', no: 1 }] : [],
    materials: isMet ? ['便民联系卡'] : [],
    photos: [],
    issues: issue
      ? [
          {
            ...{ category: issue.category, what: issue.what, place: issue.place, photos: [], consent: true },
            reporter: { who: 'other', name: '住户代表', phone: '19990000000' },
          },
        ]
      : [],
  };
};

/** Days the people one can sign in as have not been out, so that there is something to visit. */
const daysSpared = 5;

/** Synced within the quarter of an hour, as a phone with a signal does. */
const minutesToSync = 12;

/** Everybody's knocks, day after day at each door, and what was brought up handled by the departments of the town. */
export const makeVisits = async (
  { deps, now, signal, onProgress }: Loading,
  { campaign, from, town, communities, households }: VisitedCampaign,
): Promise<VisitedDays> => {
  const random = seededRandom(347);
  const people = new Map<string, Principal>(
    communities.flatMap(({ visitors }) => visitors.map((person) => [person.staffId, person] as const)),
  );
  const assigned = new Map<string, { readonly day: LocalDate; readonly by: Principal }>();
  for (const ids of households.values()) {
    for (const [household, { state }] of await readAssignments(deps.store, campaign, ids)) {
      const by = people.get(state.assignee.id);
      if (by) assigned.set(household, { day: state.day, by });
    }
  }
  const spared = new Set(villageAccounts.map(({ name }) => name));
  const since = addDays(localDateOf(now), -daysSpared);
  const doors = [...assigned].map(([household, { day, by }]) => ({
    ...{ household, day, isLeft: spared.has(by.name) && day >= since },
  }));
  const knocks = [...planKnocks(doors, from, now, random)];
  const personas = createPersonas(communities.map(({ lead }) => lead));
  const visited = new Map<string, Map<LocalDate, number>>();
  const count = (village: string, day: LocalDate): void => {
    const days = visited.get(village) ?? new Map<LocalDate, number>();
    visited.set(village, days.set(day, (days.get(day) ?? 0) + 1));
  };
  let done = 0;
  const visit = async (household: string, knock: Knock, index: number): Promise<void> => {
    const by = assigned.get(household)?.by;
    if (!by) return;
    const recordedAt = addMinutes(knock.at, minutesToSync);
    const entry = entryOf(campaign, household, knock, index);
    const { issues } = await recordVisit(deps, { entry, caller: by, now: recordedAt });
    count(by.scope, localDateOf(knock.at));
    const reference = issues[0]?.reference;
    const village = communities.find(({ node }) => node.path === by.scope)?.node;
    if (!reference || !knock.issue || !village) return;
    const plan = {
      ...({
        number: 10_000 + done,
        ending: 'closed',
        text: knock.issue,
        town,
        village,
        source: 'visit',
      } as const),
      reporter: { name: '', phone: '' },
      ...courseFrom(recordedAt, seededRandom(reference.charCodeAt(0) * 31 + reference.charCodeAt(1))),
    };
    await playIssue(deps, reference, plan, personas, now);
  };
  await forEach(knocks, async ([household, theirs]) => {
    if (signal.aborted) return;
    for (const [index, knock] of theirs.entries()) await visit(household, knock, index + 1);
    done += 1;
    if (done % 500 === 0) onProgress(`households visited: ${done} of ${knocks.length}`);
  });
  signal.throwIfAborted();
  return visited;
};

/** Visits of each community and day. */
export type VisitedDays = ReadonlyMap<string, ReadonlyMap<LocalDate, number>>;

/** One in so many days is handed in after noon. */
const lateEvery = 17;

/** Every community's days, handed in by their lead the next morning; a few after noon, and one not at all yet. */
export const handInDays = async (
  { deps, now, signal, onProgress }: Loading,
  communities: readonly Community[],
  visited: VisitedDays,
): Promise<void> => {
  onProgress('the days, handed in');
  const ledgers = { ...deps, campaigns: startedCampaigns(deps) };
  const yesterday = addDays(localDateOf(now), -1);
  let number = 0;
  for (const [index, { node, lead }] of communities.entries()) {
    for (const [day, visits] of visited.get(node.path) ?? []) {
      number += 1;
      const isForgotten = index === 2 && day === addDays(yesterday, -2);
      const hour = number % lateEvery === 0 ? 14 : 9;
      const at = addMinutes(startOfDay(addDays(day, 1)), hour * 60);
      if (isForgotten || at > now) continue;
      await listed(signal, async () => (await dayRows(deps.store, node.path, day)).length >= visits);
      const command = demoCommand(lead, `day-${node.id}-${day}`, at);
      const params = { village: node.id, day };
      await handInDay(ledgers, { ...command, params, body: { nothingToReport: false } });
    }
  }
};
