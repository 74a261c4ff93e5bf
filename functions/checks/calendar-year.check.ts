import type { OrganisationNodes } from '../access/organisations.usecases.ts';
import type { Calendars } from '../calendar/calendar.usecases.ts';
import { type Instant, localDateOf, parseLocalDate, startOfDay } from '../platform/runtime/time.ts';
import type { Check } from './check.ts';

interface Dependencies {
  readonly calendars: Pick<Calendars, 'read'>;
  readonly nodes: Pick<OrganisationNodes, 'tree'>;
}

/** From 1 December on, the working days of the next year are loaded: without them its deadlines are provisional. */
export const calendarYear: Check<Dependencies> = {
  name: 'calendar-year',
  look: async ({ calendars, nodes }, now: Instant) => {
    const year = Number(localDateOf(now).slice(0, 4));
    const since = startOfDay(parseLocalDate(`${year}-12-01`));
    const district = (await nodes.tree(now)).nodes.find(({ kind }) => kind === 'district');
    if (!district || now < since) return [];
    const isLoaded = (await calendars.read(year + 1)) !== undefined;
    return [
      {
        record: { kind: 'CALENDAR', id: String(year + 1) },
        verdict: isLoaded
          ? undefined
          : {
              check: 'calendar-year',
              node: district.path,
              answers: { node: district.path },
              severity: 'late',
              since,
              facts: { year: year + 1 },
            },
      },
    ];
  },
};
