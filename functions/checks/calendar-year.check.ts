import type { OrganisationNodes } from '../access/organisations.usecases.ts';
import type { Calendars } from '../calendar/calendar.usecases.ts';
import { daysLacking } from '../calendar/calendar-year.rules.ts';
import type { Verdict } from '../findings/findings.states.ts';
import { type Instant, localDateOf, parseLocalDate, startOfDay } from '../platform/runtime/time.ts';
import type { Check } from './check.ts';

interface Dependencies {
  readonly calendars: Pick<Calendars, 'read'>;
  readonly nodes: Pick<OrganisationNodes, 'tree'>;
}

/** A year is to be loaded by the beginning of the December before. */
const dueSince = (year: number): Instant => startOfDay(parseLocalDate(`${year - 1}-12-01`));

/**
 * The working days of this year, and from 1 December on of the next, are loaded: without them deadlines are
 * provisional. And a year that was loaded has as many days off as the law gives; one that hasn't may lack a day, and
 * stays a finding until it is loaded anew or a supervisor says why it is right.
 */
export const calendarYear: Check<Dependencies> = {
  name: 'calendar-year',
  look: async ({ calendars, nodes }, now: Instant) => {
    const district = (await nodes.tree(now)).nodes.find(({ kind }) => kind === 'district');
    if (!district) return [];
    const thisYear = Number(localDateOf(now).slice(0, 4));
    const verdictOf = async (year: number): Promise<Verdict | undefined> => {
      const loaded = await calendars.read(year);
      const found = {
        check: 'calendar-year',
        node: district.path,
        answers: { node: district.path },
      } as const;
      if (!loaded) return { ...found, severity: 'late', since: dueSince(year), facts: { year } };
      const lacking = daysLacking(loaded.state);
      if (lacking === 0) return undefined;
      return { ...found, severity: 'notice', since: loaded.state.loadedAt, facts: { year, lacking } };
    };
    const due = [thisYear, thisYear + 1].filter((year) => now >= dueSince(year));
    return Promise.all(
      due.map(async (year) => ({
        record: { kind: 'CALENDAR', id: String(year) },
        verdict: await verdictOf(year),
      })),
    );
  },
};
