import type { Confirmed } from '../../functions/bookings/enrolments.states.ts';
import type { RoomBooking } from '../../functions/bookings/rooms.states.ts';
import type { Assignment } from '../../functions/campaigns/assignments.states.ts';
import type { ClearedFinding } from '../../functions/findings/findings.states.ts';
import type { Issue } from '../../functions/issues/issues.states.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import {
  addMinutes,
  type Instant,
  type LocalDate,
  localDateOf,
  parseInstant,
} from '../../functions/platform/runtime/time.ts';
import type { ListedSession } from '../../functions/programme/programme.states.ts';
import type { In, Renovation } from '../../functions/renovation/renovation.states.ts';
import { renovationType } from '../../functions/renovation/renovation.store.ts';
import { withdraw } from '../../functions/renovation/renovation-stopping.rules.ts';
import { places } from '../support/district.ts';
import { openIssues } from '../support/issues.ts';
import { allowed, own } from '../support/renovation.cases.ts';
import { application, consent, openRenovation } from '../support/renovation.ts';
import type { ScheduleName } from '../support/schedules.ts';

/** How many are due of whatever a check looks at. */
export const due = 100;

/** Open applications besides, in a small table and in a large one: a district has no more, however many there were. */
export const openHomes = 900;

/** A town with as many villages as are due. */
export const roomyTown = `${places.district}/370402103`;
export const villageNo = (n: number): string => `${roomyTown}/370402103${String(300 + n)}`;
export const campaignOfChecks = referenceFrom('the campaign of the checks');

const officer = { id: 'seed', name: '走访员 一' };

export const assignmentAt = (household: string, village: string, day: LocalDate): Assignment => ({
  status: 'planned',
  ...{ campaign: campaignOfChecks, scope: roomyTown, household, village, address: '幸福里1号', kind: 'home' },
  ...{ head: '王**', hasPhone: true, categories: [], assignee: officer, day, order: 1, tries: [], tried: 0 },
  ...{ formerly: [], createdAt: parseInstant('2026-11-23T01:00:00.000Z') },
});

/** Of what an enrolment or a request says of a person, all is masked. */
const booked = { name: '王**', phone: '138****5678', consent: '2026-11', source: 'counter' } as const;

export const enrolmentIn = (activity: string, number: number, from: Instant) => ({
  ...{ offer: activity, activity, title: '书法公益培训班', node: places.village },
  ...{ from, until: addMinutes(from, 60), number, places: 1, who: 'self' as const, ...booked },
  enrolledAt: addMinutes(from, -7 * 24 * 60),
});

/** The schedule looks who came at `lookAt`, an hour after it is over. */
export const confirmedEnrolment = (activity: string, number: number, lookAt: Instant): Confirmed => ({
  ...enrolmentIn(activity, number, addMinutes(lookAt, -120)),
  ...{ state: 'confirmed', placedAt: addMinutes(lookAt, -24 * 60), attendance: {}, lookAt },
});

export const requestedRoom = (startsAt: Instant, venue = referenceFrom('a venue')): RoomBooking => ({
  state: 'requested',
  ...{ venue, venueName: '东村文化服务中心', node: places.village, room: 1, roomName: '排练厅' },
  ...{ day: localDateOf(startsAt), from: '10:00', to: '11:00', startsAt, endsAt: addMinutes(startsAt, 60) },
  ...{ slots: ['10:00'], purpose: '排练', people: 12, requestedAt: addMinutes(startsAt, -3 * 24 * 60) },
  ...booked,
});

export const listedSession = (activity: string, from: Instant): ListedSession => ({
  ...{ activity, no: 1, state: 'planned', title: '书法公益培训班', category: 'course', level: 'village' },
  ...{ audience: { who: 'everyone' }, organiser: { path: places.village, name: '东村文化服务中心' } },
  ...{ node: places.village, villages: [], from, to: addMinutes(from, 60), place: '二楼书画室' },
  ...{ offer: activity, opensAt: addMinutes(from, -7 * 24 * 60) },
  ...{ listedAt: addMinutes(from, -9 * 24 * 60), changedAt: addMinutes(from, -9 * 24 * 60) },
});

type IssueIn<State extends Issue['state']> = Extract<Issue, { state: State }>;

/** The same issue, closed on 1 December of a year. */
export const closedIn = (issue: IssueIn<'closed'>, year: string): IssueIn<'closed'> => ({
  ...issue,
  followUp: { ...issue.followUp, at: parseInstant(`${year}-12-01T01:00:00.000Z`) },
});

/** What one run of a schedule has to do. */
export interface Matter {
  readonly schedule: ScheduleName;
  readonly now: Instant;
  /** In words, of what a hundred are due. */
  readonly of: string;
  /** In the table for this run only. */
  readonly items: readonly Item[];
  /** What the run has to say of itself; undefined where it is enough that both tables say the same. */
  readonly examined?: number;
  readonly found?: number;
}

/** Records that the use cases made, to be stored again and again under other ids. */
export interface Templates {
  readonly claimed: IssueIn<'claimed'>;
  readonly transferred: IssueIn<'transferred'>;
  readonly resolved: IssueIn<'resolved'>;
  readonly closed: IssueIn<'closed'>;
  readonly applied: In<'applied'>;
  readonly withdrawn: Renovation;
  readonly cleared: ClearedFinding;
}

const issueTemplates = async () => {
  await using bed = await openIssues('2026-12-01T09:00:00+08:00');
  const made = async <State extends Exclude<Issue['state'], 'linked'>>(
    state: State,
  ): Promise<IssueIn<State>> => {
    const issue: Issue = (await bed.read(await bed.issueIn(state))).state;
    const isIn = (one: Issue): one is IssueIn<State> => one.state === state;
    if (!isIn(issue)) throw new Error(`it is ${issue.state}`);
    return issue;
  };
  return {
    claimed: await made('claimed'),
    transferred: await made('transferred'),
    resolved: await made('resolved'),
    closed: await made('closed'),
  };
};

const renovationTemplates = async () => {
  await using bed = await openRenovation();
  const { body } = await bed.staff('register', 'community', {
    body: { ...application(1), consent: { ...consent, how: 'in-person' } },
  });
  const [, reference = ''] = /"reference":"(\w+)"/.exec(JSON.stringify(body)) ?? [];
  const applied = (await bed.deps.ledger.read(renovationType, reference))?.state;
  if (applied?.state !== 'applied') throw new Error(`not applied for: ${JSON.stringify(body)}`);
  return { applied, withdrawn: allowed(withdraw(applied, own(), { reason: 'moved' })) };
};

export const openTemplates = async (): Promise<Templates> => {
  const { claimed, ...issues } = await issueTemplates();
  const foundAt = claimed.raisedAt;
  return {
    ...{ ...issues, ...(await renovationTemplates()), claimed },
    cleared: {
      state: 'cleared',
      ...{ check: 'issue-deadline', record: { kind: 'ISSUE', id: 'one' }, node: places.village },
      ...{ answers: { node: places.bureau }, severity: 'late', since: foundAt, foundAt, facts: {}, asOf: 1 },
      ...{ times: 1, level: 'answering', clearedAt: addMinutes(foundAt, 60) },
    },
  };
};
