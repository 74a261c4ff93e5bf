import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isReference } from '../../functions/platform/contract/reference.ts';
import type { ApiFunction } from '../../functions/platform/http/api-function.ts';
import { newKey } from '../support/call.ts';
import { publicApiOn, publicReport, type Resident, residentOf } from '../support/issues.public.ts';
import { fieldIn, type IssueBed, openIssues, outcome, places, textIn } from '../support/issues.ts';

let bed: IssueBed;
let api: ApiFunction;
let resident: Resident;
let proof: string;
beforeAll(async () => {
  bed = await openIssues();
  api = publicApiOn(bed.deps);
  resident = residentOf(api);
  proof = await resident.proof();
});
afterAll(async () => bed[Symbol.asyncDispose]());

const references = async (): Promise<string[]> =>
  (await bed.platform.everything())
    .filter(({ PK, SK }) => String(PK).startsWith('ISSUE#') && SK === 'STATE')
    .map(({ id }) => String(id));

/** A resident at an address nobody has used yet raises something; reference and code. */
let addresses = 0;
const somebody = (): Resident => {
  addresses += 1;
  return residentOf(api, `198.51.100.${addresses}`);
};
const raised = async (change: object = {}) => {
  const who = somebody();
  const { status, body } = await who.call('raise', {
    body: { ...publicReport, ...change, proof: await who.proof() },
  });
  expect(status).toBe(201);
  return { reference: textIn(body, 'reference') ?? '', code: textIn(body, 'code') ?? '' };
};

describe('raising an issue', () => {
  test('gives a reference to keep and a code that opens it', async () => {
    const { reference, code } = await raised();
    expect(isReference(reference)).toBe(true);
    expect(code).toMatch(/^[0-9A-Z]{8}$/);
    expect((await bed.read(reference)).state).toMatchObject({
      ...{ state: 'registered', source: 'form', urgency: 'normal' },
      reporter: { name: '欧**', phone: '138****5678', consent: publicReport.consent },
    });
    expect((await bed.read(reference)).state.registeredBy).toBeUndefined();
  });

  test('sent twice is raised once, with the same reference and code', async () => {
    const who = somebody();
    const call = { key: newKey(), body: { ...publicReport, proof: await who.proof() } };
    const before = await references();
    const first = await who.call('raise', call);
    const again = await who.call('raise', call);
    expect(first.status).toBe(201);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await references()).toHaveLength(before.length + 1);
  });

  test('sent ten times at once is raised once', async () => {
    const who = somebody();
    const call = { key: newKey(), body: { ...publicReport, proof: await who.proof() } };
    const before = await references();
    const answers = await Promise.all(Array.from({ length: 10 }, () => who.call('raise', call)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${textIn(body, 'reference')}`)).size).toBe(1);
    expect(await references()).toHaveLength(before.length + 1);
  });

  test('a key used for something else is refused', async () => {
    const who = somebody();
    const call = { key: newKey(), body: { ...publicReport, proof: await who.proof() } };
    await who.call('raise', call);
    const other = { ...call, body: { ...call.body, what: '井盖丢了' } };
    expect(outcome(await who.call('raise', other))).toBe('422 request.key_reused');
  });

  test.each([
    ['a place nobody has set up', '370402/370402101/370402101299'],
    ['a department', places.bureau],
  ])('%s is refused, and the proof can still be used', async (_, path) => {
    const who = somebody();
    const mine = await who.proof();
    const wrong = { ...publicReport, place: { path, text: '门口' }, proof: mine };
    expect(outcome(await who.call('raise', { body: wrong }))).toBe('422 issue.place_unknown');
    expect(outcome(await who.call('raise', { body: { ...publicReport, proof: mine } }))).toBe('201');
  });
});

describe('the proof of work', () => {
  test('counts once: another issue needs another', async () => {
    const who = somebody();
    const mine = await who.proof();
    expect(outcome(await who.call('raise', { body: { ...publicReport, proof: mine } }))).toBe('201');
    const before = await references();
    expect(outcome(await who.call('raise', { body: { ...publicReport, proof: mine } }))).toBe(
      '422 issue.proof_used',
    );
    expect(await references()).toEqual(before);
  });

  test('counts once however many send it at the same time', async () => {
    const who = somebody();
    const body = { ...publicReport, proof: await who.proof() };
    const answers = await Promise.all(Array.from({ length: 8 }, () => who.call('raise', { body })));
    expect(answers.map(outcome).sort()).toEqual(['201', ...Array(7).fill('422 issue.proof_used')]);
  });

  test('is good for two hours', async () => {
    const who = somebody();
    const [first, second] = [await who.proof(), await who.proof()];
    bed.platform.clock.advance(120);
    expect(outcome(await who.call('raise', { body: { ...publicReport, proof: first } }))).toBe('201');
    bed.platform.clock.advance(1);
    expect(outcome(await who.call('raise', { body: { ...publicReport, proof: second } }))).toBe(
      '422 issue.proof_wrong',
    );
  });

  const parsed = (): Record<string, Record<string, unknown>> => JSON.parse(proof);
  test.each([
    ['nothing', () => ''],
    ['no JSON', () => 'let me in'],
    ['another answer', () => JSON.stringify({ ...parsed(), solution: { counter: 1, derivedKey: '00' } })],
    [
      'a challenge of one’s own',
      () =>
        JSON.stringify({ ...parsed(), challenge: { ...parsed()['challenge'], signature: 'f'.repeat(64) } }),
    ],
    ['a later expiry', () => proof.replace(/"expires":\d+/, '"expires":4102444800')],
    ['an easier sum', () => proof.replace('"keyPrefix":"000"', '"keyPrefix":"0"')],
  ])('%s instead of it is refused', async (_, forged) => {
    const answer = await somebody().call('raise', { body: { ...publicReport, proof: forged() } });
    expect(outcome(answer)).toBe('422 issue.proof_wrong');
  });
});

describe('looking it up', () => {
  const lookUp = (who: Resident, reference: string, code: string) =>
    who.call('lookUp', { body: { reference, code } });

  test('the code opens it, as a person would type both', async () => {
    const { reference, code } = await raised();
    const typed = `${reference.slice(0, 3)}-${reference.slice(3, 6)} ${reference.slice(6)}`.toLowerCase();
    const { status, headers, body } = await lookUp(somebody(), typed, ` ${code.toLowerCase()} `);
    expect({ status, etag: headers['etag'], body }).toMatchObject({
      ...{ status: 200, etag: '"1"' },
      body: { reference, state: 'registered', what: publicReport.what, steps: [{ step: 'raised' }] },
    });
  });

  test('a wrong code and an unknown reference get the very same answer', async () => {
    const { reference, code } = await raised();
    const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
    const answers = [
      await lookUp(somebody(), reference, wrong),
      await lookUp(somebody(), '2222222222', code),
      await lookUp(somebody(), '2222222222', wrong),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'issue.reference_or_code_wrong' } });
      expect({ body: answer.body, headers: answer.headers }).toEqual({
        body: answers[0]?.body,
        headers: answers[0]?.headers,
      });
    }
  });

  test('shows every step and the answer, and neither a name of staff nor a plain name or phone', async () => {
    const { reference, code } = await raised();
    for (const action of ['transfer', 'claim', 'resolution', 'answer', 'follow-up'] as const) {
      await bed.done(action, reference);
    }
    const { body } = await lookUp(somebody(), reference, code);
    expect(body).toMatchObject({
      ...{ state: 'closed', outcome: 'solved', overdue: false, department: { zh: '住建局' } },
      steps: ['raised', 'transferred', 'claimed', 'resolved', 'answered', 'closed'].map((step) => ({ step })),
    });
    const said = JSON.stringify(body);
    for (const name of ['欧阳小明', '13812345678', '138 1234 5678', 'handler 一', 'lead 一', 'visitor 一']) {
      expect(said).not.toContain(name);
    }
  });

  test('says that it is late from the deadline on, before any sweep has seen it', async () => {
    const { reference, code } = await raised();
    await bed.done('transfer', reference, { body: { department: places.bureau, urgency: 'urgent' } });
    const due = fieldIn((await lookUp(somebody(), reference, code)).body, 'dueAt');
    expect(fieldIn((await lookUp(somebody(), reference, code)).body, 'overdue')).toBe(false);
    bed.platform.clock.set(String(due));
    expect(fieldIn((await lookUp(somebody(), reference, code)).body, 'overdue')).toBe(true);
  });
});

describe('limits', () => {
  test('one address raises twenty an hour, and again in the next', async () => {
    const who = somebody();
    const body = { ...publicReport, proof: 'not even a proof' };
    for (let n = 0; n < 20; n++) {
      expect(outcome(await who.call('raise', { body }))).toBe('422 issue.proof_wrong');
    }
    const held = await who.call('raise', { body });
    expect(outcome(held)).toBe('429 request.too_many');
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(held.headers['retry-after'])).toBeLessThanOrEqual(3600);
    expect(outcome(await somebody().call('raise', { body }))).toBe('422 issue.proof_wrong');
    bed.platform.clock.advance(60);
    expect(outcome(await who.call('raise', { body }))).toBe('422 issue.proof_wrong');
  });

  test('codes of one reference are tried thirty times an hour, from wherever', async () => {
    const { reference, code } = await raised();
    const attempt = (guess: string) => somebody().call('lookUp', { body: { reference, code: guess } });
    const guesses = await Promise.all(Array.from({ length: 40 }, () => attempt('22222222')));
    const counts = Object.groupBy(guesses, outcome);
    expect(counts['404 issue.reference_or_code_wrong']).toHaveLength(30);
    expect(counts['429 request.too_many']).toHaveLength(10);
    bed.platform.clock.advance(60);
    expect(outcome(await attempt(code))).toBe('200');
  });
});

test('no plain name or phone stands in any item of the table or any line of the log', async () => {
  const { reference } = await raised();
  await bed.project(reference);
  const opened = await bed.call('contact', 'lead', { params: { reference }, body: { reason: '回电' } });
  // The plain values are there for whoever has to reach the resident; so the search below can find them.
  expect(opened.body).toEqual({ name: '欧阳小明', phone: '13812345678' });
  const items = (await bed.platform.everything()).map((item) => JSON.stringify(item));
  expect(items.length).toBeGreaterThan(50);
  expect(bed.platform.logged.length).toBeGreaterThan(50);
  for (const text of [...items, ...bed.platform.logged]) {
    expect(text).not.toMatch(/欧阳|小明|1381234|12345678|198\.51\.100/);
  }
  for (const line of bed.platform.logged) expect(line).not.toContain('路灯');
});
