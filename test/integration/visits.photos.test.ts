import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import { photosRoutes } from '../../functions/photos/photos.routes.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { KEPT, type PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import { keepVisitPhotos } from '../../functions/visits/visits-photos.usecases.ts';
import { callRow } from '../support/call.ts';
import { unseen } from '../support/functions.ts';
import { jpeg } from '../support/pictures.ts';
import { openVisits, outcome, type VisitBed } from '../support/visits.ts';

const mine = v.parse(PhotoIdSchema, 'abcdef0123456789');
const unnamed = v.parse(PhotoIdSchema, 'fedcba9876543210');

let bed: VisitBed;
let folder: string;
let photos: PhotoStore;
let api: ApiFunction;
let visit: string;

beforeAll(async () => {
  bed = await openVisits();
  folder = await mkdtemp(join(tmpdir(), 'huimin-photos-'));
  photos = openPhotoStore(`folder:${folder}`);
  const { core } = bed.platform;
  const authenticate = async ([name = '']: readonly string[]) => bed.people[name];
  api = unseen(apiFunction(photosContract, photosRoutes({ ...core, photos }), { ...core, authenticate }));
  for (const id of [mine, unnamed]) await photos.put(id, { bytes: jpeg(4, 4), type: 'image/jpeg' });
  const [result] = await bed.send(
    [bed.entry(await bed.planned('colleague'), { photos: [mine] })],
    'colleague',
  );
  visit = result?.visit ?? '';
});
afterAll(async () => {
  await bed[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const seen = async (who: string, photoId: string, of = visit): Promise<string> => {
  const answer = await callRow(api, photosContract.routes.ofVisit, {
    params: { visit: of, photoId },
    cookie: who,
  });
  return answer.status < 400 ? `200 ${answer.headers['content-type']}` : outcome(answer);
};

describe('a photo of a visit', () => {
  test.each([
    ['colleague', '200 image/jpeg'],
    ['lead', '200 image/jpeg'],
    ['supervisor', '200 image/jpeg'],
    ['inspector', '200 image/jpeg'],
    ['admin', '200 image/jpeg'],
    ['auditor', '200 image/jpeg'],
    ['visitor', '403 access.scope'],
    ['stranger', '403 access.scope'],
    ['villager', '403 access.scope'],
    ['handler', '403 access.role'],
    ['contractor', '403 access.role'],
  ])('is answered as the visit itself is, for %s: %s', async (who, expected) => {
    expect(await seen(who, mine)).toBe(expected);
    const read = outcome(await bed.call('read', who, { params: { visit } }));
    expect(expected.startsWith('200') ? '200' : expected).toBe(read);
  });

  test('is only one that the visit names: another of the store is not found', async () => {
    expect(await seen('lead', unnamed)).toBe('404 photo.not_found');
  });

  test('of a visit nobody made is not found', async () => {
    expect(await seen('lead', mine, visit.replaceAll(/[A-Z]/g, 'A'))).toBe('404 visit.not_found');
  });

  test('no longer waits among the uploads once the stream has seen the visit', async () => {
    const kept = async () => readdir(join(folder, KEPT)).catch(() => []);
    expect(await kept()).toEqual([]);
    const image = await bed.platform.core.store.get({ PK: `VISIT#${visit}`, SK: 'STATE' });
    await keepVisitPhotos(photos, image ?? {});
    expect(await kept()).toEqual([mine]);
    expect(await seen('lead', mine)).toBe('200 image/jpeg');
  });
});
