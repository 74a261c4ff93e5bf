import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PhotoId, PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import { s3PhotoRemoval } from '../../functions/platform/photos/photo-removal.s3.ts';
import { folderPhotoStore } from '../../functions/platform/photos/photo-store.folder.ts';
import { s3PhotoStore } from '../../functions/platform/photos/photo-store.s3.ts';
import type { PhotoRemoval, PhotoStore, StoredPhoto } from '../../functions/platform/photos/photo-store.ts';
import { folderShownPhotos } from '../../functions/platform/photos/shown-photos.folder.ts';
import { s3ShownPhotos } from '../../functions/platform/photos/shown-photos.s3.ts';
import type { ShownPhotos } from '../../functions/platform/photos/shown-photos.ts';
import { jpeg, png, webp } from '../support/pictures.ts';
import { type S3TestServer, startS3Server } from '../support/s3-server.ts';

const idOf = (text: string): PhotoId => v.parse(PhotoIdSchema, text);
const ID = idOf('photo01');
const PHOTO: StoredPhoto = { bytes: jpeg(40, 24), type: 'image/jpeg' };
const ANOTHER: StoredPhoto = { bytes: png(8, 8), type: 'image/png' };

/** Something to store in, and the way to throw it away. */
interface Place {
  readonly store: PhotoStore & PhotoRemoval;
  readonly shown: ShownPhotos;
  /** Names of everything stored, as `pending/…` and `kept/…`. */
  names(): Promise<readonly string[]>;
  /** Lets everything that waits expire now. */
  expire(): Promise<void>;
  discard(): Promise<void>;
}

async function aFolder(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'huimin-photos-'));
  const store = folderPhotoStore(join(folder, 'photos'));
  return {
    store,
    shown: folderShownPhotos(join(folder, 'photos')),
    async names() {
      const entries = await readdir(join(folder, 'photos'), { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      return files.map(({ parentPath, name }) => `${parentPath.split('/').at(-1)}/${name}`).sort();
    },
    expire: () => store.expirePending(new Date('2999-01-01T00:00:00Z')),
    discard: () => rm(folder, { recursive: true }),
  };
}

async function aBucket(): Promise<Place> {
  const server = await startS3Server();
  return {
    store: {
      ...s3PhotoStore(server.client(), server.bucket),
      ...s3PhotoRemoval(server.client(), server.bucket),
    },
    shown: s3ShownPhotos(server.client(), server.bucket),
    names: async () => server.keys(),
    expire: async () => server.expire('pending/'),
    discard: async () => server[Symbol.asyncDispose](),
  };
}

describe.each([
  { where: 'a folder', open: aFolder },
  { where: 'a bucket', open: aBucket },
])('photos in $where', ({ open }) => {
  let place: Place;
  let store: PhotoStore & PhotoRemoval;
  let shown: ShownPhotos;
  beforeEach(async () => {
    place = await open();
    ({ store, shown } = place);
  });
  afterEach(() => place.discard());

  test('shows copies of what is kept, of one subject exactly those named, and takes them down again', async () => {
    const another = idOf('photo02');
    await store.put(ID, PHOTO);
    await store.put(another, ANOTHER);
    await shown.showOnly('VENUE1', [ID]);
    // Nothing is shown that no case keeps.
    expect(await shown.get('VENUE1', ID)).toBeUndefined();
    await store.keep(ID);
    await store.keep(another);
    await shown.showOnly('VENUE1', [ID, another]);
    await shown.showOnly('VENUE1', [ID, another]);
    await shown.showOnly('VENUE2', [ID]);
    expect(await shown.get('VENUE1', ID)).toEqual(PHOTO);
    expect(await shown.get('VENUE1', another)).toEqual(ANOTHER);
    await shown.showOnly('VENUE1', [another]);
    expect(await shown.get('VENUE1', ID)).toBeUndefined();
    expect(await shown.get('VENUE2', ID)).toEqual(PHOTO);
    expect(await store.get(ID)).toEqual(PHOTO);
    await shown.showOnly('VENUE1', []);
    expect(await shown.get('VENUE1', another)).toBeUndefined();
    await expect(shown.showOnly('../kept', [ID])).rejects.toThrow();
    await expect(async () => shown.get('../kept', ID)).rejects.toThrow();
  });

  test.each<StoredPhoto>([PHOTO, ANOTHER, { bytes: webp('lossy'), type: 'image/webp' }])(
    'an uploaded $type waits under pending and is read back as it was',
    async (photo) => {
      await store.put(ID, photo);
      expect(await store.get(ID)).toEqual(photo);
      expect(await place.names()).toEqual(['pending/photo01']);
    },
  );

  test('a photo nobody uploaded is not there, and says so when it is to be kept', async () => {
    expect(await store.get(ID)).toBeUndefined();
    expect(await store.keep(ID)).toBe('missing');
    expect(await store.get(ID)).toBeUndefined();
  });

  test('a kept photo is read back as it was, and still is when the waiting one has expired', async () => {
    await store.put(ID, PHOTO);
    expect(await store.keep(ID)).toBe('kept');
    expect(await place.names()).toEqual(['kept/photo01', 'pending/photo01']);
    await place.expire();
    expect(await place.names()).toEqual(['kept/photo01']);
    expect(await store.get(ID)).toEqual(PHOTO);
    expect(await store.keep(ID)).toBe('kept');
  });

  test('keeping a photo twice is the same as keeping it once', async () => {
    await store.put(ID, PHOTO);
    expect([await store.keep(ID), await store.keep(ID)]).toEqual(['kept', 'kept']);
    expect(await store.get(ID)).toEqual(PHOTO);
  });

  test('keeping a photo many times at once keeps it', async () => {
    await store.put(ID, PHOTO);
    const answers = await Promise.all(Array.from({ length: 8 }, () => store.keep(ID)));
    expect(new Set(answers)).toEqual(new Set(['kept']));
    expect(await store.get(ID)).toEqual(PHOTO);
  });

  test('a repeated upload replaces the photo that waits', async () => {
    await store.put(ID, PHOTO);
    await store.put(ID, ANOTHER);
    expect(await store.get(ID)).toEqual(ANOTHER);
  });

  test('a kept photo is not changed by a later upload, nor by keeping that upload', async () => {
    await store.put(ID, PHOTO);
    await store.keep(ID);
    await store.put(ID, ANOTHER);
    expect(await store.get(ID)).toEqual(PHOTO);
    expect(await store.keep(ID)).toBe('kept');
    expect(await store.get(ID)).toEqual(PHOTO);
  });

  test('a removed photo is gone, waiting or kept, and removing it again is fine', async () => {
    await store.put(ID, PHOTO);
    await store.remove(ID);
    expect(await store.get(ID)).toBeUndefined();
    await store.put(ID, PHOTO);
    await store.keep(ID);
    await store.remove(ID);
    await store.remove(ID);
    expect(await store.get(ID)).toBeUndefined();
    expect(await place.names()).toEqual([]);
  });

  test('photos do not touch each other', async () => {
    const other = idOf('photo02');
    await Promise.all([store.put(ID, PHOTO), store.put(other, ANOTHER)]);
    await store.keep(ID);
    await store.remove(ID);
    expect(await store.get(other)).toEqual(ANOTHER);
  });

  test.each(['../photo01', '/etc/passwd', 'a/b', 'a\0b', '..', '', 'Photo01', 'x'.repeat(65)])(
    'an id that could lead elsewhere is refused: %j',
    async (text) => {
      expect(v.safeParse(PhotoIdSchema, text).success).toBe(false);
      const smuggled: PhotoId = JSON.parse(JSON.stringify(text));
      await expect(store.put(smuggled, PHOTO)).rejects.toThrow();
      await expect(store.get(smuggled)).rejects.toThrow();
      await expect(store.keep(smuggled)).rejects.toThrow();
      await expect(store.remove(smuggled)).rejects.toThrow();
    },
  );
});

describe('photos in a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huimin-photos-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('while a photo is replaced over and over, a reader sees one of the two, whole', async () => {
    const store = folderPhotoStore(folder);
    await store.put(ID, PHOTO);
    let writing = true;
    const writer = (async () => {
      for (let i = 0; i < 30; i += 1) await store.put(ID, i % 2 ? PHOTO : ANOTHER);
      writing = false;
    })();
    while (writing) expect([PHOTO, ANOTHER]).toContainEqual(await store.get(ID));
    await writer;
  });

  test('a failed write throws and leaves nothing behind', async () => {
    const store = folderPhotoStore(folder);
    await store.put(ID, PHOTO);
    const taken = idOf('takenbyafolder');
    await rm(join(folder, 'pending', ID));
    await folderPhotoStore(join(folder, 'pending', taken)).put(ID, PHOTO);
    await expect(store.put(taken, PHOTO)).rejects.toThrow();
    expect(await readdir(join(folder, 'pending'))).toEqual([taken]);
  });

  test('an upload no case has kept is removed when its time is over, unfinished ones too; the rest stays', async () => {
    const store = folderPhotoStore(folder);
    const [abandoned, fresh, kept] = [idOf('abandoned'), idOf('fresh'), idOf('kept')];
    for (const id of [abandoned, fresh, kept]) await store.put(id, PHOTO);
    await store.keep(kept);
    const unfinished = join(folder, 'pending', '.lost.write');
    await writeFile(unfinished, 'half a pho');
    const longAgo = new Date('2026-01-01T00:00:00Z');
    for (const file of [join(folder, 'pending', abandoned), unfinished, join(folder, 'kept', kept)]) {
      await utimes(file, longAgo, longAgo);
    }
    await store.expirePending(new Date('2026-01-02T00:00:00Z'));
    expect(await readdir(join(folder, 'pending'))).toEqual([fresh]);
    expect(await store.get(kept)).toEqual(PHOTO);
  });

  test('only the owner of the process can read the files', async () => {
    await folderPhotoStore(folder).put(ID, PHOTO);
    expect((await stat(join(folder, 'pending', ID))).mode & 0o777).toBe(0o600);
  });
});

describe('photos in a bucket', () => {
  let server: S3TestServer;
  beforeEach(async () => {
    server = await startS3Server();
  });
  afterEach(() => server[Symbol.asyncDispose]());

  test('say what they are, waiting and kept', async () => {
    const store = s3PhotoStore(server.client(), server.bucket);
    await store.put(ID, PHOTO);
    await store.keep(ID);
    expect(server.contentTypeOf('pending/photo01')).toBe('image/jpeg');
    expect(server.contentTypeOf('kept/photo01')).toBe('image/jpeg');
  });

  test('are not given to a client with the wrong secret, and that is an error and not an absence', async () => {
    const store = s3PhotoStore(server.client('a guess'), server.bucket);
    server.plant('kept/photo01', PHOTO.type, PHOTO.bytes);
    await expect(store.get(ID)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    await expect(store.put(ID, PHOTO)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    await expect(store.keep(ID)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
  });

  test('in a bucket that is not there are an error and not an absence', async () => {
    const store = s3PhotoStore(server.client(), 'another-bucket');
    await expect(store.get(ID)).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(store.keep(ID)).rejects.toMatchObject({ name: /NoSuchBucket|NoSuchKey/ });
  });

  test('that are no photos are not handed out', async () => {
    server.plant('kept/photo01', 'text/html', new TextEncoder().encode('<script>'));
    await expect(s3PhotoStore(server.client(), server.bucket).get(ID)).rejects.toThrow(/Invalid type/);
  });
});
