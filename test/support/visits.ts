import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { type Calendars, createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { assignmentProjector } from '../../functions/campaigns/assignments.projector.ts';
import type { Assignment } from '../../functions/campaigns/assignments.states.ts';
import { assignmentId, assignmentType } from '../../functions/campaigns/assignments.store.ts';
import { campaignProjector } from '../../functions/campaigns/campaigns.projector.ts';
import type { Campaign } from '../../functions/campaigns/campaigns.states.ts';
import { campaignType } from '../../functions/campaigns/campaigns.store.ts';
import { registerHousehold } from '../../functions/households/households-registering.usecases.ts';
import { anyProjector } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import { type Principal, roles } from '../../functions/platform/contract/roles.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import {
  type CaseType,
  type Command,
  type Fields,
  type Stored,
  stepOf,
} from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { dayLedgerType } from '../../functions/visits/day-ledgers.store.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import type { VisitEntryInput } from '../../functions/visits/visits.fields.ts';
import { type VisitsDependencies, visitsRoutes } from '../../functions/visits/visits.routes.ts';
import { visitType } from '../../functions/visits/visits.store.ts';
import { type EntryResult, entryResultSchema } from '../../functions/visits/visits.views.ts';
import { startedCampaigns } from '../../functions/visits/visits-plan.usecases.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import { buildDistrict, intentOf, places } from './district.ts';
import { outcome, textIn } from './issues.ts';

export { outcome, places, textIn };

export type VisitRoute = keyof typeof visitsContract.routes;

/** Also those of the plan, whoever else has named them. */
const followed = [...projectors, anyProjector(campaignProjector), anyProjector(assignmentProjector)];

const resultsSchema = v.object({ results: v.array(entryResultSchema) });

/** Something a resident says at the door. */
export const raised = (change: object = {}) => ({
  ...{ category: 'roads' as const, what: '路灯坏了，晚上看不见路。', consent: true as const },
  reporter: { who: 'head' as const },
  ...change,
});

export interface VisitBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly deps: VisitsDependencies & { readonly calendars: Calendars };
  /** By role; `colleague` visits too, `stranger` leads another town, `villager` leads the second village. */
  readonly people: Readonly<Record<string, Principal>>;
  readonly campaign: string;
  readonly depsOn: (core: Core) => VisitsDependencies;
  readonly call: (route: VisitRoute, as: string, call?: Call, core?: Core) => Promise<Answered>;
  /** A household of the village that somebody is to visit; its id. */
  readonly planned: (to?: string, change?: Partial<Planning>) => Promise<string>;
  /** Gives a household to somebody else. */
  readonly reassign: (household: string, to: string) => Promise<void>;
  readonly entry: (household: string, change?: Partial<VisitEntryInput>) => VisitEntryInput;
  /** Sends entries as a phone does; what is answered for each. */
  readonly send: (entries: readonly unknown[], as?: string, core?: Core) => Promise<EntryResult[]>;
  readonly assignment: (household: string) => Promise<Stored<Assignment>>;
  /** Every case of a kind that stands in the table. */
  readonly all: <S>(type: CaseType<S>) => Promise<Stored<S>[]>;
  readonly counts: () => Promise<{
    readonly visits: number;
    readonly issues: number;
    readonly ledgers: number;
  }>;
  /** What the stream would do for everything in the table. */
  readonly project: () => Promise<void>;
}

interface Planning {
  readonly village: string;
  readonly phone: string | undefined;
  readonly day: string;
}

const storedOf = <S>(type: CaseType<S>, item: Readonly<Record<string, unknown>>): Stored<S> => ({
  id: String(item['id']),
  version: Number(item['version']),
  head: String(item['head']),
  state: v.parse(type.schema, item['state']),
});

/** A district in the first days of a campaign of its town; time stands at its first morning, a Monday. */
export const openVisits = async (now?: string): Promise<VisitBed> => {
  const platform = await openPlatform(now);
  const { core, clock } = platform;
  const { accounts, staff } = await buildDistrict(core);
  const people: Record<string, Principal> = Object.fromEntries(
    roles.map((role) => [role, accounts[role].principal]),
  );
  const more = async (loginName: string, held: Principal['roles'], scope: string): Promise<void> => {
    const account = await staff({ loginName, name: `${loginName} 二`, roles: [...held], scope });
    people[loginName] = account.principal;
  };
  await more('colleague', ['visitor'], places.town);
  await more('stranger', ['lead', 'visitor'], places.otherTown);
  await more('villager', ['lead'], places.secondVillage);
  const who = (name: string): Principal => {
    const principal = people[name];
    if (!principal) throw new Error(`nobody is called ${name}`);
    return principal;
  };
  const depsOn = (other: Core) => ({
    ...other,
    calendars: createCalendars(other),
    nodes: createOrganisationNodes(other),
    campaigns: startedCampaigns(other),
  });
  const deps = depsOn(core);
  await loadPublishedYears(deps.calendars, clock.now());

  const commandNow = (): Command => ({
    key: randomUUID(),
    request: '',
    actor: { kind: 'staff', id: who('admin').staffId, name: who('admin').name },
    now: clock.now(),
  });
  const put = async <S extends Fields>(
    type: CaseType<S>,
    id: string,
    next: S,
    before?: Stored<S>,
  ): Promise<void> => {
    const events = [{ type: before ? 'changed' : 'made', data: {} }] as const;
    const { outcome: came } = await core.ledger.commit([
      stepOf(commandNow(), { type, id, before, next, events }),
    ]);
    if (came !== 'committed') throw new Error(`${id}: ${came}`);
  };
  const officer = ({ staffId: id, name }: Principal) => ({ id, name });

  const campaign = referenceFrom('the campaign');
  const running: Campaign = {
    state: 'running',
    ...{
      name: '暖冬走访',
      objective: '户户走到',
      steps: ['敲门'],
      materials: ['明白纸'],
      scope: places.town,
    },
    ...{ from: parseLocalDate('2026-11-23'), to: parseLocalDate('2026-12-18'), perDay: 20 },
    ...{ includeRestDays: false, createdAt: clock.now(), createdBy: officer(who('admin')) },
    ...{ startedAt: clock.now(), startedBy: officer(who('admin')) },
  };
  await put<Campaign>(campaignType, campaign, running);

  let doors = 0;
  const planned: VisitBed['planned'] = async (to = 'visitor', change = {}) => {
    const { village = places.village, day = '2026-11-23' } = change;
    const phone = 'phone' in change ? change.phone : '13812345678';
    doors += 1;
    const members = [{ name: '王小明', relation: '户主', categories: [], phone }];
    const text = `幸福小区${doors}号`;
    const { id: household } = await registerHousehold(deps, intentOf(who('admin'), core), {
      ...{ village, members, source: 'register' },
      details: { kind: 'home', address: { text } },
    });
    await put<Assignment>(assignmentType, assignmentId(campaign, household), {
      status: 'planned',
      ...{ campaign, scope: places.town, household, village, address: text, kind: 'home', head: '王**' },
      ...{ hasPhone: phone !== undefined, categories: [], assignee: officer(who(to)) },
      ...{ day: parseLocalDate(day), order: doors, tries: [], tried: 0, formerly: [] },
      createdAt: clock.now(),
    });
    return household;
  };
  const assignment: VisitBed['assignment'] = async (household) => {
    const stored = await core.ledger.read(assignmentType, assignmentId(campaign, household));
    if (!stored) throw new Error(`nobody is to visit ${household}`);
    return stored;
  };

  const authenticate = async ([name = '']: readonly string[]) => people[name];
  const apiOn = (other: Core): ApiFunction =>
    apiFunction(
      visitsContract,
      visitsRoutes(other === core ? deps : depsOn(other), createCursors(other.keyring)),
      {
        ...other,
        authenticate,
      },
    );
  const api = apiOn(core);
  const call: VisitBed['call'] = (route, as, what = {}, other = core) =>
    callRow(other === core ? api : apiOn(other), visitsContract.routes[route], { ...what, cookie: as });
  const all: VisitBed['all'] = async (type) =>
    (await platform.everything())
      .filter(({ SK, kind }) => SK === 'STATE' && kind === type.kind)
      .map((item) => storedOf(type, item));
  return {
    ...{ platform, deps, depsOn, people, campaign, call, planned, assignment, all },
    reassign: async (household, to) => {
      const before = await assignment(household);
      const { assignee, formerly } = before.state;
      const next: Assignment = {
        ...before.state,
        assignee: officer(who(to)),
        formerly: [...formerly, { ...assignee, until: clock.now() }],
      };
      await put<Assignment>(assignmentType, before.id, next, before);
    },
    entry: (household, change = {}) => ({
      ...{ entryId: randomUUID(), campaign, household, at: clock.now(), outcome: 'met' },
      met: [{ relation: 'head', name: '王小明' }],
      ...change,
    }),
    send: async (entries, as = 'visitor', other = core) => {
      const answer = await call('record', as, { body: { entries } }, other);
      if (answer.status !== 200) throw new Error(outcome(answer));
      return v.parse(resultsSchema, answer.body).results;
    },
    counts: async () => {
      const [visits, issues, ledgers] = [
        await all(visitType),
        await all(issueType),
        await all(dayLedgerType),
      ];
      return { visits: visits.length, issues: issues.length, ledgers: ledgers.length };
    },
    project: async () => {
      for (const image of await platform.everything()) {
        if (image['SK'] !== 'STATE') continue;
        for (const { kind, apply } of followed)
          if (kind === image['kind']) await apply(core.store, image, 'stream');
      }
    },
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
};
