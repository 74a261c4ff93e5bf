import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { dayLedgerType } from '../../functions/visits/day-ledgers.store.ts';
import { dayLedgersSchema, dayLedgerViewSchema } from '../../functions/visits/day-ledgers.views.ts';
import { openVisits, outcome, places, raised, type VisitBed } from '../support/visits.ts';

let bed: VisitBed;
beforeAll(async () => {
  bed = await openVisits();
});
afterAll(async () => bed[Symbol.asyncDispose]());

const village = '370402101201';
/** Each test has a day of its own, the next working day. */
let last = parseLocalDate('2026-11-23');
const newDay = () => {
  last = addDays(last, new Date(last).getUTCDay() === 5 ? 3 : 1);
  bed.platform.clock.set(`${last}T18:00:00+08:00`);
  return last;
};
const params = (day: string, code = village) => ({ village: code, day });
const view = async (day: string) =>
  v.parse(dayLedgerViewSchema, (await bed.call('dayLedger', 'lead', { params: params(day) })).body);
const visitOn = async (day: string, time = '10:00:00', change = {}) => {
  const [result] = await bed.send([
    bed.entry(await bed.planned(), { at: `${day}T${time}+08:00`, ...change }),
  ]);
  await bed.project();
  return result?.visit ?? '';
};
const handIn = (day: string, body: object = {}, more: object = {}, as = 'lead') =>
  bed.call('handIn', as, { params: params(day), body, ...more });

describe('handing in', () => {
  test('a day with its visits, issues and counts, in time', async () => {
    const day = newDay();
    const visit = await visitOn(day, '10:00:00', { issues: [raised()] });
    const answer = await handIn(day, { note: '一切正常' });
    expect(answer.body).toMatchObject({
      ...{ state: 'handed-in', late: false, version: 1, cameLater: [], mayHandIn: false, mayAmend: true },
      handedIn: { note: '一切正常', counts: { visits: 1, met: 1, issues: 1 } },
    });
    expect((await view(day)).visits.map((row) => row.visit)).toEqual([visit]);
  });

  test('twice at once, by two leads, is one: one is told that it is done already', async () => {
    const day = newDay();
    await visitOn(day);
    const answers = await Promise.all([handIn(day), handIn(day), handIn(day)]);
    expect(answers.map(outcome).sort()).toEqual([
      ...['200', '409 ledger.handed_in_already', '409 ledger.handed_in_already'],
    ]);
    expect((await view(day)).version).toBe(1);
  });

  test('the same request again is answered as the first time', async () => {
    const day = newDay();
    const key = 'hand-in-exactly-once';
    const body = { nothingToReport: true };
    const first = await handIn(day, body, { key });
    expect(outcome(first)).toBe('200');
    expect((await handIn(day, body, { key })).body).toEqual(first.body);
    // Also when a visit has come in since, with which it would be refused.
    await visitOn(day);
    expect((await handIn(day, body, { key })).body).toMatchObject({
      version: 1,
      handedIn: { nothingToReport: true },
    });
    expect(outcome(await handIn(day, body))).toBe('409 ledger.handed_in_already');
  });

  test('nothing to report is said, and not where there are visits', async () => {
    const day = newDay();
    expect(outcome(await handIn(day))).toBe('409 ledger.nothing_not_said');
    await visitOn(day);
    expect(outcome(await handIn(day, { nothingToReport: true }))).toBe('409 ledger.has_visits');
    expect(outcome(await handIn(day))).toBe('200');
  });

  test('is not done before the day, nor for a village that is not there or not the caller’s', async () => {
    const day = newDay();
    expect(outcome(await handIn(addDays(day, 1), { nothingToReport: true }))).toBe('422 ledger.in_future');
    const nowhere = { params: params(day, '370402101999') };
    expect(outcome(await bed.call('handIn', 'lead', { ...nowhere, body: {} }))).toBe('404 ledger.not_found');
    expect(outcome(await handIn(day, {}, {}, 'stranger'))).toBe('403 access.scope');
  });
});

describe('after the hand-in', () => {
  test('a visit is accepted, shown as come later, and what was handed in stays', async () => {
    const day = newDay();
    const early = await visitOn(day, '09:00:00');
    await handIn(day);
    const late = await visitOn(day, '10:30:00');
    const shown = await view(day);
    expect(shown.visits.map((row) => row.visit)).toEqual([early, late]);
    expect(shown.cameLater).toEqual([late]);
    expect(shown.counts.visits).toBe(2);
    expect(shown.handedIn?.counts.visits).toBe(1);
  });

  test('a correction stands beside it, decided on the version that was seen', async () => {
    const day = newDay();
    await visitOn(day);
    const body = { reason: '漏记', text: '应为两户' };
    const amend = (ifMatch: number, more: object = {}) =>
      bed.call('amendment', 'lead', { params: params(day), body, ifMatch, ...more });
    expect(outcome(await amend(0))).toBe('409 ledger.not_handed_in');
    const before = await handIn(day);
    const amended = await amend(1);
    expect(amended.body).toMatchObject({ version: 2, handedIn: { amendments: [body] } });
    expect(await amend(1)).toMatchObject({ status: 412, body: { code: 'request.stale' } });
    const handed = v.parse(dayLedgerViewSchema, before.body).handedIn;
    expect((await view(day)).handedIn).toMatchObject({ counts: handed?.counts, at: handed?.at });
  });

  test('the overview says who handed in, when, and by how many visits', async () => {
    const day = newDay();
    await visitOn(day);
    await handIn(day);
    bed.platform.clock.set(`${addDays(day, 1)}T12:00:00+08:00`);
    const { body } = await bed.call('dayLedgers', 'supervisor', { query: { node: places.town, day } });
    const { rows, totals } = v.parse(dayLedgersSchema, body);
    expect(totals).toMatchObject({ villages: 2, expected: 2, handedIn: 1, missing: 1, late: 0, visits: 1 });
    expect(rows.find((row) => row.village === places.village)).toMatchObject({
      ...{ state: 'handed-in', late: false, by: { name: 'lead 一' }, leads: ['lead 一'] },
    });
    // It has a lead of its own, who is named rather than the town's.
    expect(rows.find((row) => row.village === places.secondVillage)).toMatchObject({
      ...{ state: 'missing', late: true, leads: ['villager 二'] },
    });
  });
});

test('nothing a lead sees of a day names a resident', async () => {
  const day = newDay();
  await visitOn(day, '10:00:00', { issues: [raised()], views: '希望修路' });
  expect(JSON.stringify(await view(day))).not.toMatch(/王小明|13812345678|希望修路/);
  expect(JSON.stringify(await bed.all(dayLedgerType))).not.toMatch(/王小明|13812345678|希望修路/);
});
