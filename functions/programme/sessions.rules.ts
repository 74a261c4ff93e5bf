import { addDays, endOfDay, type LocalDate, localDateOf, startOfDay } from '../platform/runtime/time.ts';
import { slotsTouched } from '../venues/room-slots.rules.ts';
import { minuteOn, timeOf } from '../venues/spans.rules.ts';
import { type ActivityDecision, decided, type Rule, unlessOver } from './activities.rules.ts';
import type { TimeSpan } from './dates.rules.ts';
import type { Activity, Session } from './programme.states.ts';
import { limits } from './programme.words.ts';

/** Where dates take place, once it is known that there is such a venue and room. */
export type Placed = Pick<Session, 'venue' | 'room' | 'slot' | 'place'>;

const byStart = (sessions: readonly Session[]): Session[] =>
  [...sessions].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.no - b.no));

/** Most dates an activity can have; fewer when each has places of its own. */
export const mostSessions = ({ enrolment }: Pick<Activity, 'enrolment'>): number =>
  enrolment.per === 'session' ? limits.bookableSessions : limits.sessions;

export const addSessions = unlessOver<{ readonly dates: readonly TimeSpan[]; readonly where: Placed }>(
  (activity, { dates, where }) => {
    const most = mostSessions(activity);
    if (activity.sessions.length + dates.length > most) {
      return { refusal: 'programme.sessions_full', detail: String(most) };
    }
    const added = dates.map(({ from, to }, index): Session => {
      const no = activity.lastNo + index + 1;
      return { state: 'planned', no, from, to, ...where };
    });
    const lastNo = activity.lastNo + added.length;
    return decided(
      { ...activity, sessions: byStart([...activity.sessions, ...added]), lastNo },
      'sessions-added',
      { from: activity.lastNo + 1, to: lastNo },
    );
  },
);

export const sessionOf = ({ sessions }: Activity, no: number): Session | undefined =>
  sessions.find((session) => session.no === no);

const replaced = (activity: Activity, session: Session): Activity => ({
  ...activity,
  sessions: byStart(activity.sessions.map((one) => (one.no === session.no ? session : one))),
});

interface OfSession {
  readonly no: number;
}

type Planned = Extract<Session, { state: 'planned' }>;

/** A rule for a date that has neither been cancelled nor taken place. */
const ifPlanned = <T extends OfSession>(
  rule: (activity: Activity, session: Planned, ...rest: [T, Parameters<Rule<T>>[2]]) => ActivityDecision,
): Rule<T> =>
  unlessOver((activity, what, act) => {
    const session = sessionOf(activity, what.no);
    if (!session) return { refusal: 'programme.session_not_found' };
    if (session.state === 'cancelled') return { refusal: 'programme.session_cancelled' };
    if (session.state === 'held') return { refusal: 'programme.session_held' };
    return rule(activity, session, what, act);
  });

export interface Move extends OfSession, TimeSpan {
  readonly where: Placed;
  readonly reason: string;
}

export const moveSession = ifPlanned<Move>((activity, session, { from, to, where, reason }, { now }) => {
  const { no } = session;
  const moved = { at: now, reason, from: session.from };
  return decided(replaced(activity, { state: 'planned', no, from, to, ...where, moved }), 'session-moved', {
    no,
    from,
    to,
    reason,
  });
});

export const cancelSession = ifPlanned<OfSession & { readonly reason: string }>(
  (activity, session, { no, reason }, { now }) =>
    decided(
      replaced(activity, { ...session, state: 'cancelled', cancelled: { at: now, reason } }),
      'session-cancelled',
      { no, reason },
    ),
);

/** How many people were there. Also of an activity that is over by now: its dates took place all the same. */
export const recordPeople: Rule<OfSession & { readonly people: number }> = (
  activity,
  { no, people },
  { by, now },
) => {
  const session = sessionOf(activity, no);
  if (!session) return { refusal: 'programme.session_not_found' };
  if (activity.state === 'draft' || activity.publishedAt === undefined) {
    return { refusal: 'programme.not_published' };
  }
  if (session.state === 'cancelled') return { refusal: 'programme.session_cancelled' };
  if (now < session.from) return { refusal: 'programme.session_not_begun' };
  return decided(
    replaced(activity, { ...session, state: 'held', people, recorded: { at: now, by } }),
    'people-counted',
    { no, people },
  );
};

export interface DaySlots {
  readonly venue: string;
  readonly room: number;
  readonly day: LocalDate;
  readonly slots: readonly string[];
}

/** The slots a date takes of its room, day by day; none when it has no room. */
export const slotsOfSession = ({ venue, room, slot, from, to }: TimeSpan & Placed): DaySlots[] => {
  if (venue === undefined || room === undefined || slot === undefined) return [];
  const days: DaySlots[] = [];
  for (let day = localDateOf(from); startOfDay(day) < to; day = addDays(day, 1)) {
    const span = {
      from: timeOf(minuteOn(day, from)),
      to: timeOf(to >= endOfDay(day) ? 24 * 60 : minuteOn(day, to)),
    };
    days.push({ venue, room, day, slots: slotsTouched({ slot, longest: slot }, span) });
  }
  return days;
};

/** Those of the first that are none of the second. */
export const slotsWithout = (these: readonly DaySlots[], those: readonly DaySlots[]): DaySlots[] =>
  these.flatMap((mine) => {
    const theirs = those.find(
      ({ venue, room, day }) => venue === mine.venue && room === mine.room && day === mine.day,
    );
    const slots = mine.slots.filter((slot) => !theirs?.slots.includes(slot));
    return slots.length > 0 ? [{ ...mine, slots }] : [];
  });
