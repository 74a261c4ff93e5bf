import { randomUUID } from 'node:crypto';
import type { Finding } from '../../functions/findings/findings.states.ts';
import { doneOf } from '../../functions/insight/done.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { issuesRoutes } from '../../functions/issues/issues.routes.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { addDays, dayOfWeek, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { targetsContract } from '../../functions/targets/targets.contract.ts';
import { targetsRoutes } from '../../functions/targets/targets.routes.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { venuesRoutes } from '../../functions/venues/venues.routes.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import { visitsRoutes } from '../../functions/visits/visits.routes.ts';
import { startedCampaigns } from '../../functions/visits/visits-plan.usecases.ts';
import { hall } from './bookings.ts';
import { notice2027 } from './calendar.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { places } from './district.ts';
import { bodies, fieldIn, report, textIn } from './issues.ts';
import { bookingsOf } from './quarter.bookings.ts';
import { oversightOf } from './quarter.oversight.ts';
import { type Act, fine, instantOf, type Local, openQuarter, type Quarter, type Trouble } from './quarter.ts';
import { application, consent, type RenovationBed, renovationOn } from './renovation.ts';
import { newVenue } from './venues.ts';
import { type PlanBed, startPlan } from './visits.plan.ts';

const who = {
  ...{ transfer: 'lead', claim: 'handler', resolution: 'handler', answer: 'handler' },
  'follow-up': 'visitor',
} as const;
type Step = keyof typeof who;
/** The day somebody was met in the village. */
const visited = '2026-12-10';
const daysFrom = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, n) => `2026-11-${String(first + n).padStart(2, '0')}`);

/** Working days of the campaign, and the day after each. */
const owed = Array.from({ length: 19 }, (_, n) => addDays(parseLocalDate('2026-11-23'), n))
  .filter((day) => dayOfWeek(day) <= 5)
  .map((day) => [day, addDays(day, 1)] as const);

/** An instant as a time of Asia/Shanghai. */
export const local = (instant: string): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Everybody of the story, by what they do; what comes of it is known by a name. */
export const castOf = (quarter: Quarter) => {
  const { api, core, deps } = quarter;
  const cursors = createCursors(core.keyring);
  const apis = {
    issues: api(issuesContract, issuesRoutes(deps, cursors)),
    visits: api(visitsContract, visitsRoutes({ ...deps, campaigns: startedCampaigns(core) }, cursors)),
    venues: api(venuesContract, venuesRoutes(deps)),
    targets: api(targetsContract, targetsRoutes({ ...deps, done: doneOf(deps) })),
  };
  const named = new Map<string, string>();
  const of = (name: string): string => named.get(name) ?? '';
  const raise = (name: string) => async (): Promise<void> => {
    const body = { ...report, what: name };
    const answer = await callRow(apis.issues, issuesContract.routes.register, { cookie: 'lead', body });
    named.set(name, textIn(fine(answer), 'reference') ?? '');
  };
  const does =
    (step: Step, name: string, change: object = {}) =>
    async (): Promise<void> => {
      const stored = await quarter.core.ledger.read(issueType, of(name));
      const body = { ...bodies[step], ...change };
      const what = { params: { reference: of(name) }, body, ifMatch: stored?.version ?? 0 };
      fine(await callRow(apis.issues, issuesContract.routes[step], { cookie: who[step], ...what }));
    };
  const handIn = (as: 'lead' | 'villager', day: string) => async (): Promise<void> => {
    const village = (as === 'lead' ? places.village : places.secondVillage).slice(-12);
    const what = { params: { village, day }, body: { nothingToReport: as !== 'lead' || day !== visited } };
    fine(await callRow(apis.visits, visitsContract.routes.handIn, { cookie: as, ...what }));
  };
  const venue = (route: 'create' | 'opening', what: Call): Promise<Answered> =>
    callRow(apis.venues, venuesContract.routes[route], { cookie: 'culture', ...what });
  const tap = (what: 'open' | 'close') => async (): Promise<void> => {
    fine(await venue('opening', { params: { venue: of('venue') }, body: { what } }));
  };
  /** Open for what the venue promises, every day of a week but some. */
  const open = (...days: readonly string[]): Act[] =>
    days.flatMap((day): Act[] => [
      [`${day} 09:00`, tap('open')],
      [`${day} 12:00`, tap('close')],
      [`${day} 17:00`, tap('open')],
      [`${day} 20:00`, tap('close')],
    ]);
  return { apis, named, of, raise, does, handIn, venue, open };
};

/** What happened to every finding, in the words of its history and the names of the story. */
export const tell = async (
  quarter: Quarter,
  named: ReadonlyMap<string, string>,
): Promise<Record<string, string[]>> => {
  const items = await quarter.platform.everything();
  const told: Record<string, string[]> = {};
  for (const { PK } of items.filter(({ SK, kind }) => SK === 'STATE' && kind === 'FINDING')) {
    const id = String(PK).slice('FINDING#'.length);
    const [check = '', ...record] = id.split('.');
    const called = [...named].reduce((text, [name, known]) => text.replaceAll(known, name), record.join('.'));
    let state: Partial<Finding> = {};
    told[`${check} ${called}`] = (await quarter.core.ledger.history('FINDING', id)).map(
      ({ type, at, change }) => {
        const before = state.since;
        state = { ...state, ...change.set };
        const { severity, level, since = '' } = state;
        const broken = since === before ? '' : ` since ${local(since)}`;
        return `${local(at)} ${type === 'cleared' ? type : `${type} ${severity} ${level}${broken}`}`;
      },
    );
  }
  return told;
};

export interface Story extends AsyncDisposable {
  readonly quarter: Quarter;
  /** Ids by what the story calls them. */
  readonly of: (name: string) => string;
  /** How often a schedule ran. */
  readonly runs: number;
  /** What happened to every finding, in order: when, what, how bad, at what level, and since when. */
  readonly told: () => Promise<Readonly<Record<string, readonly string[]>>>;
}

/**
 * Three months of a small district, from September to December with its holidays and make-up days: what people do and
 * leave undone, an outage of a day and a schedule that alone doesn't run.
 * @param until where the story breaks off
 */
export const playQuarter = async (
  trouble: Pick<Trouble, 'delivered' | 'wrong'> = {},
  until: Local = '2026-12-14 00:00',
): Promise<Story> => {
  const quarter = await openQuarter('2026-09-14 07:00');
  const { core, deps } = quarter;
  const { apis, named, of, raise, does, handIn, venue, open } = castOf(quarter);
  const homes: RenovationBed = await renovationOn({ ...quarter.platform, core }, quarter.district);
  let plan: PlanBed | undefined;
  const household = { id: '' };

  // Three years ago, so that its personal data is past its period in these months.
  const longAgo: readonly Act[] = [
    ['2023-10-09 09:00', raise('old')],
    ['2023-10-09 09:30', does('transfer', 'old')],
    ['2023-10-09 10:00', does('claim', 'old')],
    ['2023-10-10 09:00', does('resolution', 'old')],
    ['2023-10-10 10:00', does('answer', 'old')],
    ['2023-10-10 11:00', does('follow-up', 'old')],
  ];
  const start = quarter.platform.clock.now();
  for (const [at, act] of longAgo) {
    quarter.platform.clock.set(instantOf(at));
    await act();
    await quarter.follow();
  }
  quarter.platform.clock.set(start);

  const acts: readonly Act[] = [
    ...oversightOf(quarter, named),
    ...bookingsOf(quarter, named),
    // 拖: taken on, and resolved a week late.
    ['2026-09-14 09:00', raise('slow')],
    ['2026-09-14 10:00', does('transfer', 'slow')],
    ['2026-09-15 09:00', does('claim', 'slow')],
    ['2026-09-24 15:00', does('resolution', 'slow')],
    ['2026-09-24 16:00', does('answer', 'slow')],
    // Over the national holiday and its make-up Saturday: claimed late, resolved on the last day.
    ['2026-09-30 09:00', raise('holiday')],
    ['2026-09-30 09:30', does('transfer', 'holiday')],
    ['2026-10-09 11:00', does('claim', 'holiday')],
    ['2026-10-10 16:00', does('resolution', 'holiday')],
    ['2026-10-12 09:00', does('answer', 'holiday')],
    // Resolved, and the resident hears nothing for days.
    ['2026-10-14 09:00', raise('silent')],
    ['2026-10-14 09:30', does('transfer', 'silent')],
    ['2026-10-14 10:00', does('claim', 'silent')],
    ['2026-10-15 10:00', does('resolution', 'silent')],
    ['2026-10-20 10:00', does('answer', 'silent')],
    // Its deadline passes while nothing runs.
    ['2026-10-30 09:00', raise('outage')],
    ['2026-10-30 10:00', does('transfer', 'outage')],
    ['2026-10-30 11:00', does('claim', 'outage')],
    ['2026-11-06 09:00', does('resolution', 'outage')],
    ['2026-11-06 09:30', does('answer', 'outage')],
    // Closed all the same, until supervision finds on the next working day that it was not resolved.
    ['2026-11-06 10:00', does('follow-up', 'outage', { satisfaction: 1 })],
    ['2026-11-10 09:00', does('claim', 'outage')],
    ['2026-11-11 09:00', does('resolution', 'outage')],
    ['2026-11-11 10:00', does('answer', 'outage')],
    ['2026-11-11 11:00', does('follow-up', 'outage')],
    // A home whose application the village checks late.
    [
      '2026-10-19 10:00',
      async () => {
        const body = { ...application(1), consent: { ...consent, how: 'in-person' } };
        const answer = await homes.staff('register', 'community', { body });
        named.set('home', textIn(fine(answer), 'reference') ?? '');
      },
    ],
    ['2026-10-30 15:00', () => homes.does('community', 'check', of('home'))],
    ['2026-10-30 16:00', () => homes.does('town', 'review', of('home'))],
    // Half of what a year's plan asks for by then, until the plan is changed.
    [
      '2026-09-15 09:00',
      async () => {
        const body = { node: places.town, year: 2026, subject: 'film', unit: 'sessions', figure: 24 };
        const answer = await callRow(apis.targets, targetsContract.routes.setTarget, {
          ...{ cookie: 'culture', body },
        });
        named.set('target', textIn(fine(answer), 'target') ?? '');
      },
    ],
    [
      '2026-10-13 09:00',
      async () => {
        fine(
          await callRow(apis.targets, targetsContract.routes.targetFigure, {
            ...{ cookie: 'culture', params: { target: of('target') }, ifMatch: 1 },
            body: { figure: 0, reason: '设备未到，改到明年' },
          }),
        );
      },
    ],
    // A culture centre that stays shut on a Saturday.
    [
      '2026-11-09 08:00',
      async () => {
        named.set(
          'venue',
          textIn(fine(await venue('create', { body: newVenue({ rooms: hall.rooms }) })), 'venue') ?? '',
        );
      },
    ],
    ...open(...daysFrom(9, 13), '2026-11-15', ...daysFrom(16, 22)),
    // A campaign: a household nobody goes to, and ledgers late and left out.
    [
      '2026-11-23 08:00',
      async () => {
        const { principal } = quarter.district.accounts.admin;
        plan = await startPlan(deps, principal);
        const visitor = quarter.people.get('visitor');
        if (!visitor) throw new Error('nobody visits');
        household.id = await plan.planned(visitor, { day: '2026-11-24' });
        named.set('campaign', plan.campaign);
      },
    ],
    ...owed.flatMap(([day, next]): Act[] => [
      [day === '2026-11-25' ? `${next} 15:00` : `${next} 10:00`, handIn('lead', day)],
      ...(day === '2026-12-02' ? [] : [[`${next} 11:00`, handIn('villager', day)] as const]),
    ]),
    [
      '2026-12-10 10:30',
      async () => {
        const entry = {
          ...{ entryId: randomUUID(), campaign: of('campaign'), household: household.id },
          ...{
            at: '2026-12-10T10:00:00+08:00',
            outcome: 'met',
            met: [{ relation: 'head', name: '王小明' }],
          },
        };
        const answer = await callRow(apis.visits, visitsContract.routes.record, {
          ...{ cookie: 'visitor', body: { entries: [entry] } },
        });
        const [kept] = [fieldIn(fine(answer), 'results')].flat();
        if (fieldIn(kept, 'result') !== 'recorded') throw new Error(JSON.stringify(kept));
      },
    ],
    // Next year's working days are loaded two days late.
    [
      '2026-12-03 09:00',
      () =>
        deps.calendars.load({
          ...{ draft: notice2027, replaces: null },
          command: {
            ...{ key: 'load 2027', request: '', now: quarter.platform.clock.now() },
            actor: { kind: 'staff', id: 'admin', name: '管理员' },
          },
        }),
    ],
  ];
  const runs = await quarter.play(
    acts.filter(([at]) => at < until),
    until,
    {
      ...trouble,
      outage: ['2026-11-03 20:00', '2026-11-04 21:00'],
      broken: [
        { schedule: 'issue-unanswered', from: '2026-11-18 00:00', to: '2026-11-19 00:00' },
        { schedule: 'retention', from: '2026-10-11 00:00', to: '2026-10-13 00:00' },
      ],
    },
  );
  return {
    ...{ quarter, of, runs },
    told: () => tell(quarter, named),
    [Symbol.asyncDispose]: () => quarter[Symbol.asyncDispose](),
  };
};
