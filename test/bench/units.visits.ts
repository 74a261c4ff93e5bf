import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import type { photosContract } from '../../functions/photos/photos.contract.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import { addDays, localDateOf } from '../../functions/platform/runtime/time.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import { entryResultSchema } from '../../functions/visits/visits.views.ts';
import { type Call, callRow } from '../support/call.ts';
import { type District, places } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { jpeg } from '../support/pictures.ts';
import { type PlanBed, startPlan } from '../support/visits.plan.ts';
import type { Plays } from './units.plays.ts';

const { routes } = visitsContract;
const answerSchema = v.object({ results: v.tuple([entryResultSchema]) });

const photoId = v.parse(PhotoIdSchema, 'cd'.repeat(16));

interface VisitPlays {
  readonly staff: Plays<typeof visitsContract>;
  readonly photos: Pick<Plays<typeof photosContract>, 'ofVisit'>;
}

/** What has to be there before each route of visits; households and days are new every time. */
export const visitPlays = (
  { accounts, administrator, parts }: District,
  { visits }: Functions,
  photos: PhotoStore,
): VisitPlays => {
  const { visitor, lead } = accounts;
  const today = localDateOf(parts.clock.now());
  let plan: Promise<PlanBed> | undefined;
  const planOf = (): Promise<PlanBed> => {
    plan ??= startPlan({ ...parts, nodes: createOrganisationNodes(parts) }, administrator.principal);
    return plan;
  };
  let days = 0;
  /** A day of the past nobody has handed in. */
  const day = (): { village: string; day: string } => {
    days += 1;
    return { village: places.village.slice(-12), day: addDays(today, -days) };
  };
  const entryFor = async (household: string, change: object = {}): Promise<object> => ({
    ...{ entryId: randomUUID(), campaign: (await planOf()).campaign, household, at: parts.clock.now() },
    ...{ outcome: 'met', met: [{ relation: 'head' }], ...change },
  });
  const recording = async (entry: object): Promise<Call> => ({
    cookie: visitor.cookie,
    body: { entries: [entry] },
  });
  const recorded = async (entry: object): Promise<string> => {
    const { results } = v.parse(
      answerSchema,
      (await callRow(visits, routes.record, await recording(entry))).body,
    );
    return results[0].visit ?? '';
  };
  const household = async (): Promise<string> => (await planOf()).planned(visitor.principal);
  const issue = { category: 'roads', what: '路灯坏了', reporter: { who: 'head' }, consent: true };
  const { cookie } = lead;
  const handingIn = (): Call => ({ cookie, params: day(), body: { nothingToReport: true } });
  const staff: VisitPlays['staff'] = {
    round: async () => ({ cookie: visitor.cookie }),
    done: async () => ({ cookie: visitor.cookie }),
    record: async () => recording(await entryFor(await household(), { issues: [issue] })),
    read: async () => ({ cookie, params: { visit: await recorded(await entryFor(await household())) } }),
    conflicts: async () => ({ cookie, query: { node: places.village } }),
    settlement: async () => {
      const contested = await household();
      await (await planOf()).reassign(contested, lead.principal);
      const visit = await recorded(await entryFor(contested));
      return { cookie, params: { visit }, body: { decision: 'void', reason: '不是同一户' }, ifMatch: 1 };
    },
    figures: async () => ({ cookie, query: { node: places.town, from: addDays(today, -30), to: today } }),
    dayLedgers: async () => ({ cookie, query: { node: places.town, day: today } }),
    dayLedger: async () => ({ cookie, params: day() }),
    handIn: async () => handingIn(),
    amendment: async () => {
      const call = handingIn();
      await callRow(visits, routes.handIn, call);
      return { ...call, body: { reason: '漏记', text: '应为两户' }, ifMatch: 1 };
    },
  };
  return {
    staff,
    photos: {
      ofVisit: async () => {
        await photos.put(photoId, { bytes: jpeg(4, 4), type: 'image/jpeg' });
        const visit = await recorded(await entryFor(await household(), { photos: [photoId] }));
        return { cookie, params: { visit, photoId } };
      },
    },
  };
};
