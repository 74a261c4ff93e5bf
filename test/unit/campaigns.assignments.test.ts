import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import * as rules from '../../functions/campaigns/assignments.rules.ts';
import type { Assignment, Try } from '../../functions/campaigns/assignments.states.ts';
import { tryOutcomes } from '../../functions/campaigns/campaigns.words.ts';
import { isOffPeak } from '../../functions/campaigns/off-peak.rules.ts';
import { addMinutes, parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';

const calendar = workingCalendar(stateCouncilYears.filter(({ year }) => year >= 2026));
const monday = parseInstant('2026-11-23T09:00:00+08:00');
const one = { id: 'S1', name: '走访员一' };
const two = { id: 'S2', name: '走访员二' };
const village = '370402/370402101/370402101201';
const planned: Assignment = {
  ...{ status: 'planned', campaign: 'C', scope: village, household: 'H', village, address: '幸福里1号' },
  ...{ kind: 'home', head: '王**', hasPhone: true, categories: [], assignee: one, order: 1 },
  ...{ day: parseLocalDate('2026-11-23'), tries: [], tried: 0, formerly: [], createdAt: monday },
};

const tryAt = (minutes: number, outcome: Try['outcome'], visit = `${outcome} ${minutes}`): Try => {
  const at = addMinutes(monday, minutes);
  return { visit, at, by: one, outcome, offPeak: isOffPeak(at, calendar) };
};
const later = { now: addMinutes(monday, 24 * 60), calendar };
const having = (tries: readonly Try[], from: Assignment = planned): Assignment =>
  tries.reduce((assignment, each) => rules.recordTry(assignment, each, undefined, later).next, from);
const refusalOf = (decision: object): unknown =>
  Object.entries(decision).find(([field]) => field === 'refusal')?.[1];

describe('a try', () => {
  test.each([
    ['met', 'visited'],
    ['not-home', 'planned'],
    ['refused', 'refused'],
    ['vacant', 'empty'],
    ['moved', 'empty'],
    ['appointment', 'planned'],
  ] as const)('that came to %s leaves the household %s', (outcome, status) => {
    expect(having([tryAt(0, outcome)]).status).toBe(status);
  });

  test('leads to the same, in whatever order the entries arrive', () => {
    const tries = fc.uniqueArray(
      fc.record({ minutes: fc.integer({ min: 0, max: 10_000 }), outcome: fc.constantFrom(...tryOutcomes) }),
      { selector: ({ minutes }) => minutes, maxLength: 10 },
    );
    fc.assert(
      fc.property(tries, fc.infiniteStream(fc.nat()), (made, random) => {
        const inOrder = made
          .map(({ minutes, outcome }) => tryAt(minutes, outcome))
          .sort((a, b) => (a.at < b.at ? -1 : 1));
        const keyed = inOrder.map((each) => ({ each, key: random.next().value ?? 0 }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ each }) => each);
        expect(having(shuffled)).toEqual(having(inOrder));
      }),
    );
  });

  test('after a meeting takes nothing back, and the earliest meeting is the visit', () => {
    const assignment = having([tryAt(60, 'met', 'second'), tryAt(90, 'refused'), tryAt(30, 'met', 'first')]);
    expect(assignment).toMatchObject({ status: 'visited', visited: { visit: 'first' }, tried: 3 });
  });

  test('keeps the last twelve, and counts all', () => {
    const assignment = having(Array.from({ length: 15 }, (_, n) => tryAt(n, 'not-home')));
    expect(assignment).toMatchObject({ tried: 15 });
    expect(assignment.tries).toHaveLength(12);
    expect(assignment.tries[0]?.visit).toBe('not-home 3');
  });

  test('twice in office hours puts it off to an evening; one there lets the plan stand again', () => {
    const waiting = having([tryAt(0, 'not-home'), tryAt(30, 'not-home')]);
    expect(waiting).toMatchObject({ next: { day: '2026-11-24', slot: 'evening', why: 'off-peak' } });
    expect(rules.effectiveDay(waiting)).toBe('2026-11-24');
    expect(rules.waitsForOffPeak(waiting)).toBe(true);
    const tried = having([tryAt(10 * 60, 'not-home')], waiting);
    expect(rules.waitsForOffPeak(tried)).toBe(false);
    expect(rules.effectiveDay(tried)).toBe('2026-11-23');
  });

  test('that made an appointment puts it off to that, and a try before it leaves it', () => {
    const agreed = { day: parseLocalDate('2026-11-27'), slot: 'afternoon' } as const;
    const waiting = rules.recordTry(planned, tryAt(0, 'appointment'), agreed, later).next;
    expect(rules.effectiveDay(waiting)).toBe('2026-11-27');
    const still = having([tryAt(60, 'not-home'), tryAt(90, 'not-home')], waiting);
    expect(still).toMatchObject({ next: { ...agreed, why: 'appointment' } });
  });

  test('counts where the household had been excluded, but only a meeting brings it back', () => {
    const excluded = rules.exclude(planned, { by: two, at: monday, reason: '已拆迁' });
    if ('refusal' in excluded) throw new Error('refused');
    expect(having([tryAt(0, 'not-home')], excluded.next)).toMatchObject({ status: 'excluded', tried: 1 });
    expect(having([tryAt(0, 'met')], excluded.next)).toMatchObject({ status: 'visited', tried: 1 });
  });

  test('that becomes known after the campaign ended still counts, and sends nobody again', () => {
    const missed = rules.miss(planned)?.next ?? planned;
    expect(having([tryAt(0, 'not-home')], missed).status).toBe('missed');
    expect(having([tryAt(0, 'refused')], missed).status).toBe('refused');
    expect(having([tryAt(0, 'met')], missed).status).toBe('visited');
    expect(rules.miss(having([tryAt(0, 'met')]))).toBeUndefined();
  });
});

describe('a visit that was found not to count', () => {
  test('leaves the household as the others leave it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            minutes: fc.integer({ min: 0, max: 9_000 }),
            outcome: fc.constantFrom(...tryOutcomes),
          }),
          { selector: ({ minutes }) => minutes, minLength: 1, maxLength: 10 },
        ),
        fc.nat(),
        (made, pick) => {
          const tries = made.map(({ minutes, outcome }) => tryAt(minutes, outcome));
          const void_ = tries[pick % tries.length]?.visit ?? '';
          const withdrawn = rules.withdrawTry(having(tries), void_, later)?.next;
          expect(withdrawn).toEqual(having(tries.filter(({ visit }) => visit !== void_)));
        },
      ),
    );
  });

  test('is nothing to a household that knows nothing of it', () => {
    expect(rules.withdrawTry(planned, 'another', later)).toBeUndefined();
  });
});

describe('whose it is', () => {
  const to = { assignee: two, day: parseLocalDate('2026-11-30') };

  test('changes with the day, and who had it is remembered', () => {
    expect(rules.reassign(planned, to, monday)).toMatchObject({
      next: { assignee: two, day: '2026-11-30', formerly: [{ ...one, until: monday }] },
    });
  });

  test('changes with what was agreed on, unless the day is said by hand', () => {
    const waiting = having([tryAt(0, 'not-home'), tryAt(30, 'not-home')]);
    const handed = rules.reassign(waiting, to, monday);
    expect('next' in handed && rules.effectiveDay(handed.next)).toBe('2026-11-24');
    const byHand = rules.planFor(waiting, to, monday);
    expect('next' in byHand && rules.effectiveDay(byHand.next)).toBe('2026-11-30');
  });

  test.each(['visited', 'refused', 'empty', 'missed', 'excluded'] as const)(
    'does not change once it is %s',
    (status) => {
      const made: Record<typeof status, Assignment> = {
        visited: having([tryAt(0, 'met')]),
        refused: having([tryAt(0, 'refused')]),
        empty: having([tryAt(0, 'vacant')]),
        missed: rules.miss(planned)?.next ?? planned,
        excluded: { ...planned, status: 'excluded', excluded: { by: one, at: monday, reason: '' } },
      };
      expect(made[status].status).toBe(status);
      expect(refusalOf(rules.reassign(made[status], to, monday))).toBe('campaign.assignment_not_planned');
    },
  );
});
