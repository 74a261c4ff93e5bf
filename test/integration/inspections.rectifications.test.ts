import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type RectificationRow,
  type RectificationView,
  rectificationViewSchema,
} from '../../functions/inspections/inspections.views.ts';
import { keepCheckPhotos } from '../../functions/inspections/inspections-photos.usecases.ts';
import { photosContract } from '../../functions/photos/photos.contract.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import { type Answered, callRow } from '../support/call.ts';
import { unseen } from '../support/functions.ts';
import {
  bodyOf,
  type InspectionBed,
  neverVisited,
  nothingWrong,
  openInspections,
  outcome,
  places,
} from '../support/inspections.ts';
import { fieldIn } from '../support/issues.ts';
import { jpeg } from '../support/pictures.ts';

let bed: InspectionBed;

beforeAll(async () => {
  bed = await openInspections();
  await bed.visited(places.village, 8);
});
afterAll(() => bed[Symbol.asyncDispose]());

const bodies = {
  completion: { what: '今天补访，见到户主。' },
  acceptance: {},
  return: { reason: '没有附照片。', workingDays: 2 },
} as const;

const act = async (
  action: keyof typeof bodies,
  rectification: string,
  as: string,
  body: object = bodies[action],
): Promise<Answered> => {
  const { version } = await read(rectification);
  return bed.call(action, as, { params: { rectification }, body, ifMatch: version });
};

const read = async (rectification: string, as = 'inspector'): Promise<RectificationView> =>
  bodyOf(rectificationViewSchema, await bed.call('rectification', as, { params: { rectification } }));

/** Issued to the visitor of a new inspection. */
const issued = async (form: object = neverVisited): Promise<RectificationRow> => {
  const { inspection } = await bed.started(1, places.village);
  expect(outcome(await bed.check(inspection, 1, form))).toBe('200');
  const row = (await bed.rectifications('all', places.village)).find(
    (each) => each.inspection === inspection,
  );
  if (!row) throw new Error('nothing was issued');
  return row;
};

describe('a rectification', () => {
  test('goes to whoever made the visit, due at the end of the fifth working day', async () => {
    expect(await issued()).toMatchObject({
      state: 'open',
      kind: 'not-visited',
      responsible: { id: bed.people['visitor']?.staffId },
      due: { workingDays: 5, dueDate: '2026-11-30', provisional: false },
    });
  });

  test('one for each discrepancy that somebody answers for', async () => {
    const { inspection } = await bed.started(1, places.village);
    const lead = bed.people['lead']?.staffId;
    await bed.check(inspection, 1, {
      ...nothingWrong,
      ledgerComplete: 'no',
      discrepancies: [
        { kind: 'wrong-outcome', what: '写成见到了。', responsible: { who: 'visitor' } },
        { kind: 'ledger-incomplete', what: '台账没有记。', responsible: { who: 'other', id: lead } },
        { kind: 'other', what: '门牌看不清。', responsible: { who: 'nobody' } },
      ],
    });
    const rows = (await bed.rectifications('open')).filter((row) => row.inspection === inspection);
    expect(rows.map(({ kind, responsible }) => `${kind} ${responsible.id === lead}`).sort()).toEqual([
      'ledger-incomplete true',
      'wrong-outcome false',
    ]);
  });

  test('is put right by whoever is responsible, and accepted by an inspector', async () => {
    const { rectification } = await issued();
    expect(outcome(await act('completion', rectification, 'visitor'))).toBe('200');
    expect((await bed.rectifications('done')).map((row) => row.rectification)).toContain(rectification);
    expect(outcome(await act('acceptance', rectification, 'inspector'))).toBe('200');
    expect(await read(rectification)).toMatchObject({
      state: 'accepted',
      done: { inTime: true, what: '今天补访，见到户主。' },
      actions: [],
    });
  });

  test('is put right by the lead of the village too, and by nobody else', async () => {
    const { rectification } = await issued();
    for (const [who, expected] of [
      ['both', '403 rectification.not_yours'],
      ['villager', '403 rectification.not_yours'],
      ['stranger', '403 rectification.not_yours'],
      ['supervisor', '403 access.role'],
      ['inspector', '403 access.role'],
      ['lead', '200'],
    ] as const) {
      expect(outcome(await act('completion', rectification, who)), who).toBe(expected);
    }
  });

  test('sent back is open again with a new due day, and keeps what was sent back', async () => {
    const { rectification } = await issued();
    await act('completion', rectification, 'visitor');
    expect(outcome(await act('return', rectification, 'other'))).toBe('200');
    expect(await read(rectification, 'visitor')).toMatchObject({
      state: 'open',
      due: { dueDate: '2026-11-25' },
      returns: [{ reason: '没有附照片。', done: { what: '今天补访，见到户主。' } }],
      actions: ['completion'],
    });
  });

  test('is decided on by no inspector who is responsible for it', async () => {
    const { rectification } = await issued({
      ...neverVisited,
      discrepancies: [
        {
          ...neverVisited.discrepancies[0],
          responsible: { who: 'other', id: bed.people['both']?.staffId },
        },
      ],
    });
    await act('completion', rectification, 'both');
    expect(outcome(await act('acceptance', rectification, 'both'))).toBe('403 rectification.own_work');
    expect((await read(rectification, 'both')).actions).toEqual([]);
    expect((await read(rectification, 'inspector')).actions).toEqual(['acceptance', 'return']);
  });

  test('is decided on by no inspector of another town', async () => {
    const { rectification } = await issued();
    await act('completion', rectification, 'visitor');
    expect(outcome(await act('acceptance', rectification, 'stranger'))).toBe('403 access.scope');
  });

  test('is withdrawn with the check that corrects it, and its person no longer sees it', async () => {
    const { inspection, rectification } = await issued();
    expect(outcome(await bed.check(inspection, 1, nothingWrong))).toBe('200');
    expect(await read(rectification)).toMatchObject({ state: 'withdrawn' });
    await bed.project();
    const { body } = await bed.call('mine', 'visitor');
    expect(JSON.stringify(body)).not.toContain(rectification);
  });

  test('that was reported as put right keeps its check from being corrected under it', async () => {
    const { inspection, rectification } = await issued();
    await act('completion', rectification, 'visitor');
    const answer = await bed.check(inspection, 1, nothingWrong);
    expect(outcome(answer)).toBe('409 inspection.rectification_underway');
  });

  test('goes on after its inspection has been finished', async () => {
    const { inspection, rectification } = await issued();
    expect(outcome(await bed.finish(inspection))).toBe('200');
    expect(outcome(await act('completion', rectification, 'visitor'))).toBe('200');
    expect(outcome(await act('acceptance', rectification, 'inspector'))).toBe('200');
  });

  test('is done once, however often it is reported at once', async () => {
    const { rectification, version } = await issued();
    const answers = await Promise.all(
      ['visitor', 'lead'].map((who) =>
        bed.call('completion', who, {
          params: { rectification },
          body: bodies.completion,
          ifMatch: version,
        }),
      ),
    );
    expect(answers.map(outcome).sort()).toEqual(['200', '412 request.stale']);
  });

  test('without words, or with a return of no days, is refused by field', async () => {
    const { rectification } = await issued();
    const empty = await act('completion', rectification, 'visitor', { what: ' ' });
    expect(fieldIn(empty.body, 'errors')).toMatchObject([{ path: 'what', code: 'field.required' }]);
    const never = await act('return', rectification, 'inspector', { reason: 'x', workingDays: 31 });
    expect(fieldIn(never.body, 'errors')).toMatchObject([{ path: 'workingDays', code: 'field.range' }]);
  });
});

describe('the ledger of rectifications', () => {
  test('shows what is overdue from the first instant after its due day on, the most overdue first', async () => {
    await using own = await openInspections();
    await own.visited(places.village, 2);
    const { inspection } = await own.started(2, places.village);
    await own.check(inspection, 1, neverVisited);
    const shorter = { ...neverVisited.discrepancies[0], workingDays: 1 };
    await own.check(inspection, 2, { ...neverVisited, discrepancies: [shorter] });
    const overdue = async () =>
      (await own.rectifications('overdue')).map(({ check, due }) => `${check} ${due.dueDate}`);
    own.platform.clock.set('2026-11-24T23:59:59.999+08:00');
    expect(await overdue()).toEqual([]);
    own.platform.clock.set('2026-11-25T00:00:00+08:00');
    expect(await overdue()).toEqual(['2 2026-11-24']);
    own.platform.clock.set('2026-12-01T00:00:00+08:00');
    expect(await overdue()).toEqual(['2 2026-11-24', '1 2026-11-30']);
    expect(await own.rectifications('open')).toHaveLength(2);
  });

  test('shows a visitor their own and nothing else', async () => {
    const { rectification } = await issued();
    const { body } = await bed.call('mine', 'visitor');
    expect(JSON.stringify(body)).toContain(rectification);
    const other = await bed.call('mine', 'both');
    expect(JSON.stringify(other.body)).not.toContain(rectification);
    const refused = await bed.call('rectification', 'both', { params: { rectification } });
    // `both` inspects the town as well.
    expect(outcome(refused)).toBe('200');
    const ledger = await bed.call('rectifications', 'visitor', { query: { node: places.town, list: 'all' } });
    expect(outcome(ledger)).toBe('403 access.role');
  });

  test('of another organisation is closed', async () => {
    const query = { node: places.town, list: 'open' };
    expect(outcome(await bed.call('rectifications', 'stranger', { query }))).toBe('403 access.scope');
    expect(outcome(await bed.call('rectifications', 'villager', { query }))).toBe('403 access.scope');
  });
});

describe('a photo of a check', () => {
  const photoId = v.parse(PhotoIdSchema, 'abcdef0123456789');

  test('is kept, and shown to whoever may see the check and nobody else', async () => {
    await bed.photos.put(photoId, { bytes: jpeg(4, 4), type: 'image/jpeg' });
    const { inspection } = await bed.started(1, places.village);
    expect(outcome(await bed.check(inspection, 1, { ...nothingWrong, photos: [photoId] }))).toBe('200');
    const image = await bed.platform.core.store.get({ PK: `CHECK#${inspection}.1`, SK: 'STATE' });
    await keepCheckPhotos(bed.photos, image ?? {});
    expect(await bed.photos.keep(photoId)).toBe('kept');
    const api = unseen(bed.photosApi);
    const seen = async (who: string, id: string): Promise<string> => {
      const params = { inspection, n: '1', photoId: id };
      const answer = await callRow(api, photosContract.routes.ofCheck, { params, cookie: who });
      return answer.status < 400 ? `200 ${answer.headers['content-type']}` : outcome(answer);
    };
    expect(await seen('lead', photoId)).toBe('200 image/jpeg');
    expect(await seen('villager', photoId)).toBe('403 access.scope');
    expect(await seen('inspector', 'fedcba9876543210')).toBe('404 photo.not_found');
  });
});
