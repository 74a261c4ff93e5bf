import * as v from 'valibot';
import { assignmentProjector } from '../../functions/campaigns/assignments.projector.ts';
import { assignmentId } from '../../functions/campaigns/assignments.store.ts';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { householdProjector } from '../../functions/households/households.projector.ts';
import type { RouteRow } from '../../functions/platform/contract/route.ts';
import { localDateOf } from '../../functions/platform/runtime/time.ts';
import { type Call, callRow } from '../support/call.ts';
import { details } from '../support/campaigns.ts';
import { type District, places, projected } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { registering } from '../support/households.ts';
import type { Plays } from './units.plays.ts';

const { routes } = campaignsContract;
const madeSchema = v.record(v.string(), v.unknown());

/** What has to be there before each route of campaigns: each has one of its own, of a village of few households. */
export const campaignPlays = (
  { accounts, administrator, parts }: District,
  { campaigns, households }: Functions,
): Plays<typeof campaignsContract> => {
  const { cookie } = administrator;
  const village = places.secondVillage;
  const body = { ...details, scope: village };
  const visitor = accounts.visitor.principal.staffId;
  const lead = accounts.lead.principal.staffId;
  const people = [{ staffId: visitor }];
  const ofVillage = village.slice(-12);
  let doors = 9_000;
  const field = async (
    api: Functions['campaigns'],
    row: RouteRow,
    call: Call,
    name: string,
  ): Promise<string> =>
    String(v.parse(madeSchema, (await callRow(api, row, { cookie, ...call })).body)[name]);
  const household = async (): Promise<string> => {
    doors += 1;
    const row = householdsContract.routes.register;
    const id = await field(households, row, { body: { ...registering(doors), village } }, 'household');
    await projected(parts, householdProjector, id);
    return id;
  };
  const draft = (): Promise<string> => field(campaigns, routes.create, { body }, 'campaign');
  const running = async (): Promise<string> => {
    const campaign = await draft();
    await callRow(campaigns, routes.start, { cookie, params: { campaign }, body: {}, ifMatch: 1 });
    return campaign;
  };
  const planning = async (): Promise<Call> => {
    await household();
    return { cookie, params: { campaign: await running() }, body: { village, people } };
  };
  /** A household somebody is to visit, in a campaign of its own. */
  const assigned = async (): Promise<{ campaign: string; household: string }> => {
    const one = await household();
    const campaign = await running();
    await callRow(campaigns, routes.plan, { cookie, params: { campaign }, body: { village, people } });
    await projected(parts, assignmentProjector, assignmentId(campaign, one));
    return { campaign, household: one };
  };
  const change = async (said: object, ifMatch = 1): Promise<Call> => ({
    ...{ cookie, params: await assigned(), body: said, ifMatch },
  });
  const excluded = async (): Promise<Call> => {
    const call = await change({ reason: '重复登记' });
    await callRow(campaigns, routes.exclusion, call);
    return call;
  };
  return {
    list: async () => ({ cookie, query: { node: places.town } }),
    create: async () => ({ cookie, body }),
    read: async () => ({ cookie, params: { campaign: await draft() } }),
    details: async () => ({ cookie, params: { campaign: await draft() }, body, ifMatch: 1 }),
    start: async () => ({ cookie, params: { campaign: await draft() }, body: {}, ifMatch: 1 }),
    end: async () => ({ cookie, params: { campaign: await running() }, body: {}, ifMatch: 2 }),
    plans: async () => ({ cookie, params: { campaign: await running() } }),
    people: async () => ({ cookie, params: { campaign: await running(), village: ofVillage } }),
    planPreview: planning,
    plan: planning,
    continuePlan: async () => {
      const { campaign } = await assigned();
      return { cookie, params: { campaign, village: ofVillage }, body: {} };
    },
    reassignments: async () => {
      const { campaign } = await assigned();
      return { cookie, params: { campaign }, body: { village, from: visitor, to: [lead] } };
    },
    coverage: async () => ({
      cookie,
      params: { campaign: (await assigned()).campaign },
      query: { node: village },
    }),
    unvisited: async () => ({
      ...{ cookie, params: { campaign: (await assigned()).campaign }, query: { node: village } },
    }),
    assignments: async () => ({
      ...{ cookie, params: { campaign: (await assigned()).campaign }, query: { village } },
    }),
    assignment: async () => ({ cookie, params: await assigned() }),
    exclusion: () => change({ reason: '重复登记' }),
    reinstatement: async () => ({ ...(await excluded()), body: { reason: '核实后' }, ifMatch: 2 }),
    day: () => change({ day: '2026-12-01', assignee: lead }),
    proofs: async () => ({ cookie, params: { campaign: await running() }, query: {} }),
    proof: async () => {
      const { campaign } = await assigned();
      await callRow(campaigns, routes.prove, { cookie, params: { campaign }, body: {} });
      return { cookie, params: { campaign, day: localDateOf(parts.clock.now()) } };
    },
    prove: async () => ({ cookie, params: { campaign: (await assigned()).campaign }, body: {} }),
  };
};
