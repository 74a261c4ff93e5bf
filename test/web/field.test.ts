import { describe, expect, it, test } from 'vitest';
import { parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { ApiProblem, unreachable } from '../../web/src/api/client.ts';
import { settle, verdictOf } from '../../web/src/field/outbox/answered.ts';
import { batchesOf } from '../../web/src/field/outbox/batches.ts';
import type { KeptDraft, KeptEntry, SentEntry } from '../../web/src/field/phone/kept.ts';
import { offsetOf } from '../../web/src/field/round/clock.ts';
import { stateOf, stopId, stopsOf } from '../../web/src/field/round/stops.ts';
import type { Stop } from '../../web/src/field/service.ts';
import { type Answers, noAnswers, noIssue, questionsOf } from '../../web/src/field/visit/answers.ts';
import { checkVisit } from '../../web/src/field/visit/entry.ts';

const campaign = '234567892F';
const today = '2026-11-23';

const stop = (
  number: number,
  { day = today, ...changed }: Partial<Pick<Stop, 'slot' | 'tries'>> & { readonly day?: string } = {},
): Stop => ({
  campaign,
  household: `234567892345678${number}`,
  village: '370402/370402103/370402103201',
  address: `${number} 号楼`,
  kind: 'home',
  head: '王**',
  hasPhone: true,
  categories: [],
  day: parseLocalDate(day),
  order: number,
  tries: 0,
  ...changed,
});

const entryOf = (of: Stop, changed: Partial<KeptEntry> = {}): KeptEntry => ({
  entryId: `entry-of-${of.household}`,
  staffId: 'visitor',
  stop: stopId(of),
  address: of.address,
  head: of.head,
  hasPhone: true,
  seen: stateOf(of),
  writtenAt: '2026-11-23T02:00:00.000Z',
  visit: {
    entryId: `entry-of-${of.household}`,
    campaign,
    household: of.household,
    at: '2026-11-23T02:00:00.000Z',
    outcome: 'not-home',
  },
  answers: noAnswers,
  tries: 0,
  refusal: undefined,
  exportedAt: undefined,
  ...changed,
});

const sentOf = (of: Stop): SentEntry => {
  const { entryId, staffId, address, head, seen, visit } = entryOf(of);
  return {
    ...{ entryId, staffId, address, head, seen, at: visit.at, outcome: visit.outcome, stop: stopId(of) },
    ...{ sentAt: '2026-11-23T02:00:01.000Z', visit: 'V1', issues: [], conflict: undefined },
  };
};

describe('the list of households', () => {
  const round = { rows: [stop(1, { day: '2026-11-20' }), stop(2)], later: [stop(3, { day: '2026-11-24' })] };
  const addresses = (those: readonly { readonly address: string }[]): string[] =>
    those.map(({ address }) => address);

  it('overdue, today’s and later ones stand apart, in the order of the round', () => {
    const stops = stopsOf(round, [], [], today);
    expect([stops.overdue, stops.today, stops.later].map(addresses)).toEqual([
      ['1 号楼'],
      ['2 号楼'],
      ['3 号楼'],
    ]);
  });

  it('a phone without a network for a night has the next day’s list as today’s', () => {
    const stops = stopsOf(round, [], [], '2026-11-24');
    expect(addresses(stops.overdue)).toEqual(['1 号楼', '2 号楼']);
    expect(addresses(stops.today)).toEqual(['3 号楼']);
  });

  it('a household just visited is ticked before the service knows of it', () => {
    const stops = stopsOf(round, [], [entryOf(stop(2))], today);
    expect(addresses(stops.today)).toEqual([]);
    expect(stops.done).toMatchObject([{ address: '2 号楼', isSent: false }]);
  });

  it('a household the list puts off to the evening after a visit is to be visited again', () => {
    const evening = stop(2, { slot: 'evening', tries: 1 });
    const stops = stopsOf({ rows: [evening], later: [] }, [], [sentOf(stop(2))], today);
    expect(addresses(stops.today)).toEqual(['2 号楼']);
    expect(addresses(stops.done)).toEqual(['2 号楼']);
  });

  it('a visit made on another phone is ticked, and one of this phone is not ticked twice', () => {
    const known = [
      {
        visit: 'V1',
        stop: stopId(stop(2)),
        address: '2 号楼',
        at: '2026-11-23T02:00:00.000Z',
        outcome: 'met',
      },
      {
        visit: 'V9',
        stop: stopId(stop(9)),
        address: '9 号楼',
        at: '2026-11-23T01:00:00.000Z',
        outcome: 'met',
      },
    ] as const;
    expect(addresses(stopsOf(round, known, [sentOf(stop(2))], today).done)).toEqual(['2 号楼', '9 号楼']);
  });
});

describe('what the service answered', () => {
  const now = '2026-11-23T03:00:00.000Z';
  const entry = entryOf(stop(1));
  const { entryId } = entry;

  it('an entry leaves the outbox for the id of a visit and for nothing else', () => {
    expect(settle(entry, { entryId, result: 'recorded', visit: 'V1' }, now)).toMatchObject({
      sent: { visit: 'V1' },
    });
    expect(settle(entry, { entryId, result: 'already', visit: 'V1' }, now)).toMatchObject({
      sent: { visit: 'V1' },
    });
    expect(settle(entry, { entryId, result: 'recorded' }, now)).toBeUndefined();
    expect(settle(entry, { entryId, result: 'again' }, now)).toBeUndefined();
    expect(settle(entry, undefined, now)).toBeUndefined();
  });

  it('nothing anybody said is left of an entry that was sent', () => {
    const told = entryOf(stop(1), { visit: { ...entry.visit, views: '路灯坏了', note: '有狗' } });
    const settled = JSON.stringify(settle(told, { entryId, result: 'recorded', visit: 'V1' }, now));
    expect(settled).not.toMatch(/路灯坏了|有狗/);
  });

  it('a refusal keeps its reason, field by field', () => {
    const errors = [{ path: 'views', code: 'text.too_long', n: '1000', message: '' }];
    const problem = { code: 'request.invalid', message: '', errors };
    expect(settle(entry, { entryId, result: 'refused', problem }, now)).toEqual({
      refusal: { code: 'request.invalid', errors },
    });
  });

  test.each([
    [0, unreachable, 1, 'passing'],
    [401, 'session.required', 3, 'passing'],
    [403, 'access.role', 1, 'passing'],
    [429, 'request.too_many', 1, 'passing'],
    [503, 'service.busy', 1, 'passing'],
    [500, 'service.failed', 3, 'apart'],
    [413, 'request.too_large', 3, 'apart'],
  ] as const)('an answer %i (%s) to %i entries says of them: %s', (status, code, count, verdict) => {
    expect(verdictOf(new ApiProblem(code, status, [], undefined), count)).toBe(verdict);
  });

  it('an answer about the only entry sent is about that entry', () => {
    expect(verdictOf(new ApiProblem('request.too_large', 413, [], undefined), 1)).toEqual({
      code: 'request.too_large',
      errors: [],
    });
  });
});

describe('batches', () => {
  it('at most twenty-five entries go in one request, oldest first', () => {
    const entries = Array.from({ length: 60 }, () => entryOf(stop(1)));
    expect(batchesOf(entries).map(({ length }) => length)).toEqual([25, 25, 10]);
  });

  it('long entries go in smaller batches, and one too long for any goes by itself', () => {
    const long = (characters: number): KeptEntry =>
      entryOf(stop(1), { visit: { ...entryOf(stop(1)).visit, views: '很'.repeat(characters) } });
    expect(
      batchesOf([long(35_000), long(35_000), long(80_000), long(10)]).map(({ length }) => length),
    ).toEqual([1, 1, 1, 1]);
  });
});

describe('the form', () => {
  const draft = (answers: Partial<Answers>, hasPhone = true): KeptDraft => ({
    ...{ staffId: 'visitor', address: '1 号楼', head: '王**', seen: '', hasPhone },
    stop: `${campaign}.2345678923456789`,
    entryId: 'f0fca909dac8574429d29d732d54d282',
    at: '2026-11-23T02:00:00.000Z',
    answers: { ...noAnswers, ...answers },
  });
  const paths = (answers: Partial<Answers>, hasPhone = true): string[] =>
    checkVisit(draft(answers, hasPhone)).problems.map(({ path }) => path);
  const issue = { ...noIssue, category: 'roads', what: '路灯坏了', who: 'head', consent: true };

  it('nobody home needs nothing but that', () => {
    expect(checkVisit(draft({ outcome: 'not-home' }))).toMatchObject({
      problems: [],
      visit: { outcome: 'not-home' },
    });
  });

  it('a meeting names who was met, and says so beside what else is missing', () => {
    expect(paths({ outcome: 'met' })).toEqual(['met']);
    expect(paths({ outcome: 'met', issues: [{ ...issue, what: '' }] })).toEqual(['met', 'issues.0.what']);
  });

  it('an agreed time has a day and a part of it', () => {
    expect(paths({ outcome: 'appointment' })).toEqual(['appointment.day', 'appointment.slot']);
    expect(paths({ outcome: 'appointment', day: '2026-11-24', slot: 'evening' })).toEqual([]);
  });

  it('an issue of a household without a phone in the register needs a name and number', () => {
    const met = { outcome: 'met', met: ['head'], issues: [issue] } as const;
    expect(paths(met)).toEqual([]);
    expect(paths(met, false)).toEqual(['issues.0.reporter.who']);
    const other = { ...issue, who: 'other', name: '王秀兰', phone: '138 1234 5678' };
    expect(paths({ ...met, issues: [other] }, false)).toEqual([]);
  });

  it('what was answered before the outcome was changed is not sent', () => {
    const { visit } = checkVisit(draft({ outcome: 'moved', met: ['head'], views: '很好', issues: [issue] }));
    expect(Object.keys(visit ?? {}).sort()).toEqual(['at', 'campaign', 'entryId', 'household', 'outcome']);
  });

  it('every outcome that can be chosen can be saved', () => {
    const full = { met: ['head'], day: '2026-11-24', slot: 'evening' };
    for (const outcome of ['met', 'not-home', 'refused', 'vacant', 'moved', 'appointment'] as const) {
      expect([outcome, paths({ ...full, outcome })]).toEqual([outcome, []]);
      expect(questionsOf[outcome].length).toBeGreaterThan(0);
    }
  });
});

it('a clock a little off is the network’s delay; one far off is put right', () => {
  expect(offsetOf(new Date(Date.now() + 20_000).toISOString())).toBe(0);
  expect(offsetOf(new Date(Date.now() + 600_000).toISOString())).toBeGreaterThan(590_000);
});
