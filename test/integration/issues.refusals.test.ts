import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bodies, fieldIn, type IssueBed, openIssues, outcome, places, report } from '../support/issues.ts';

const monday = '2026-11-23T09:00:00+08:00';
let bed: IssueBed;
beforeAll(async () => {
  bed = await openIssues();
});
beforeEach(() => bed.platform.clock.set(monday));
afterAll(async () => bed[Symbol.asyncDispose]());

const oneWorkingDay = 24 * 60;

describe('raising', () => {
  test.each([
    ['a department', places.bureau],
    ['a place nobody has set up', '370402/370402101/370402101299'],
    ['a village named under another town', '370402/370402102/370402101201'],
  ])('%s is no place an issue can be at', async (_, path) => {
    const body = { ...report, place: { path, text: '门口' } };
    expect(outcome(await bed.call('register', 'everybody', { body }))).toBe('422 issue.place_unknown');
  });

  test('a place outside the own area is refused', async () => {
    const body = { ...report, place: { path: places.otherVillage, text: '门口' } };
    expect(outcome(await bed.call('register', 'lead', { body }))).toBe('403 access.scope');
  });

  test('without consent nothing is passed on', async () => {
    const { status, body } = await bed.call('register', 'lead', { body: { ...report, consent: false } });
    expect({ status, errors: fieldIn(body, 'errors') }).toMatchObject({
      status: 400,
      errors: [{ path: 'consent', code: 'consent.required' }],
    });
  });

  test('an issue that was never raised is not found', async () => {
    expect(outcome(await bed.call('read', 'lead', { params: { reference: '222222222W' } }))).toMatch(/^400/);
    const unknown = { params: { reference: '2222222222' } };
    expect(outcome(await bed.call('read', 'lead', unknown))).toBe('404 issue.not_found');
    expect(outcome(await bed.call('history', 'lead', unknown))).toBe('404 issue.not_found');
  });
});

describe('transfer', () => {
  test.each([
    ['a village', places.village],
    ['a department nobody has set up', '370402/370402-xxx'],
  ])('%s is no department', async (_, department) => {
    const body = { department, urgency: 'normal' };
    const answer = await bed.act('transfer', await bed.raise(), { body });
    expect(outcome(answer)).toBe('422 issue.department_unknown');
  });

  test("an office of one town does not handle another town's issues", async () => {
    const reference = await bed.raise({ place: { path: places.otherVillage, text: '门口' } }, 'everybody');
    const body = { department: places.townOffice, urgency: 'normal' };
    const answer = await bed.act('transfer', reference, { as: 'everybody', body });
    expect(outcome(answer)).toBe('422 issue.department_unknown');
  });

  test('another department cannot claim it', async () => {
    const reference = await bed.issueIn('transferred');
    expect(outcome(await bed.act('claim', reference, { as: 'culture' }))).toBe(
      '403 issue.not_your_department',
    );
    expect(outcome(await bed.act('claim', reference, { as: 'officeHandler' }))).toBe('403 access.scope');
  });
});

describe('return', () => {
  test('only within one working day of the transfer', async () => {
    const reference = await bed.issueIn('transferred');
    bed.platform.clock.set('2026-11-24T23:59:59+08:00');
    expect(outcome(await bed.act('return', reference))).toBe('200');
    const late = await bed.issueIn('transferred');
    bed.platform.clock.set('2026-11-26T00:00:00+08:00');
    expect(outcome(await bed.act('return', late))).toBe('409 issue.return_too_late');
  });

  test('the first goes back to the place, the second to the supervisor', async () => {
    const reference = await bed.issueIn('transferred');
    await bed.done('return', reference);
    expect((await bed.read(reference)).state.state).toBe('registered');
    await bed.done('transfer', reference, { body: { department: places.townOffice, urgency: 'normal' } });
    await bed.done('return', reference, { as: 'officeHandler' });
    expect((await bed.read(reference)).state).toMatchObject({
      state: 'arbitration',
      returns: [{ department: places.bureau }, { department: places.townOffice }],
    });
    expect(outcome(await bed.act('transfer', reference))).toBe('409 issue.transition_not_allowed');
  });

  test('what a supervisor has decided cannot be returned', async () => {
    const reference = await bed.issueIn('arbitration');
    await bed.done('arbitration', reference);
    expect(outcome(await bed.act('return', reference))).toBe('409 issue.return_bound');
    await bed.done('claim', reference);
    expect(outcome(await bed.act('return', reference))).toBe('409 issue.return_bound');
  });

  test('what was taken up again cannot be returned', async () => {
    const reference = await bed.issueIn('closed');
    await bed.done('reopening', reference);
    expect(outcome(await bed.act('return', reference))).toBe('409 issue.return_bound');
  });
});

describe('extension', () => {
  test('is asked for once, whether it was granted or not', async () => {
    const reference = await bed.issueIn('claimed');
    await bed.done('extension', reference);
    expect(outcome(await bed.act('extension', reference))).toBe('409 issue.extension_once');
    await bed.done('extension-decision', reference, { body: { approved: false, note: '请按期办结。' } });
    expect(outcome(await bed.act('extension', reference))).toBe('409 issue.extension_once');
  });

  test('is asked for before the deadline', async () => {
    const reference = await bed.issueIn('claimed');
    bed.platform.clock.set('2026-11-26T23:59:59+08:00');
    const other = await bed.act('extension', reference);
    expect(outcome(other)).toBe('200');
    bed.platform.clock.set(monday);
    const late = await bed.issueIn('claimed');
    bed.platform.clock.set('2026-11-27T00:00:00+08:00');
    expect(outcome(await bed.act('extension', late))).toBe('409 issue.extension_too_late');
  });

  test('is not decided before somebody asked, nor twice', async () => {
    const reference = await bed.issueIn('claimed');
    expect(outcome(await bed.act('extension-decision', reference))).toBe('409 issue.extension_missing');
    await bed.done('extension', reference);
    await bed.done('extension-decision', reference);
    expect(outcome(await bed.act('extension-decision', reference))).toBe('409 issue.extension_missing');
  });

  test('is not decided by whoever asked', async () => {
    const reference = await bed.issueIn('claimed');
    await bed.done('extension', reference, { as: 'everybody' });
    const own = await bed.act('extension-decision', reference, { as: 'everybody' });
    expect(outcome(own)).toBe('403 issue.own_request');
    expect(outcome(await bed.act('extension-decision', reference))).toBe('200');
  });
});

describe('ending', () => {
  test('what is planned needs a milestone', async () => {
    const reference = await bed.issueIn('claimed');
    const body = { outcome: 'planned', measures: '明年改造。' };
    expect(outcome(await bed.act('resolution', reference, { body }))).toBe('422 issue.plan_needed');
    const plan = [{ what: '列入计划', by: '2027-03-31' }];
    expect(outcome(await bed.act('resolution', reference, { body: { ...body, plan } }))).toBe('200');
  });

  test('nobody is called unreachable before three tries were recorded', async () => {
    const reference = await bed.issueIn('resolved');
    const unreached = { reached: false, text: '电话无人接听', channel: 'phone' };
    for (let tries = 0; tries < 3; tries++) {
      const refused = await bed.act('answer', reference, { body: unreached });
      expect(outcome(refused)).toBe('409 issue.attempts_needed');
      await bed.done('attempt', reference);
    }
    expect(outcome(await bed.act('answer', reference, { body: unreached }))).toBe('200');
  });

  test('twelve tries are recorded, and not one more', async () => {
    const reference = await bed.issueIn('resolved');
    for (let tries = 0; tries < 12; tries++) await bed.done('attempt', reference);
    expect(outcome(await bed.act('attempt', reference))).toBe('409 issue.attempts_full');
  });

  test('the follow-up is made by nobody who handled or answered it', async () => {
    const claimedBy = await bed.issueIn('transferred');
    await bed.done('claim', claimedBy, { as: 'everybody' });
    await bed.done('resolution', claimedBy);
    await bed.done('answer', claimedBy);
    const resolvedBy = await bed.issueIn('claimed');
    await bed.done('resolution', resolvedBy, { as: 'everybody' });
    await bed.done('answer', resolvedBy);
    const answeredBy = await bed.issueIn('resolved');
    await bed.done('answer', answeredBy, { as: 'everybody' });
    for (const reference of [claimedBy, resolvedBy, answeredBy]) {
      const own = await bed.act('follow-up', reference, { as: 'everybody' });
      expect(outcome(own)).toBe('403 issue.follow_up_by_another');
      expect(outcome(await bed.act('follow-up', reference))).toBe('200');
    }
  });

  test.each([
    ['reached, without a word on whether it is solved', { reached: true, satisfaction: 5 }],
    ['reached, without a grade', { reached: true, solved: 'yes' }],
    ['not reached, and yet solved', { reached: false, solved: 'yes' }],
    ['not reached, and yet satisfied', { reached: false, satisfaction: 5 }],
  ])('a follow-up is incomplete: %s', async (_, said) => {
    const reference = await bed.issueIn('answered');
    const body = { note: '回访', channel: 'phone', reopen: false, ...said };
    const answer = await bed.act('follow-up', reference, { body });
    expect(outcome(answer)).toBe('422 issue.follow_up_incomplete');
  });

  test('whoever was not reached closes it without counting as satisfied', async () => {
    const reference = await bed.issueIn('answered');
    const body = { reached: false, note: '三次未接', channel: 'phone', reopen: false };
    expect(outcome(await bed.act('follow-up', reference, { body }))).toBe('200');
  });
});

describe('taking up again', () => {
  test('a dissatisfied resident at the follow-up gets a promise counted from now, in one commit', async () => {
    const reference = await bed.issueIn('answered');
    bed.platform.clock.advance(2 * oneWorkingDay);
    const { version } = await bed.read(reference);
    const body = { ...bodies['follow-up'], solved: 'no', satisfaction: 1, reopen: true };
    await bed.done('follow-up', reference, { body });
    const { state, version: after } = await bed.read(reference);
    expect(state).toMatchObject({
      state: 'transferred',
      reopenings: 1,
      assignment: { department: places.bureau, binding: true },
      clock: { startedAt: bed.platform.clock.now(), dueDate: '2026-11-30', reached: [] },
    });
    expect(after).toBe(version + 2);
    expect((await bed.story(reference)).slice(-2)).toEqual(['followed-up', 'reopened']);
    expect(state).not.toHaveProperty('followUp');
  });

  test('it can be closed and taken up as often as it takes', async () => {
    const reference = await bed.issueIn('closed');
    for (const times of [1, 2]) {
      await bed.done('reopening', reference);
      expect((await bed.read(reference)).state).toMatchObject({ state: 'transferred', reopenings: times });
      for (const action of ['claim', 'resolution', 'answer', 'follow-up'] as const) {
        await bed.done(action, reference);
      }
    }
    expect((await bed.read(reference)).state).toMatchObject({ state: 'closed', reopenings: 2 });
  });
});
