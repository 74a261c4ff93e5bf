import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { type Calendars, createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { assignmentProjector } from '../../functions/campaigns/assignments.projector.ts';
import type { Assignment } from '../../functions/campaigns/assignments.states.ts';
import { assignmentId, assignmentType } from '../../functions/campaigns/assignments.store.ts';
import { campaignProjector } from '../../functions/campaigns/campaigns.projector.ts';
import { householdProjector } from '../../functions/households/households.projector.ts';
import { issueProjector } from '../../functions/issues/issues.projector.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import { type Principal, roles } from '../../functions/platform/contract/roles.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import type { Projector } from '../../functions/platform/ledger/projections.ts';
import type { CaseType, Stored } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { dayLedgerType } from '../../functions/visits/day-ledgers.store.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import type { VisitEntryInput } from '../../functions/visits/visits.fields.ts';
import { visitProjector } from '../../functions/visits/visits.projector.ts';
import { type VisitsDependencies, visitsRoutes } from '../../functions/visits/visits.routes.ts';
import { visitType } from '../../functions/visits/visits.store.ts';
import { type EntryResult, entryResultSchema } from '../../functions/visits/visits.views.ts';
import { startedCampaigns } from '../../functions/visits/visits-plan.usecases.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import { buildDistrict, places } from './district.ts';
import { outcome } from './issues.ts';
import { applyProjection } from './projections.ts';
import { type Planning, startPlan } from './visits.plan.ts';

export { outcome, places };

export type VisitRoute = keyof typeof visitsContract.routes;

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

const storedOf = <S>(type: CaseType<S>, item: Readonly<Record<string, unknown>>): Stored<S> => ({
  id: String(item['id']),
  version: Number(item['version']),
  head: String(item['head']),
  state: v.parse(type.schema, item['state']),
});

const projectedBy = async <S>(projector: Projector<S>, { store }: Core, image: Item): Promise<void> => {
  if (image['SK'] === 'STATE' && image['kind'] === projector.type.kind)
    await applyProjection(store, projector, image, 'stream');
};

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

  const plan = await startPlan(deps, who('admin'));
  const { campaign } = plan;
  const planned: VisitBed['planned'] = (to = 'visitor', change = {}) => plan.planned(who(to), change);
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
    reassign: (household, to) => plan.reassign(household, who(to)),
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
        await projectedBy(householdProjector, core, image);
        await projectedBy(campaignProjector, core, image);
        await projectedBy(assignmentProjector, core, image);
        await projectedBy(visitProjector, core, image);
        await projectedBy(issueProjector, core, image);
      }
    },
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
};
