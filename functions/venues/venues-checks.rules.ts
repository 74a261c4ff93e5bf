import type { FieldProblem } from '../platform/contract/problems.ts';
import { addDays, type LocalDate } from '../platform/runtime/time.ts';
import { minuteOf } from './spans.rules.ts';
import type { ExceptionFields, RoomFields, TimetableFields } from './venues.fields.ts';
import type { Room, Span, Timetable, Venue } from './venues.states.ts';
import { limits } from './venues.words.ts';

/** What can be wrong with hours and rooms, by the stable code the site translates; `{n}` is what belongs to it. */
export const venueMessages = {
  'venue.span_empty': 'These hours begin and end at the same time.',
  'venue.span_past_midnight':
    'These hours pass midnight. Enter them as two days: until 24:00 on this one, and from 00:00 on the next.',
  'venue.span_overlap': 'These hours overlap with the ones before them.',
  'venue.period_order': 'The last day lies before the first.',
  'venue.timetable_overlap': 'This timetable shares days with “{n}”. Let one end before the other begins.',
  'venue.number_unknown': 'There is none with this number, or it is given twice.',
  'venue.period_long': 'From the first to the last day there may be at most {n} days.',
  'venue.closure_past': 'This day has passed. Correct the opening record of a day that has passed instead.',
  'venue.opening_hours_required': 'Say from when to when it is open on these days.',
  'venue.room_too_large': 'No room holds more people than its venue, which holds {n}.',
  'venue.rooms_larger': 'One of its rooms holds {n} people already.',
  'venue.longest_uneven': 'The longest booking is a whole number of slots, at most {n}.',
  'venue.time_future': 'This time has not come yet.',
  'venue.time_long_ago': 'This is more than {n} hours ago. Correct the day instead, with a reason.',
} as const;

export type VenueFieldCode = keyof typeof venueMessages;

export const venueFieldProblem = (
  path: string,
  code: VenueFieldCode,
  n: string | number = '',
): FieldProblem => ({
  path,
  code,
  n: String(n),
  message: venueMessages[code].replace('{n}', String(n)),
});

/** What is wrong with the hours of one day; `path` is where its list stands in the form. */
export const spansProblems = (path: string, spans: readonly Span[]): FieldProblem[] => {
  const problems = spans.flatMap(({ from, to }, index) => {
    if (from === to) return [venueFieldProblem(`${path}.${index}.to`, 'venue.span_empty')];
    // 24:00 is no beginning of anything on this day.
    return from > to ? [venueFieldProblem(`${path}.${index}.to`, 'venue.span_past_midnight')] : [];
  });
  if (problems.length > 0) return problems;
  const ordered = spans.map((span, index) => ({ ...span, index })).sort((a, b) => (a.from < b.from ? -1 : 1));
  return ordered.flatMap(({ from, index }, position) => {
    const before = ordered[position - 1];
    return before && from < before.to
      ? [venueFieldProblem(`${path}.${index}.from`, 'venue.span_overlap')]
      : [];
  });
};

type Period = Pick<TimetableFields, 'from' | 'to'>;

const share = (a: Period, b: Period): boolean =>
  (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to);

/** Numbers that stand in none of what is there, or twice. */
const numberProblems = (
  path: string,
  given: readonly { readonly no?: number | undefined }[],
  there: readonly { readonly no: number }[],
): FieldProblem[] =>
  given.flatMap(({ no }, index) => {
    if (no === undefined) return [];
    const isKnown = there.some((one) => one.no === no);
    const isFirst = given.findIndex((one) => one.no === no) === index;
    return isKnown && isFirst ? [] : [venueFieldProblem(`${path}.${index}.no`, 'venue.number_unknown')];
  });

/** What is wrong with a venue's timetables, all at once; `there` are those that stand already. */
export const timetablesProblems = (
  timetables: readonly TimetableFields[],
  there: readonly Timetable[] = [],
): FieldProblem[] => [
  ...numberProblems('timetables', timetables, there),
  ...timetables.flatMap((timetable, index) => {
    const { from, to, week, holidays } = timetable;
    const path = `timetables.${index}`;
    const other = timetables.slice(0, index).find((earlier) => share(earlier, timetable));
    return [
      ...(to !== undefined && to < from ? [venueFieldProblem(`${path}.to`, 'venue.period_order')] : []),
      ...(other ? [venueFieldProblem(`${path}.from`, 'venue.timetable_overlap', other.name)] : []),
      ...week.flatMap((spans, day) => spansProblems(`${path}.week.${day}`, spans)),
      ...(holidays.rule === 'spans' ? spansProblems(`${path}.holidays.spans`, holidays.spans) : []),
    ];
  }),
];

/** What is wrong with a closure or an additional opening that is announced on this day. */
export const exceptionProblems = (
  { kind, from, to, span }: ExceptionFields,
  today: LocalDate,
): FieldProblem[] => [
  ...(from < today ? [venueFieldProblem('from', 'venue.closure_past')] : []),
  ...(to < from ? [venueFieldProblem('to', 'venue.period_order')] : []),
  ...(to >= addDays(from, limits.exceptionDays)
    ? [venueFieldProblem('to', 'venue.period_long', limits.exceptionDays)]
    : []),
  ...(kind === 'open' && span === undefined
    ? [venueFieldProblem('span', 'venue.opening_hours_required')]
    : []),
  // One span: said of the field that has it.
  ...(span ? spansProblems('span', [span]).map((problem) => ({ ...problem, path: 'span.to' })) : []),
];

/** What is wrong with a venue's rooms. */
export const roomsProblems = (
  rooms: readonly RoomFields[],
  venue: Pick<Venue, 'capacity'> & { readonly rooms: readonly Room[] },
): FieldProblem[] => [
  ...numberProblems('rooms', rooms, venue.rooms),
  ...rooms.flatMap(({ capacity, slot, longest }, index) => [
    ...(capacity > venue.capacity
      ? [venueFieldProblem(`rooms.${index}.capacity`, 'venue.room_too_large', venue.capacity)]
      : []),
    ...(longest % slot !== 0 || longest > slot * limits.slots
      ? [venueFieldProblem(`rooms.${index}.longest`, 'venue.longest_uneven', limits.slots)]
      : []),
  ]),
];

/** What is wrong with a venue's capacity, once its rooms are known. */
export const capacityProblems = (
  capacity: number,
  rooms: readonly Pick<Room, 'capacity'>[],
): FieldProblem[] => {
  const largest = Math.max(0, ...rooms.map((room) => room.capacity));
  return largest > capacity ? [venueFieldProblem('capacity', 'venue.rooms_larger', largest)] : [];
};

/** What is wrong with the record of a day until this minute of it. */
export const recordProblems = (spans: readonly Span[], untilMinute: number): FieldProblem[] => [
  ...spansProblems('spans', spans),
  ...spans.flatMap(({ to }, index) =>
    minuteOf(to) > untilMinute ? [venueFieldProblem(`spans.${index}.to`, 'venue.time_future')] : [],
  ),
];
