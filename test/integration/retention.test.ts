import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { runCheck } from '../../functions/checks/check.ts';
import { retentionPast } from '../../functions/checks/retention-past.check.ts';
import { findingType } from '../../functions/findings/findings.store.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { householdsRoutes } from '../../functions/households/households.routes.ts';
import { projectImages } from '../../functions/insight/projections.usecases.ts';
import { projectors } from '../../functions/insight/projectors.ts';
import { placeForRetention } from '../../functions/insight/rebuild.usecases.ts';
import { keepIssuePhotos } from '../../functions/issues/issues-photos.usecases.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import {
  type FolderPhotoStore,
  folderPhotoStore,
} from '../../functions/platform/photos/photo-store.folder.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { anonymisePast, type RetentionDependencies } from '../../functions/retention/anonymising.usecases.ts';
import { retained } from '../../functions/retention/retained.ts';
import { readRetention } from '../../functions/retention/retention.usecases.ts';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { servicesRoutes } from '../../functions/services/services.routes.ts';
import { type Call, callRow } from '../support/call.ts';
import { home } from '../support/households.ts';
import { fieldIn, type IssueBed, openIssues, outcome, places, textIn } from '../support/issues.ts';
import { jpeg } from '../support/pictures.ts';
import { said } from '../support/projections.ts';
import { newBatch, personOf } from '../support/services.ts';

let bed: IssueBed;
let folder: string;
let photos: FolderPhotoStore;

beforeAll(async () => {
  bed = await openIssues();
  folder = await mkdtemp(join(tmpdir(), 'huimin-retention-'));
  photos = folderPhotoStore(folder);
});
afterAll(async () => {
  await bed[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const authenticate = async ([name = '']: readonly string[]) =>
  Object.entries(bed.people).find(([each]) => each === name)?.[1];
const inServices = (route: 'createBatch' | 'receive' | 'openPerson' | 'takeBack', call: Call) => {
  const { core } = bed.platform;
  const api = apiFunction(servicesContract, servicesRoutes(core, createCursors(core.keyring)), {
    ...core,
    authenticate,
  });
  return callRow(api, servicesContract.routes[route], { ...call, cookie: 'disability' });
};
const inRegister = (route: 'register' | 'departure' | 'read', call: Call) => {
  const api = apiFunction(householdsContract, householdsRoutes(deps(), createCursors(bed.deps.keyring)), {
    ...bed.deps,
    authenticate,
  });
  return callRow(api, householdsContract.routes[route], { ...call, cookie: 'lead' });
};

const picture = v.parse(PhotoIdSchema, 'abcdef0123456789');
const deps = () => ({ ...bed.deps, nodes: createOrganisationNodes(bed.platform.core), photos });
const night = async (at: string, other: RetentionDependencies = deps()) => {
  bed.platform.clock.set(at);
  const run = await anonymisePast(other, retained, bed.platform.clock.now());
  await runCheck(deps(), retentionPast, bed.platform.clock.now());
  return run;
};
const item = (kind: string, id: string, SK = 'STATE'): Promise<Item | undefined> =>
  bed.platform.core.store.get({ PK: `${kind}#${id}`, SK });
const project = async (): Promise<void> => {
  const images = (await bed.platform.everything()).filter(({ SK }) => SK === 'STATE');
  const [failed] = await projectImages(bed.platform.core.store, projectors, images);
  if (failed) throw failed.error;
};
/** Every figure, but those of findings. */
const figures = async () => {
  await project();
  return said(await bed.platform.everything(), ['issues:', 'households', 'services', 'renovations']).counts;
};
const closed = async (change: object = {}): Promise<string> => {
  const reference = await bed.raise(change);
  for (const action of ['transfer', 'claim', 'resolution', 'answer', 'follow-up'] as const)
    await bed.done(action, reference);
  return reference;
};
/** 24:00 of the day three years after the tests begin. */
const before = '2029-11-23T23:59:59.999+08:00';
const after = '2029-11-24T03:20:00+08:00';

describe('an issue that was closed three years ago', () => {
  test('keeps what was done, and nobody behind it; every figure stays, and a second night finds nothing', async () => {
    await photos.put(picture, { bytes: jpeg(4, 4), type: 'image/jpeg' });
    const reference = await closed({ photos: [picture] });
    await keepIssuePhotos(photos, (await item('ISSUE', reference)) ?? {});
    const standing = await figures();
    expect(await night(before)).toMatchObject({ examined: 0, found: 0, failed: 0 });
    expect(await item('ISSUE', reference, 'PERSON')).toHaveProperty('phone');

    expect(await night(after)).toMatchObject({ examined: 1, found: 1, failed: 0 });
    expect(await night(after)).toMatchObject({ examined: 0, found: 0, failed: 0 });
    expect(Object.keys((await item('ISSUE', reference, 'PERSON')) ?? {}).sort()).toEqual([
      ...['PK', 'SK', 'anonymisedAt'],
    ]);
    expect(await photos.get(picture)).toBeUndefined();
    expect(await figures()).toEqual(standing);
    expect(JSON.stringify(await item('ISSUE', reference))).not.toMatch(/王|1234|5678|3号楼/);

    const shown = await bed.call('read', 'lead', { params: { reference } });
    expect(shown.body).toMatchObject({
      ...{ state: 'closed', photos: [], actions: [], anonymisedAt: '2029-11-23T19:20:00.000Z' },
      reporter: { name: '***', phone: '***' },
    });
    const history = await bed.call('history', 'lead', { params: { reference } });
    expect(history.body).toMatchObject({ whole: true });
    expect((await bed.story(reference)).at(-1)).toBe('anonymised');
  });

  test('answers kindly whoever wants to know who it was, or to open it again', async () => {
    const reference = await closed();
    await night('2033-01-01T03:20:00+08:00');
    const asked = { params: { reference }, body: { reason: '核实情况' } };
    expect(outcome(await bed.call('contact', 'handler', asked))).toBe('409 record.anonymised');
    expect(outcome(await bed.act('reopening', reference))).toBe('409 record.anonymised');
  });

  test('goes once, however many nights run at once; one that cannot be read holds up no other', async () => {
    const references = [await closed(), await closed(), await closed()];
    bed.platform.clock.set('2037-01-01T03:20:00+08:00');
    const now = bed.platform.clock.now();
    const [broken = ''] = references;
    const store = bed.platform.core.store;
    const failing = bed.platform.on((real) => ({
      ...real,
      transact: (writes, token) =>
        JSON.stringify(writes).includes(`ISSUE#${broken}`)
          ? Promise.reject(new Error('the power went'))
          : real.transact(writes, token),
    }));
    const crashed = { ...deps(), store: failing.store, ledger: failing.ledger };
    expect(await anonymisePast(crashed, retained, now)).toMatchObject({ examined: 3, found: 2, failed: 1 });
    const runs = await Promise.all([1, 2].map(() => anonymisePast(deps(), retained, now)));
    expect(runs.reduce((sum, { found }) => sum + found, 0)).toBe(1);
    for (const reference of references) {
      expect((await bed.story(reference)).filter((type) => type === 'anonymised')).toHaveLength(1);
      expect(await store.get({ PK: `ISSUE#${reference}`, SK: 'PERSON' })).not.toHaveProperty('name');
    }
  });

  test('is a finding when it stands longer than a day past its period, and no more when it went', async () => {
    const reference = await closed();
    const finding = async () => (await bed.platform.core.ledger.read(findingType, 'retention.ISSUE'))?.state;
    const failing = { remove: () => Promise.reject(new Error('the disk is full')) };
    bed.platform.clock.set('2040-01-05T08:00:00+08:00');
    const late = await closed({ photos: [picture] });
    await night('2043-01-06T03:20:00+08:00', { ...deps(), photos: failing });
    expect(await finding()).toBeUndefined();
    await night('2043-01-07T03:20:00+08:00', { ...deps(), photos: failing });
    await project();
    expect(await finding()).toMatchObject({
      ...{ state: 'open', severity: 'late', since: '2043-01-05T16:00:00.000Z' },
      facts: { kind: 'ISSUE', records: 1 },
    });
    await night('2043-01-08T03:20:00+08:00');
    expect(await finding()).toMatchObject({ state: 'cleared' });
    expect(await bed.story(late)).toContain('anonymised');
    expect(await bed.story(reference)).toContain('anonymised');
  });

  test('that ended before there were periods waits for its own after a rebuild, and the page counts it', async () => {
    bed.platform.clock.set('2044-05-04T09:00:00+08:00');
    const reference = await closed();
    const { store } = bed.platform.core;
    await store.update({
      Key: { PK: `ISSUE#${reference}`, SK: 'STATE' },
      UpdateExpression: 'REMOVE duePK, dueSK',
    });
    bed.platform.clock.set('2047-05-01T09:00:00+08:00');
    const numbers = async () => (await readRetention({ store }, bed.platform.clock.now())).due[0];
    expect(await numbers()).toEqual({ item: 'issues', thisMonth: 0, past: 0 });
    expect(await placeForRetention(store, retained, '2044-05', '2044-05')).toMatchObject({ written: 1 });
    expect(await placeForRetention(store, retained, '2044-05', '2044-05')).toMatchObject({ written: 0 });
    expect(await numbers()).toEqual({ item: 'issues', thisMonth: 1, past: 0 });
    expect(await night('2047-05-05T03:20:00+08:00')).toMatchObject({ examined: 1, found: 1, failed: 0 });
  });
});

describe('what stands under keyed hashes', () => {
  test('goes with whom it is of: who received, a door and a phone; what others have by now stays theirs', async () => {
    bed.platform.clock.set('2050-03-01T09:00:00+08:00');
    const batch =
      textIn((await inServices('createBatch', { body: newBatch({ day: '2050-02-01' }) })).body, 'batch') ??
      '';
    const body = { quantity: 1, signed: 'signed', ...personOf(7) };
    const receipt = textIn((await inServices('receive', { params: { batch }, body })).body, 'receipt') ?? '';
    const register = async (n: number, phone: string): Promise<string> => {
      const {
        members: [member],
        ...details
      } = home(n);
      const people = [{ ...member, phone }];
      const made = await inRegister('register', {
        body: { village: places.village, details, members: people },
      });
      return textIn(made.body, 'household') ?? '';
    };
    const leave = (household: string) =>
      inRegister('departure', { params: { household }, body: { reason: 'moved' }, ifMatch: 1 });
    const gone = await register(1, '13800007777');
    const replaced = await register(2, '13800008888');
    for (const household of [gone, replaced]) expect((await leave(household)).status).toBe(200);
    const successor = await register(2, '13800009999');
    const standing = await figures();
    const held = async () =>
      (await bed.platform.everything()).flatMap(({ PK, household }) =>
        /^(ADDRESS|PHONE|RECEIVED)#/.test(String(PK)) ? [household] : [],
      );
    expect((await held()).length).toBe(6);

    expect(await night('2053-03-02T03:20:00+08:00')).toMatchObject({ found: 3, failed: 0 });
    // The successor's door and phone.
    expect(await held()).toEqual([successor, successor]);
    expect(await figures()).toEqual(standing);
    expect(fieldIn((await inRegister('read', { params: { household: gone } })).body, 'address')).toEqual({
      text: '***',
    });
    const opening = { params: { ledger: 'receipts', record: receipt }, body: { reason: '核实' } };
    expect(outcome(await inServices('openPerson', opening))).toBe('409 record.anonymised');
    const back = { params: { receipt }, body: { reason: '退回' }, ifMatch: 2 };
    expect(outcome(await inServices('takeBack', back))).toBe('409 record.anonymised');
  });
});
