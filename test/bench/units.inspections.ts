import * as v from 'valibot';
import { inspectionsContract } from '../../functions/inspections/inspections.contract.ts';
import {
  checkViewSchema,
  inspectionViewSchema,
  rectificationViewSchema,
} from '../../functions/inspections/inspections.views.ts';
import type { photosContract } from '../../functions/photos/photos.contract.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import { localDateOf } from '../../functions/platform/runtime/time.ts';
import { type Call, callRow } from '../support/call.ts';
import { type District, places } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { makeVisits } from '../support/inspections.visits.ts';
import { jpeg } from '../support/pictures.ts';
import type { Play, Plays } from './units.plays.ts';

const { routes } = inspectionsContract;
const photoId = v.parse(PhotoIdSchema, 'ab'.repeat(16));
const answers = {
  ...{ everyoneMet: 'yes', issuesAccurate: 'yes', ledgerComplete: 'yes', photos: [photoId] },
} as const;
const nothingWrong = { ...answers, reallyVisited: 'yes', discrepancies: [] };
const neverVisited = {
  ...answers,
  reallyVisited: 'no',
  discrepancies: [{ kind: 'not-visited', what: '没有来过', responsible: { who: 'visitor' } }],
};

interface Known {
  readonly inspection: string;
  readonly version: number;
}

export interface InspectionPlays {
  readonly staff: Plays<typeof inspectionsContract>;
  readonly photos: Pick<Plays<typeof photosContract>, 'ofCheck' | 'ofRectification'>;
}

/** What has to be there before each route of inspections; each measured inspection is a new one of ten visits. */
export const inspectionPlays = (
  { accounts, parts }: District,
  { inspections }: Functions,
  photos: PhotoStore,
): InspectionPlays => {
  const { inspector, visitor } = accounts;
  const { cookie } = inspector;
  const day = localDateOf(parts.clock.now());
  const days = { from: day, to: day };
  let ready: Promise<unknown> | undefined;
  const prepared = (): Promise<unknown> => {
    ready ??= Promise.all([
      makeVisits(parts, places.village, 20, visitor.principal),
      photos.put(photoId, { bytes: jpeg(4, 4), type: 'image/jpeg' }),
    ]);
    return ready;
  };
  const drawing = async (): Promise<Call> => {
    await prepared();
    return { cookie, body: { node: places.village, ...days, size: 10 } };
  };
  const drawn = async (): Promise<Known> =>
    v.parse(inspectionViewSchema, (await callRow(inspections, routes.draw, await drawing())).body);
  const starting = ({ inspection, version }: Known): Call => ({
    cookie,
    params: { inspection },
    body: {},
    ifMatch: version,
  });
  const started = async (): Promise<Known> =>
    v.parse(inspectionViewSchema, (await callRow(inspections, routes.start, starting(await drawn()))).body);
  const checking = (inspection: string, n: number, body: object): Call => ({
    cookie,
    params: { inspection, n: String(n) },
    body,
    ifMatch: 1,
  });
  const checked = async (body: object): Promise<{ inspection: string; rectification: string }> => {
    const { inspection } = await started();
    const answer = await callRow(inspections, routes.check, checking(inspection, 1, body));
    const { findings } = v.parse(checkViewSchema, answer.body);
    return { inspection, rectification: findings?.discrepancies[0]?.rectification ?? '' };
  };
  const ofCheck: Play = async () => {
    const { inspection } = await checked(nothingWrong);
    return { cookie, params: { inspection, n: '1' } };
  };
  const ofInspection: Play = async () => ({ cookie, params: { inspection: (await started()).inspection } });
  const completing = (rectification: string): Call => ({
    cookie: visitor.cookie,
    params: { rectification },
    body: { what: '已补访', photos: [photoId] },
    ifMatch: 1,
  });
  const done = async (): Promise<string> => {
    const { rectification } = await checked(neverVisited);
    const answer = await callRow(inspections, routes.completion, completing(rectification));
    return v.parse(rectificationViewSchema, answer.body).rectification;
  };
  const deciding = async (body: object): Promise<Call> => ({
    cookie,
    params: { rectification: await done() },
    body,
    ifMatch: 2,
  });
  const staff: InspectionPlays['staff'] = {
    list: async () => ({ cookie, query: { node: places.town, list: 'started' } }),
    population: async () => {
      await prepared();
      return { cookie, query: { node: places.village, ...days, size: '10' } };
    },
    draw: drawing,
    read: ofInspection,
    history: ofInspection,
    verification: ofInspection,
    start: async () => starting(await drawn()),
    check: async () => checking((await started()).inspection, 1, neverVisited),
    checkHistory: ofCheck,
    finish: async () => {
      const known = await started();
      for (let n = 1; n <= 10; n++) {
        await callRow(inspections, routes.check, checking(known.inspection, n, nothingWrong));
      }
      return starting(known);
    },
    people: async () => ({ cookie, query: { village: places.village } }),
    rates: async () => ({ cookie, query: { node: places.town, ...days } }),
    rectifications: async () => ({ cookie, query: { node: places.town, list: 'overdue' } }),
    mine: async () => ({ cookie: visitor.cookie, query: {} }),
    rectification: async () => ({
      cookie,
      params: { rectification: (await checked(neverVisited)).rectification },
    }),
    completion: async () => completing((await checked(neverVisited)).rectification),
    acceptance: async () => deciding({}),
    return: async () => deciding({ reason: '没有照片', workingDays: 2 }),
  };
  return {
    staff,
    photos: {
      ofCheck: async () => {
        const call = await ofCheck();
        return { ...call, params: { ...call.params, photoId } };
      },
      ofRectification: async () => ({ cookie, params: { rectification: await done(), photoId } }),
    },
  };
};
