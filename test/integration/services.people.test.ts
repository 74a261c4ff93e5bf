import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { householdsRoutes } from '../../functions/households/households.routes.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { type Answered, callRow } from '../support/call.ts';
import { createProgramme } from '../support/services.activity.ts';
import {
  certificateOf,
  childOf,
  consent,
  fieldIn,
  idNumberOf,
  newHelp,
  openServices,
  outcome,
  personOf,
  places,
  rowsIn,
  type ServicesBed,
  textIn,
} from '../support/services.ts';

let bed: ServicesBed;
let stock: string;
let households: ReturnType<typeof apiFunction>;
beforeAll(async () => {
  bed = await openServices();
  stock = await bed.stock({ quantity: 1_000 });
  const { core, people } = bed;
  households = apiFunction(
    householdsContract,
    householdsRoutes({ ...core, nodes: createOrganisationNodes(core) }, createCursors(core.keyring)),
    { ...core, authenticate: async ([name = '']: readonly string[]) => people[name] },
  );
});
afterAll(async () => bed[Symbol.asyncDispose]());

let number = 100;
const next = (): number => {
  number += 1;
  return number;
};

const handOut = (body: object) => bed.call('handOut', 'disability', { body: { stock, ...body } });
const handedOut = async (n = next(), change: object = {}): Promise<string> =>
  textIn((await handOut(personOf(n, change))).body, 'handout') ?? '';
const ofPerson = (record: string, ledger = 'handouts') => ({ params: { ledger, record } });

/** A home of the register with this person in it; its id. */
const registered = async (n: number, village: string = places.village): Promise<string> => {
  const answer = await callRow(households, householdsContract.routes.register, {
    cookie: 'lead',
    body: {
      village,
      details: { kind: 'home', address: { text: '幸福小区', building: String(n) } },
      members: [{ name: '王小明', relation: '户主', idNumber: idNumberOf(n) }],
    },
  });
  return textIn(answer.body, 'household') ?? '';
};
const timeline = async (household: string, as: string): Promise<readonly unknown[]> => {
  await bed.project();
  const { timeline: row } = householdsContract.routes;
  return rowsIn(await callRow(households, row, { cookie: as, params: { household }, query: {} }));
};

describe('personal data', () => {
  test('stands nowhere in the table but sealed', async () => {
    const [n, c] = [next(), next()];
    await handedOut(n, { name: '赵独一', phone: '13712349876' });
    await bed.done('help', { body: newHelp(c, childOf(c, { name: '钱独二' })) });
    await bed.project();
    const table = JSON.stringify(await bed.platform.everything());
    expect(table).not.toMatch(/赵独一|钱独二|13712349876|13900005678/);
    expect(table).not.toContain(certificateOf(n));
    expect(table).not.toContain(idNumberOf(n));
    expect(table).not.toContain(idNumberOf(c, '20180305'));
  });

  test.each([
    ['a name', { name: '王**' }],
    ['a phone', { phone: '138****1234' }],
    ['a certificate', { certificate: '3704**********123442' }],
    ['an ID number', { certificate: undefined, idNumber: '3704**********1234' }],
  ])('%s that is masked is not taken for the value', async (_, change) => {
    const { body } = await handOut(personOf(next(), change));
    expect(JSON.stringify(fieldIn(body, 'errors'))).toContain('field.masked');
  });

  test.each([
    ['a wrong check character', { certificate: '37040219700101101042' }, 'id_number.check_character'],
    ['a category there is not', { certificate: `${idNumberOf(1)}92` }, 'certificate.category'],
    ['neither number', { certificate: undefined }, 'field.required'],
    ['both numbers', { idNumber: idNumberOf(1) }, 'field.required'],
  ])('%s is said at its field', async (_, change, code) => {
    const { status, body } = await handOut(personOf(1, change));
    expect(status).toBe(400);
    expect(JSON.stringify(fieldIn(body, 'errors'))).toContain(code);
  });

  test('is opened with a reason, recorded before, and the auditor sees who did', async () => {
    const record = await handedOut(next(), { name: '孙小三' });
    const opened = await bed.call('openPerson', 'disability', {
      ...{ ...ofPerson(record), body: { reason: '通知领取' } },
    });
    expect(opened.body).toMatchObject({ name: '孙小三', phone: '13800001234' });
    expect((await bed.call('openings', 'auditor', ofPerson(record))).body).toMatchObject({
      openings: [{ reason: '通知领取', staffId: bed.people['disability']?.staffId }],
    });
    const refused = await bed.call('openPerson', 'disability', { ...ofPerson(record), body: {} });
    expect(outcome(refused)).toBe('400 request.invalid');
  });

  test('of another ledger or another town is not opened', async () => {
    const record = await handedOut();
    const open = (as: string, ledger: string) =>
      bed.call('openPerson', as, { ...ofPerson(record, ledger), body: { reason: '核对' } });
    expect(outcome(await open('disability', 'receipts'))).toBe('404 service.not_found');
    expect(outcome(await open('stranger', 'handouts'))).toBe('403 access.scope');
    expect(outcome(await open('auditor', 'handouts'))).toBe('403 access.role');
    expect((await bed.call('openings', 'auditor', ofPerson(record))).body).toEqual({ openings: [] });
  });

  test('is put right without what stays being sent, and never by what is masked', async () => {
    const record = await handedOut();
    const change = (body: object, ifMatch: number) =>
      bed.call('changePerson', 'disability', { ...ofPerson(record), body, ifMatch });
    expect((await change({ name: '周大明', phone: null }, 1)).body).toEqual({
      ...{ person: { name: '周**', number: expect.stringContaining('*'), withCertificate: true } },
      version: 2,
    });
    expect(outcome(await change({ phone: '138****1234' }, 2))).toBe('400 request.invalid');
    expect(outcome(await change({ name: '周大明' }, 2))).toBe('409 service.nothing_changed');
    expect(outcome(await change({ name: '吴' }, 1))).toBe('412 request.stale');
    const opened = await bed.call('openPerson', 'disability', {
      ...{ ...ofPerson(record), body: { reason: '核对' } },
    });
    expect(opened.body).toEqual({ name: '周大明', number: expect.stringMatching(/^\d{20}$/) });
  });

  test('the history of a record names nobody and is whole', async () => {
    const record = await handedOut(next(), { name: '郑小七' });
    const { body } = await bed.call('personHistory', 'auditor', ofPerson(record));
    expect(body).toMatchObject({ whole: true, events: [{ type: 'given' }] });
    expect(JSON.stringify(body)).not.toMatch(/小七|13800001234/);
    const things = { params: { ledger: 'stocks', record: stock } };
    expect((await bed.call('thingHistory', 'admin', things)).body).toMatchObject({ whole: true });
    expect(outcome(await bed.call('personHistory', 'admin', ofPerson(record)))).toBe('403 access.role');
  });

  test('below fourteen the guardian consents, who is written down', async () => {
    const n = next();
    const { person, consent: given } = childOf(n);
    const { guardian: _, ...alone } = person;
    expect(outcome(await handOut({ person, consent: consent() }))).toBe('422 person.guardian_needed');
    expect(outcome(await handOut({ person: alone, consent: given }))).toBe('422 person.guardian_needed');
    expect(outcome(await handOut({ person, consent: given }))).toBe('201');
  });
});

describe('the household of a person', () => {
  test('is found by the ID number, and its timeline says what it was to the federation alone', async () => {
    const n = next();
    const household = await registered(n);
    const { body } = await handOut(personOf(n));
    expect(fieldIn(fieldIn(body, 'person'), 'household')).toBe(household);
    const service = (rows: readonly unknown[]) => rows.filter((row) => textIn(row, 'type') === 'service');
    expect(service(await timeline(household, 'disability'))).toMatchObject([
      { service: 'device', ledger: 'handouts', record: textIn(body, 'handout'), state: 'given' },
    ]);
    for (const as of ['lead', 'visitor', 'supervisor', 'admin', 'auditor', 'inspector']) {
      const [row, ...more] = service(await timeline(household, as));
      expect([as, row, more]).toEqual([as, { type: 'service', at: expect.any(String) }, []]);
    }
  });

  test('named must be theirs to name, and the one the register has the person in', async () => {
    const [n, m] = [next(), next()];
    const [own, other] = [await registered(n), await registered(m)];
    const named = async (of: number, household: string, as = 'disability') =>
      outcome(await bed.call('handOut', as, { body: { stock, ...personOf(of, { household }) } }));
    expect(await named(n, own)).toBe('201');
    expect(await named(n, other)).toBe('422 person.household_differs');
    expect(await named(next(), other)).toBe('201');
    expect(await named(n, '2'.repeat(16))).toBe('422 person.household_unknown');
    const foreign = await bed.stock({ node: places.district }).catch(() => 'refused');
    expect(foreign).toBe('refused');
  });

  test('receives once from a donation, whichever of its people comes', async () => {
    const [n, m] = [next(), next()];
    const household = await registered(n);
    const batch = await bed.batch();
    const receive = async (person: object) =>
      outcome(
        await bed.call('receive', 'disability', {
          params: { batch },
          body: { quantity: 1, signed: 'signed', ...person },
        }),
      );
    expect(await receive(personOf(n))).toBe('201');
    expect(await receive(personOf(m, { household }))).toBe('409 donation.received_before');
    expect(await receive(personOf(m))).toBe('201');
    expect(await receive(personOf(m, { household }))).toBe('409 donation.received_before');
  });
});

test('people at an activity for disabled residents are counted by the programme and not once more', async () => {
  const programme = await createProgramme(bed, { who: 'disabled', people: 25 });
  const general = await createProgramme(bed, { who: 'everyone', people: 60 });
  const event = (change: object): Promise<Answered> =>
    bed.call('recordEvent', 'disability', {
      body: {
        ...{ kind: 'reading', node: places.village, day: '2026-11-23', title: '读书会', place: '东村' },
        ...change,
      },
    });
  const figures = async () => {
    await bed.project();
    return bed.done('serviceFigures', { query: { node: places.town, year: '2026' } });
  };
  expect(outcome(await event({ activity: programme, served: 25 }))).toBe('422 event.counted_there');
  expect(outcome(await event({ activity: programme, leaflets: 10 }))).toBe('201');
  expect(await figures()).toMatchObject({ servedByProgramme: 25, figures: { served: 25, leaflets: 10 } });
  // Twenty of the sixty at a film for everyone were taken there by the federation.
  expect(outcome(await event({ kind: 'film', activity: general, served: 20 }))).toBe('201');
  expect(await figures()).toMatchObject({ servedByProgramme: 25, figures: { served: 45, events: 2 } });
});
