import { deadline, isWorkingDay, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { digestOf } from '../platform/ledger/chain.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { LedgerEvent } from '../platform/ledger/steps.ts';
import { addDays, type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import type { SupervisionRefusal } from './supervision.problems.ts';
import type { Entry, SupervisionItem, SupervisionList } from './supervision.states.ts';
import { limits, type SupervisionReason, supervisionReasons } from './supervision.words.ts';

type Decided = Decision<SupervisionList, SupervisionRefusal>;

/** An issue that may come to the list. */
export type Candidate = Pick<SupervisionItem, 'issue' | 'place' | 'department' | 'dueAt'>;

export interface Sources extends Readonly<Record<SupervisionReason, readonly Candidate[]>> {}

/** The latest possible, for issues without a promised day. */
const never = '9999';
const dueOf = ({ dueAt }: Candidate): string => dueAt ?? never;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** The most overdue first; equal ones by reference. */
const byDue = (a: Candidate, b: Candidate): number => byText(dueOf(a), dueOf(b)) || byText(a.issue, b.issue);

/** Those whose ticket, the SHA-256 (base64url) of the JSON text `["<seed>","<reference>"]`, is lowest. */
export const drawRandom = (seed: string, population: readonly string[]): string[] =>
  [...new Set(population)]
    .map((issue) => ({ issue, ticket: digestOf([seed, issue]) }))
    .sort((a, b) => byText(a.ticket, b.ticket))
    .slice(0, limits.random)
    .map(({ issue }) => issue);

const once = (candidates: readonly Candidate[]): Candidate[] => [
  ...new Map(candidates.map((candidate) => [candidate.issue, candidate])).values(),
];

/** An issue once, with all its reasons; the most overdue first. */
const itemsOf = (chosen: ReadonlyMap<SupervisionReason, readonly Candidate[]>): SupervisionItem[] => {
  const items = new Map<string, SupervisionItem>();
  for (const [reason, candidates] of chosen) {
    for (const candidate of candidates) {
      const before = items.get(candidate.issue);
      items.set(candidate.issue, { ...candidate, reasons: [...(before?.reasons ?? []), reason] });
    }
  }
  return [...items.values()].sort(byDue);
};

/** Working days between the list before and this one. */
export const missedDays = (
  calendar: WorkingCalendar,
  before: LocalDate | undefined,
  date: LocalDate,
): LocalDate[] => {
  const missed: LocalDate[] = [];
  if (before === undefined) return missed;
  for (let day = addDays(date, -1); day > before && missed.length < limits.missed; day = addDays(day, -1)) {
    if (isWorkingDay(calendar, day).working) missed.unshift(day);
  }
  return missed;
};

export interface Drawing {
  readonly node: string;
  readonly sources: Sources;
  readonly seed: string;
  readonly before: LocalDate | undefined;
}

/** The day's list from what stands at that moment. An empty one has been looked at. */
export const drawList = (
  { node, sources, seed, before }: Drawing,
  calendar: WorkingCalendar,
  now: Instant,
): Extract<Decided, { next: SupervisionList }> => {
  const date = localDateOf(now);
  const population = [...new Set(sources.random.map(({ issue }) => issue))].sort(byText);
  const drawn = new Set(drawRandom(seed, population));
  const chosen = new Map(
    supervisionReasons.map((reason) => {
      const all = once(sources[reason]).sort(byDue);
      return [
        reason,
        reason === 'random' ? all.filter(({ issue }) => drawn.has(issue)) : all.slice(0, limits.perReason),
      ];
    }),
  );
  const found = {
    overdue: once(sources.overdue).length,
    unowned: once(sources.unowned).length,
    returned: once(sources.returned).length,
    dissatisfied: once(sources.dissatisfied).length,
    random: population.length,
  };
  const { dueAt, provisional } = deadline(calendar, now, limits.workingDays);
  const items = itemsOf(chosen);
  const missed = missedDays(calendar, before, date);
  const list = { date, node, drawnAt: now, items, found, seed, population, missed, dueAt, provisional };
  return {
    next: items.length > 0 ? { state: 'open', ...list } : { state: 'seen', ...list, seenAt: now },
    events: [{ type: 'drawn', data: { items: items.length, found, missed } }],
  };
};

export interface Act {
  readonly by: Officer;
  readonly now: Instant;
}

const itemOf = (list: SupervisionList, issue: string): SupervisionItem | undefined =>
  list.items.find((item) => item.issue === issue);

const withItem = (list: SupervisionList, changed: SupervisionItem): SupervisionItem[] =>
  list.items.map((item) => (item.issue === changed.issue ? changed : item));

export type Said = Pick<Entry, 'way' | 'verdict' | 'text' | 'photos'>;

/**
 * Takes an issue of the list on; from somebody who has it only by who names that person, so that of two at once one
 * is told. Undefined where the caller has it already.
 */
export const take = (
  list: SupervisionList,
  { issue, from }: { readonly issue: string; readonly from: string | undefined },
  { by, now }: Act,
): Decided | undefined => {
  const item = itemOf(list, issue);
  if (!item) return { refusal: 'supervision.item_not_found' };
  if (item.entry) return { refusal: 'supervision.looked_at' };
  if (item.taken?.by.id === by.id) return undefined;
  if (item.taken?.by.id !== from) return { refusal: 'supervision.taken' };
  return {
    next: { ...list, items: withItem(list, { ...item, taken: { by, at: now } }) },
    events: [{ type: 'taken', data: { issue } }],
  };
};

/** What whoever took it found there, on the spot with a photo; once. With the last one the list is done. */
export const enter = (list: SupervisionList, issue: string, said: Said, { by, now }: Act): Decided => {
  const item = itemOf(list, issue);
  if (!item) return { refusal: 'supervision.item_not_found' };
  if (item.entry) return { refusal: 'supervision.looked_at' };
  if (item.taken?.by.id !== by.id) return { refusal: 'supervision.take_first' };
  if (said.way === 'site' && said.photos.length === 0) return { refusal: 'supervision.photos_needed' };
  const items = withItem(list, { ...item, entry: { ...said, by, at: now } });
  const events: [LedgerEvent] = [{ type: 'entered', data: { issue, ...said } }];
  if (items.some(({ entry }) => !entry)) return { next: { ...list, items }, events };
  const { date, node, drawnAt, found, seed, population, missed, dueAt, provisional } = list;
  const seen = { date, node, drawnAt, items, found, seed, population, missed, dueAt, provisional };
  return { next: { state: 'seen', ...seen, seenAt: now }, events };
};

/**
 * What time and the calendar as it is now make of an open list; undefined where that changes nothing. What is on it
 * stays as drawn; by when is a count of working days, and goes by the calendar like every other one: over by the old
 * calendar and not by the new, it goes on, and nobody is found late on a day off. Once late it stays late.
 */
export const careFor = (
  list: SupervisionList,
  calendar: WorkingCalendar,
  now: Instant,
): Decided | undefined => {
  if (list.state !== 'open') return undefined;
  const { dueAt, provisional, calendarVersion } = deadline(calendar, list.drawnAt, limits.workingDays);
  if (dueAt === list.dueAt && provisional === list.provisional) return goLate(list, now);
  const moved = {
    next: { ...list, dueAt, provisional },
    event: {
      type: 'deadline-recomputed',
      data: { from: list.dueAt, to: dueAt, provisional, calendarVersion },
    },
  };
  const late = goLate(moved.next, now);
  return late && 'next' in late
    ? { next: late.next, events: [moved.event, ...late.events] }
    : { next: moved.next, events: [moved.event] };
};

/** Marks that the time of a list is over; undefined where it is not, or nothing is left to look at. */
const goLate = (list: SupervisionList, now: Instant): Decided | undefined =>
  list.state === 'open' && list.dueAt <= now
    ? {
        next: { ...list, state: 'late', lateAt: now },
        events: [{ type: 'late', data: { left: leftOf(list) } }],
      }
    : undefined;

export const leftOf = ({ items }: Pick<SupervisionList, 'items'>): number =>
  items.filter(({ entry }) => !entry).length;
