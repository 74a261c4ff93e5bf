import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newKey } from '../support/call.ts';
import { fieldIn, type IssueBed, openIssues, outcome } from '../support/issues.ts';

const monday = '2026-11-23T09:00:00+08:00';
let bed: IssueBed;
beforeAll(async () => {
  bed = await openIssues();
});
beforeEach(() => bed.platform.clock.set(monday));
afterAll(async () => bed[Symbol.asyncDispose]());

describe('what was decided on another version', () => {
  test('is refused with the issue as it stands now', async () => {
    const reference = await bed.issueIn('transferred');
    await bed.done('claim', reference);
    const { status, headers, body } = await bed.act('claim', reference, { as: 'colleague', ifMatch: 2 });
    expect({ status, etag: headers['etag'], body }).toMatchObject({
      status: 412,
      etag: '"3"',
      body: { code: 'request.stale', current: { state: 'claimed', handler: { name: 'handler 一' } } },
    });
  });

  test('without a version nothing is changed', async () => {
    const reference = await bed.issueIn('transferred');
    const answer = await bed.call('claim', 'handler', { params: { reference }, body: {} });
    expect(outcome(answer)).toBe('428 request.precondition_required');
    expect((await bed.read(reference)).version).toBe(2);
  });

  test.each([[[]], ['text'], [null], [7]])('%j is no body, though nothing is asked in it', async (body) => {
    const reference = await bed.issueIn('transferred');
    const { status, body: problem } = await bed.call('claim', 'handler', {
      ...{ params: { reference }, body, ifMatch: 2 },
    });
    expect({ status, errors: fieldIn(problem, 'errors') }).toMatchObject({
      status: 400,
      errors: [{ path: '', code: 'field.type' }],
    });
  });

  test('of twenty who claim at once one has it', async () => {
    const reference = await bed.issueIn('transferred');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => bed.act('claim', reference, { ifMatch: 2 })),
    );
    expect(answers.map(outcome).filter((code) => code === '200')).toHaveLength(1);
    expect(answers.map(outcome).filter((code) => code === '412 request.stale')).toHaveLength(19);
    expect(await bed.story(reference)).toEqual(['registered', 'transferred', 'claimed']);
  });
});

describe('the same command again', () => {
  test('gets the same answer though it took the issue out of the sight of whoever gave it', async () => {
    const reference = await bed.issueIn('transferred');
    const how = { ifMatch: 2, key: newKey() };
    const first = await bed.act('return', reference, how);
    const again = await bed.act('return', reference, how);
    expect(first.status).toBe(200);
    expect(again).toEqual(first);
    expect(outcome(await bed.call('read', 'handler', { params: { reference } }))).toBe('403 access.scope');
  });

  test('is not answered to somebody else who knows its key', async () => {
    const reference = await bed.issueIn('transferred');
    const how = { ifMatch: 2, key: newKey() };
    await bed.done('return', reference, how);
    const other = await bed.act('return', reference, { ...how, as: 'colleague' });
    expect(outcome(other)).toBe('422 request.key_reused');
  });
});

describe('personal data', () => {
  test('is masked for everybody and opened one by one, each opening recorded with its reason', async () => {
    const reference = await bed.raise();
    const { body } = await bed.call('read', 'lead', { params: { reference } });
    expect(fieldIn(body, 'reporter')).toMatchObject({ name: '王**', phone: '138****5678' });
    const opened = await bed.call('contact', 'lead', { params: { reference }, body: { reason: '回电' } });
    expect(opened.body).toEqual({ name: '王小明', phone: '13812345678' });
    const items = await bed.platform.everything();
    const openings = items.filter(
      ({ PK, SK }) => PK === `ISSUE#${reference}` && String(SK).startsWith('OPENED#'),
    );
    expect(openings).toMatchObject([
      { at: bed.platform.clock.now(), staffId: bed.people.lead.staffId, reason: '回电' },
    ]);
  });
});
