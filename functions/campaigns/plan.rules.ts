import { isWorkingDay, type WorkingCalendar } from '../calendar/calendar.rules.ts';
import { addDays, type LocalDate } from '../platform/runtime/time.ts';
import type { Campaign, PlannedPerson } from './campaigns.states.ts';

/** A household as far as planning needs it; they come in the order of the doors. */
export interface Door {
  readonly household: string;
  readonly area: string | undefined;
}

export interface PlannedDoor {
  readonly household: string;
  readonly assignee: { readonly id: string; readonly name: string };
  readonly day: LocalDate;
  /** From 1, in the order of the doors of that person's day. */
  readonly order: number;
}

/** More households than can be visited: by whom, how many, and how many fit. */
export interface TooFewDays {
  readonly person: string;
  readonly households: number;
  readonly room: number;
}

/** The days of a campaign from `today` on that visits are planned on. */
export const planningDays = (
  { from, to, includeRestDays }: Pick<Campaign, 'from' | 'to' | 'includeRestDays'>,
  today: LocalDate,
  calendar: WorkingCalendar,
): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = from > today ? from : today; day <= to; day = addDays(day, 1)) {
    if (includeRestDays || isWorkingDay(calendar, day).working) days.push(day);
  }
  return days;
};

/** `of` things in `parts` runs that differ by one at most; the length of run number `index`. */
const share = (of: number, parts: number, index: number): number =>
  Math.floor(((index + 1) * of) / parts) - Math.floor((index * of) / parts);

/** Doors in their order, cut into runs so that `loads` come out as even as whole doors allow. */
const divide = <P>(
  doors: readonly Door[],
  people: readonly { readonly person: P; readonly has: number }[],
): Map<P, Door[]> => {
  const given = new Map<P, Door[]>(people.map(({ person }) => [person, []]));
  if (people.length === 0) return given;
  // Fills the least loaded up to one common level, so that what areas made uneven is evened out as far as it goes.
  const loads = people.map(({ has }) => has);
  const wanted = people.map(() => 0);
  for (let left = doors.length; left > 0; left--) {
    let least = 0;
    for (const [index, load] of loads.entries()) if (load < (loads[least] ?? 0)) least = index;
    loads[least] = (loads[least] ?? 0) + 1;
    wanted[least] = (wanted[least] ?? 0) + 1;
  }
  let from = 0;
  for (const [index, { person }] of people.entries()) {
    const until = from + (wanted[index] ?? 0);
    given.set(person, doors.slice(from, until));
    from = until;
  }
  return given;
};

/** Who gets which doors: people with areas those areas first, the others what no area gives to anybody. */
export const divideDoors = (
  doors: readonly Door[],
  people: readonly PlannedPerson[],
): Map<PlannedPerson, Door[]> => {
  const all = new Map<PlannedPerson, Door[]>(people.map((person) => [person, []]));
  const give = (part: ReadonlyMap<PlannedPerson, Door[]>): void => {
    for (const [person, more] of part) all.get(person)?.push(...more);
  };
  const loadOf = (person: PlannedPerson) => ({ person, has: all.get(person)?.length ?? 0 });
  const areas = [...new Set(doors.map(({ area }) => area))];
  const owned = areas.filter((area) => area !== undefined && people.some((p) => p.areas.includes(area)));
  for (const area of owned) {
    const owners = people.filter((person) => area !== undefined && person.areas.includes(area));
    give(
      divide(
        doors.filter((door) => door.area === area),
        owners.map(loadOf),
      ),
    );
  }
  const rest = doors.filter(({ area }) => !owned.includes(area));
  const free = people.filter((person) => person.areas.length === 0);
  give(divide(rest, (free.length > 0 ? free : people).map(loadOf)));
  return all;
};

/**
 * Gives every household of a village one person and one day: people walk runs of neighbouring doors, as even in
 * number as their areas allow, spread over the days in the order of the doors.
 */
export const planVillage = (
  doors: readonly Door[],
  people: readonly PlannedPerson[],
  days: readonly LocalDate[],
  perDay: number,
): readonly PlannedDoor[] | TooFewDays => {
  const planned: PlannedDoor[] = [];
  for (const [{ id, name }, theirs] of divideDoors(doors, people)) {
    if (theirs.length > days.length * perDay) {
      return { person: name, households: theirs.length, room: days.length * perDay };
    }
    // As many days as are needed at an even pace, so that nobody ends with one door on the last day.
    let next = 0;
    for (const [index, day] of days.entries()) {
      const count = share(theirs.length, days.length, index);
      for (const [at, { household }] of theirs.slice(next, next + count).entries()) {
        planned.push({ household, assignee: { id, name }, day, order: at + 1 });
      }
      next += count;
    }
  }
  return planned;
};
