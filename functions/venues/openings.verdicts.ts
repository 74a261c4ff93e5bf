import { daysOfWeek, mondayOf } from '../calendar/iso-weeks.rules.ts';
import type { Verdict } from '../findings/findings.states.ts';
import type { Judge, Judgement } from '../findings/judge.ts';
import { endOfDay, type Instant } from '../platform/runtime/time.ts';
import type { HoursWeek } from './openings.states.ts';
import { hoursWeekId, hoursWeekType } from './openings.store.ts';
import { venueType } from './venues.store.ts';

const checks = ['venue-hours'] as const;

/** Weeks in their order as numbers: 2026-W47 is 202647. */
const orderOf = (week: string): number => Number(week.replace('-W', ''));

const endOf = ({ week, at }: HoursWeek): Instant => {
  const monday = mondayOf(week);
  const sunday = monday && daysOfWeek(monday).at(-1);
  return sunday ? endOfDay(sunday) : at;
};

const verdictOn = (hours: HoursWeek, said: Pick<Verdict, 'severity' | 'since' | 'goesOn'>): Verdict => ({
  check: 'venue-hours',
  node: hours.node,
  answers: { node: hours.node },
  ...said,
  facts: {
    ...{ venue: hours.venue, name: hours.name, week: hours.week, gap: hours.gap },
    ...{ planned: hours.planned, actual: hours.actual, policy: hours.policy ?? 0 },
  },
});

/** A week that begins and promises too little: it will be late, and is so no more once the week is over. */
const aheadOf = (hours: HoursWeek): Judgement => {
  const keeps = hours.stage !== 'ahead' || (hours.meets.planned && hours.meets.offPeak);
  return {
    record: { kind: hoursWeekType.kind, id: hoursWeekId(hours.venue, hours.week) },
    asOf: orderOf(hours.week),
    checks,
    verdicts: keeps ? [] : [verdictOn(hours, { severity: 'notice', since: hours.at })],
  };
};

/** A week that is over: a venue stays found until one of its later weeks is kept, or this one proves to have been. */
const overOf = (hours: HoursWeek): Judgement[] =>
  hours.stage === 'ahead'
    ? []
    : [
        {
          record: { kind: venueType.kind, id: hours.venue },
          asOf: orderOf(hours.week),
          checks,
          verdicts:
            hours.meets.hours && hours.meets.offPeak
              ? []
              : [verdictOn(hours, { severity: 'late', since: endOf(hours), goesOn: true })],
        },
      ];

export const hoursWeekJudge: Judge<HoursWeek> = {
  type: hoursWeekType,
  judge: ({ state }) => [aheadOf(state), ...overOf(state)],
};
