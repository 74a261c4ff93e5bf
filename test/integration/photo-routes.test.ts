import { mkdtemp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import type { Raising } from '../../functions/issues/issues-raising.usecases.ts';
import { raiseIssue } from '../../functions/issues/issues-raising.usecases.ts';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import { photosRoutes } from '../../functions/photos/photos.routes.ts';
import { photosPublicContract } from '../../functions/photos/photos-public.contract.ts';
import { photosPublicRoutes } from '../../functions/photos/photos-public.routes.ts';
import { roles } from '../../functions/platform/contract/roles.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import {
  PHOTO_MAX_BYTES,
  type PhotoId,
  PhotoIdSchema,
} from '../../functions/platform/photos/photo.contract.ts';
import { openPhotoRemoval } from '../../functions/platform/photos/photo-removal.open.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import { openShownPhotos } from '../../functions/platform/photos/shown-photos.open.ts';
import { ascii, gpsBytes, includes, join as joined, jpeg, png, SECRETS, webp } from '../support/pictures.ts';
import { authenticateByCookie, type Got, type Sent, send, staff } from './calendar.requests.ts';
import { type Bed, startTestbed, type Testbed } from './calendar.testbed.ts';

const village = '370402/370402101/370402101203';
const photo = jpeg(40, 24, { traces: true });
const another = png(8, 8, { traces: true });

let testbed: Testbed;
let bed: Bed;
let folder: string;
let photos: PhotoStore;
let publicApi: ApiFunction;
let staffApi: ApiFunction;

beforeAll(async () => {
  testbed = await startTestbed();
});
afterAll(async () => testbed[Symbol.asyncDispose]());
beforeEach(async () => {
  bed = await testbed.bed();
  folder = await mkdtemp(join(testbed.folder, 'photos-'));
  photos = openPhotoStore(`folder:${folder}`);
  const deps = { ...bed, photos, shown: openShownPhotos(`folder:${folder}`) };
  const dependencies = { ...bed, authenticate: authenticateByCookie };
  publicApi = apiFunction(photosPublicContract, photosPublicRoutes(deps), dependencies);
  staffApi = apiFunction(photosContract, photosRoutes(deps), dependencies);
});

const upload = (bytes: Uint8Array, change: Partial<Sent> = {}): Promise<Got> =>
  send(publicApi, { method: 'POST', path: '/api/public/photos', bytes, ...change });
const staffUpload = (bytes: Uint8Array, change: Partial<Sent>): Promise<Got> =>
  send(staffApi, { method: 'POST', path: '/api/photos', bytes, ...change });

const answerSchema = v.object({ photoId: PhotoIdSchema });
const idOf = ({ body }: Got): PhotoId => v.parse(answerSchema, body).photoId;

/** A few hundred bytes that say they are 10,000 × 10,000 pixels. */
const hugeWhenOpened = (): Uint8Array => {
  const bytes = Buffer.from(jpeg(40, 24));
  const frame = bytes.indexOf(Buffer.of(0xff, 0xc0));
  bytes.writeUInt16BE(10_000, frame + 5);
  bytes.writeUInt16BE(10_000, frame + 7);
  return Uint8Array.from(bytes);
};

const storedFiles = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

const tracesIn = (bytes: Uint8Array): readonly string[] => [
  ...SECRETS.filter((secret) => includes(bytes, ascii(secret))),
  ...gpsBytes()
    .filter((position) => includes(bytes, position))
    .map(() => 'position'),
];

describe('a photo a resident sends', () => {
  test.each([
    ['JPEG', photo, 'image/jpeg'],
    ['PNG', another, 'image/png'],
    ['WebP', webp('lossy', { traces: true }), 'image/webp'],
  ] as const)('as %s is taken, and neither place nor person is in what is stored', async (_, bytes, type) => {
    expect(tracesIn(bytes)).toContain('position');
    const answer = await upload(bytes);
    expect(answer.status).toBe(201);
    const stored = await photos.get(idOf(answer));
    expect(stored?.type).toBe(type);
    expect(tracesIn(stored?.bytes ?? bytes)).toEqual([]);
    expect(await storedFiles()).toEqual([idOf(answer)]);
  });

  test('may fill the limit to its last byte', async () => {
    const full = joined(photo, new Uint8Array(PHOTO_MAX_BYTES - photo.length));
    expect(await upload(full)).toMatchObject({ status: 201 });
  });

  test('of one byte more is refused, and nothing is stored', async () => {
    const over = joined(photo, new Uint8Array(PHOTO_MAX_BYTES + 1 - photo.length));
    expect(await upload(over)).toMatchObject({ status: 413, body: { code: 'request.too_large' } });
    expect(await storedFiles()).toEqual([]);
  });

  test.each([
    ['an empty file', new Uint8Array(), 422, 'photo.empty'],
    ['a page with a script', ascii('<html><script>alert(1)</script></html>'), 415, 'photo.not_a_picture'],
    ['a document', ascii('%PDF-1.7 and so on'), 415, 'photo.not_a_picture'],
    ['a drawing with a script', ascii('<svg><script>1</script></svg>'), 415, 'photo.unsupported_type'],
    ['a moving picture', ascii('GIF89a and so on'), 415, 'photo.unsupported_type'],
    ['half a photo', photo.subarray(0, photo.length / 2), 422, 'photo.damaged'],
    ['a photo of 100 million pixels', hugeWhenOpened(), 413, 'photo.too_large'],
  ])('that is %s is refused by its content, and nothing is stored', async (_, bytes, status, code) => {
    const answer = await upload(bytes, { headers: { 'content-type': 'image/jpeg' } });
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(await storedFiles()).toEqual([]);
  });

  test('counts by its content, whatever picture the sender calls it', async () => {
    const answer = await upload(photo, { headers: { 'content-type': 'image/heic' } });
    expect(await photos.get(idOf(answer))).toMatchObject({ type: 'image/jpeg' });
  });

  test.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x'])(
    'sent as %s is refused',
    async (type) => {
      expect(await upload(photo, { headers: { 'content-type': type } })).toMatchObject({
        status: 415,
        body: { code: 'request.media_type' },
      });
    },
  );

  test('without an Idempotency-Key is refused', async () => {
    expect(await upload(photo, { headers: { 'idempotency-key': '' } })).toMatchObject({
      status: 400,
      body: { code: 'request.key_required' },
    });
    expect(await storedFiles()).toEqual([]);
  });
});

describe('a photo sent again', () => {
  const key = 'one-photo-of-mine-01';

  test('under the same key is stored once and has the same id', async () => {
    const first = await upload(photo, { key });
    expect(await upload(photo, { key })).toEqual(first);
    expect(await storedFiles()).toEqual([idOf(first)]);
  });

  test('with other bytes under the same key is refused, and the first stays', async () => {
    const first = await upload(photo, { key });
    expect(await upload(another, { key })).toMatchObject({
      status: 422,
      body: { code: 'request.key_reused' },
    });
    expect(await photos.get(idOf(first))).toMatchObject({ type: 'image/jpeg' });
  });

  test('as two different photos at once under one key leaves the one that was answered', async () => {
    const answers = await Promise.all(
      [photo, another, photo, another].map((bytes) => upload(bytes, { key })),
    );
    const won = answers[0]?.status === 201 ? 'image/jpeg' : 'image/png';
    expect(answers.map(({ status }) => status)).toEqual(
      won === 'image/jpeg' ? [201, 422, 201, 422] : [422, 201, 422, 201],
    );
    const taken = answers.find(({ status }) => status === 201);
    expect(taken && (await photos.get(idOf(taken)))).toMatchObject({ type: won });
    expect(await storedFiles()).toHaveLength(1);
  });

  test('under the key of somebody else is another photo', async () => {
    const ids = [
      idOf(await upload(photo, { key })),
      idOf(await staffUpload(another, { key, as: staff('lead') })),
      idOf(await staffUpload(another, { key, as: staff('visitor') })),
    ];
    expect(new Set(ids).size).toBe(3);
    expect(await photos.get(ids[0] ?? v.parse(PhotoIdSchema, 'none'))).toMatchObject({ type: 'image/jpeg' });
  });
});

describe('an address', () => {
  const refused = { status: 429, body: { code: 'request.too_many' }, headers: { 'retry-after': '1800' } };

  test('may send 30 photos an hour, good or bad, and others are not held up by it', async () => {
    bed.setTime('2026-11-22T09:30:00+08:00');
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => upload(i % 2 ? photo : new Uint8Array(), { from: '10.0.0.9' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 422]));
    expect(await upload(photo, { from: '10.0.0.9' })).toMatchObject(refused);
    expect(await storedFiles()).toHaveLength(15);
    expect(await upload(photo, { from: '10.0.0.10' })).toMatchObject({ status: 201 });
    bed.setTime('2026-11-22T10:00:00+08:00');
    expect(await upload(photo, { from: '10.0.0.9' })).toMatchObject({ status: 201 });
  });
});

describe('a photo an officer sends', () => {
  test.each(roles)('is taken from %s, without place or person', async (role) => {
    const answer = await staffUpload(photo, { as: staff(role, village) });
    expect(answer.status).toBe(201);
    expect(tracesIn((await photos.get(idOf(answer)))?.bytes ?? photo)).toEqual([]);
  });

  test('is not taken without a session', async () => {
    expect(await staffUpload(photo, {})).toMatchObject({ status: 401, body: { code: 'session.required' } });
    expect(await storedFiles()).toEqual([]);
  });
});

describe('a photo of an issue', () => {
  const raised = async (named: readonly PhotoId[]): Promise<string> => {
    const raising: Raising = {
      category: 'roads',
      what: '路灯不亮',
      place: { path: village, text: '村东头' },
      photos: [...named],
      reporter: { name: '王小明', phone: '13812345678' },
      source: 'form',
      consent: '2026-11',
    };
    const deps = {
      ...bed,
      calendars: { current: async () => workingCalendar([]) },
      nodes: {
        at: async (path: string) =>
          ({ path, kind: 'village', name: { zh: '村', en: 'Village' }, active: true }) as const,
      },
    };
    const command = {
      key: 'raise-1',
      request: 'r',
      actor: { kind: 'resident' },
      now: bed.clock.now(),
    } as const;
    return (await raiseIssue(deps, command, raising, undefined)).stored.id;
  };
  const look = (reference: string, photoId: string, as = staff('lead', '370402/370402101')): Promise<Got> =>
    send(staffApi, { method: 'GET', path: `/api/issues/${reference}/photos/${photoId}`, as });

  test('is shown to whoever may read the issue, as a picture without its traces', async () => {
    const photoId = idOf(await upload(photo));
    const answer = await look(await raised([photoId]), photoId);
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' },
    });
    expect(answer.bytes).toEqual((await photos.get(photoId))?.bytes);
    expect(tracesIn(answer.bytes)).toEqual([]);
  });

  test('is not shown outside the area of the account', async () => {
    const photoId = idOf(await upload(photo));
    const reference = await raised([photoId]);
    expect(await look(reference, photoId, staff('lead', '370402/370402102'))).toMatchObject({
      status: 403,
      body: { code: 'access.scope' },
    });
  });

  test('is not shown to a contractor, who sees no issues', async () => {
    const photoId = idOf(await upload(photo));
    expect(await look(await raised([photoId]), photoId, staff('contractor'))).toMatchObject({
      status: 403,
      body: { code: 'access.role' },
    });
  });

  test('is only one that the issue names: another of the store is not found', async () => {
    const [mine, other] = [idOf(await upload(photo)), idOf(await upload(another))];
    expect(await look(await raised([mine]), other)).toMatchObject({
      status: 404,
      body: { code: 'photo.not_found' },
    });
  });

  test('that expired before the issue kept it is not found', async () => {
    const photoId = idOf(await upload(photo));
    const reference = await raised([photoId]);
    await openPhotoRemoval(`folder:${folder}`).remove(photoId);
    expect(await look(reference, photoId)).toMatchObject({ status: 404, body: { code: 'photo.not_found' } });
  });

  test('of an issue that does not exist is not found', async () => {
    expect(await look('5689YTT8C8', 'abc')).toMatchObject({ status: 404, body: { code: 'issue.not_found' } });
  });

  test('is never looked for outside the store', async () => {
    const reference = await raised([]);
    expect(await look(reference, encodeURIComponent('../master.key'))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'photoId' }] },
    });
  });
});
