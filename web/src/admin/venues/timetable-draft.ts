import { addDays, isLocalDate } from '../../../../functions/platform/runtime/time.ts';
import type { Span } from '../../../../functions/venues/venues.states.ts';
import { timeIn } from './time-in.ts';
import type { VenueView } from './venues.queries.ts';

export type Timetable = VenueView['timetables'][number];
type Week = Timetable['week'];

/** A timetable as it stands in a form. */
export interface TimetableDraft {
  name: string;
  from: string;
  to: string;
  week: Week;
  rule: Timetable['holidays']['rule'];
  holidaySpans: Span[];
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export const emptyWeek: Week = weekdays.map(() => []);

export const emptyTimetable = (from: string): TimetableDraft => ({
  ...{ name: '', from, to: '', week: emptyWeek, rule: 'as-week', holidaySpans: [] },
});

export const draftOf = ({ name, from, to, week, holidays }: Timetable): TimetableDraft => ({
  ...{ name, from, to: to ?? '', week, rule: holidays.rule },
  holidaySpans: holidays.rule === 'spans' ? holidays.spans : [],
});

const typed = (spans: readonly Span[]): Span[] =>
  spans.map(({ from, to }) => ({ from: timeIn(from), to: timeIn(to) }));

const isTime = (text: string): boolean => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);

/** Of what is being typed, the hours that are hours already. */
export const wholeSpans = (spans: readonly Span[]): Span[] =>
  typed(spans).filter(({ from, to }) => isTime(from) && isTime(to) && from < to);

/** In the shape the contract takes. */
export const timetableBody = (draft: TimetableDraft) => ({
  name: draft.name,
  from: draft.from,
  ...(draft.to === '' ? {} : { to: draft.to }),
  week: draft.week.map(typed),
  holidays:
    draft.rule === 'spans' ? { rule: draft.rule, spans: typed(draft.holidaySpans) } : { rule: draft.rule },
});

/** What the service keeps of a timetable, without its number where it becomes another one. */
type Kept = Omit<Timetable, 'no'> & { readonly no?: number };

const unnumbered = ({ no: _, ...kept }: Timetable): Kept => kept;

/**
 * The other timetables once one holds from its first to its last day: whatever shares days with it stops the day
 * before, and goes on the day after. One that lies wholly within stays as it is: it is not taken away unseen.
 */
export const makeRoom = (others: readonly Timetable[], from: string, to: string): Kept[] => {
  if (!isLocalDate(from) || (to !== '' && !isLocalDate(to))) return [...others];
  const last = isLocalDate(to) ? to : undefined;
  return others.flatMap((other): Kept[] => {
    const isApart = (last !== undefined && other.from > last) || (other.to !== undefined && other.to < from);
    if (isApart) return [other];
    const before: Kept[] = other.from < from ? [{ ...other, to: addDays(from, -1) }] : [];
    const goesOn = last !== undefined && (other.to === undefined || other.to > last);
    const rest = before.length > 0 ? unnumbered(other) : other;
    const after: Kept[] = goesOn ? [{ ...rest, from: addDays(last, 1) }] : [];
    return before.length + after.length > 0 ? [...before, ...after] : [other];
  });
};
