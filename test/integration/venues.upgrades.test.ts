import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import { photosRoutes } from '../../functions/photos/photos.routes.ts';
import { photosPublicContract } from '../../functions/photos/photos-public.contract.ts';
import { photosPublicRoutes } from '../../functions/photos/photos-public.routes.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { KEPT, type PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import { openShownPhotos } from '../../functions/platform/photos/shown-photos.open.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { showVenuePhotos } from '../../functions/venues/venues-photos.usecases.ts';
import { callRow } from '../support/call.ts';
import { unseen } from '../support/functions.ts';
import { jpeg } from '../support/pictures.ts';
import { fieldIn, openVenues, outcome, places, textIn, type VenueBed } from '../support/venues.ts';

const photoId = v.parse(PhotoIdSchema, 'abcdef0123456789');
const unnamed = v.parse(PhotoIdSchema, 'fedcba9876543210');

let bed: VenueBed;
let folder: string;
let photos: PhotoStore;
let pictures: ApiFunction;
beforeAll(async () => {
  bed = await openVenues();
  folder = await mkdtemp(join(tmpdir(), 'huimin-photos-'));
  photos = openPhotoStore(`folder:${folder}`);
  for (const id of [photoId, unnamed]) await photos.put(id, { bytes: jpeg(4, 4), type: 'image/jpeg' });
  const { core } = bed.platform;
  const authenticate = async ([name = '']: readonly string[]) => bed.people[name];
  pictures = unseen(
    apiFunction(photosContract, photosRoutes({ ...core, photos }), { ...core, authenticate }),
  );
});
afterAll(async () => {
  await bed[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const planned = (change: object = {}) => ({
  ...{ kind: 'new-venue', node: places.village, title: '新建城市书房', year: 2026, cost: 800_000 },
  ...{ dueDay: '2026-12-31', ...change },
});
const made = async (change: object = {}): Promise<string> =>
  textIn(await bed.done('createUpgrade', { body: planned(change) }), 'upgrade') ?? '';
const step = (upgrade: string, version: number, body: object, as = 'culture') =>
  bed.call('upgradeProgress', as, { params: { upgrade }, body, ifMatch: version });
const ofYear = async (year: string) => {
  await bed.project();
  return bed.done('upgrades', { query: { node: places.town, year } });
};

describe('a project', () => {
  test('goes from planned to done, with what was said on the way, and counts in its year', async () => {
    const upgrade = await made({ year: 2024 });
    const venue = await bed.venue();
    await step(upgrade, 1, { state: 'under-way', note: '已开工' });
    expect((await step(upgrade, 2, { state: 'done', venue, cost: 790_000 })).body).toMatchObject({
      ...{ state: 'done', venue, cost: 790_000, doneAt: '2026-11-23T01:00:00.000Z' },
      notes: [{ state: 'planned' }, { state: 'under-way', note: '已开工' }, { state: 'done' }],
    });
    expect(await ofYear('2024')).toMatchObject({
      rows: [{ upgrade }],
      newVenues: { planned: 1, done: 1 },
      equipment: { planned: 0, done: 0 },
    });
  });

  test('that is done is done; one given up can be planned again and counts nowhere until then', async () => {
    const done = await made({ year: 2025 });
    await step(done, 1, { state: 'done' });
    expect(outcome(await step(done, 2, { state: 'under-way' }))).toBe('409 upgrade.step_not_allowed');
    const givenUp = await made({ year: 2025 });
    await step(givenUp, 1, { state: 'given-up', note: '没有地方' });
    expect(fieldIn(await ofYear('2025'), 'newVenues')).toEqual({ planned: 1, done: 1 });
    expect(outcome(await step(givenUp, 2, { state: 'done' }))).toBe('409 upgrade.step_not_allowed');
    expect(outcome(await step(givenUp, 2, { state: 'planned' }))).toBe('200');
  });

  test('names a venue that is there and a place of its own area', async () => {
    const unknown = planned({ kind: 'equipment', venue: referenceFrom('no such venue') });
    const answer = await bed.call('createUpgrade', 'culture', { body: unknown });
    expect(outcome(answer)).toBe('404 venue.not_found');
    expect(outcome(await bed.call('createUpgrade', 'stranger', { body: planned() }))).toBe(
      '403 access.scope',
    );
    expect(outcome(await step(await made(), 1, { state: 'done' }, 'stranger'))).toBe('403 access.scope');
  });
});

describe('a photo', () => {
  const followed = (image: Item | undefined) =>
    showVenuePhotos(
      { ...bed.platform.core, photos, shown: openShownPhotos(`folder:${folder}`) },
      image ?? {},
    );
  const seen = async (who: string, params: Record<string, string>): Promise<string> => {
    const row = 'venue' in params ? photosContract.routes.ofVenue : photosContract.routes.ofUpgrade;
    const answer = await callRow(pictures, row, { params, cookie: who });
    return answer.status < 400 ? `200 ${answer.headers['content-type']}` : outcome(answer);
  };

  test('of a venue or a project is shown to whoever reads them, and no other is', async () => {
    const venue = await bed.venue();
    await bed.done('photos', { params: { venue }, body: { photos: [photoId] }, ifMatch: 1 });
    const upgrade = await made();
    await step(upgrade, 1, { state: 'done', photos: [photoId] });
    for (const of of [{ venue }, { upgrade }]) {
      expect(await seen('lead', { ...of, photoId })).toBe('200 image/jpeg');
      expect(await seen('contractor', { ...of, photoId })).toBe('403 access.role');
      expect(await seen('lead', { ...of, photoId: unnamed })).toBe('404 photo.not_found');
    }
  });

  test('is kept once a venue names it', async () => {
    const venue = await bed.venue();
    await bed.done('photos', { params: { venue }, body: { photos: [photoId] }, ifMatch: 1 });
    const image = await bed.platform.core.store.get({ PK: `VENUE#${venue}`, SK: 'STATE' });
    await followed(image);
    expect((await readdir(join(folder, KEPT))).some((name) => name.startsWith(photoId))).toBe(true);
  });

  test('is seen by residents while the venue is open and names it, and by nobody once it is taken off or ended', async () => {
    const venue = await bed.venue();
    const resident = async () => {
      const core = bed.platform.core;
      const api = apiFunction(
        photosPublicContract,
        photosPublicRoutes({ ...core, photos, shown: openShownPhotos(`folder:${folder}`) }),
        {
          ...core,
          authenticate: async () => undefined,
        },
      );
      const { status, headers } = await callRow(unseen(api), photosPublicContract.routes.ofVenue, {
        params: { venue, photoId },
      });
      return `${status} ${headers['content-type']} ${headers['cache-control']}`;
    };
    const imageNow = () => bed.platform.core.store.get({ PK: `VENUE#${venue}`, SK: 'STATE' });
    expect(await resident()).toContain('404');
    await bed.done('photos', { params: { venue }, body: { photos: [photoId] }, ifMatch: 1 });
    const late = await imageNow();
    await followed(late);
    await followed(late);
    expect(await resident()).toBe('200 image/jpeg public, max-age=86400');
    await bed.done('photos', { params: { venue }, body: { photos: [] }, ifMatch: 2 });
    await followed(await imageNow());
    expect(await resident()).toContain('404');
    // News of when it was up, once more, puts nothing up again.
    await followed(late);
    expect(await resident()).toContain('404');
  });
});
