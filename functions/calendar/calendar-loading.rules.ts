import type { Accepted, Decision } from '../platform/ledger/change.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { CalendarYear } from './calendar.rules.ts';
import type { LoadedYear } from './calendar.states.ts';

const contentOf = ({ year, version, holidays, makeUpDays, names = {}, source }: CalendarYear) => ({
  year,
  version,
  holidays: [...holidays],
  makeUpDays: [...makeUpDays],
  names: { ...names },
  source,
});

/** A year nobody has loaded yet. */
export const loadYear = (calendarYear: CalendarYear, now: Instant): Accepted<LoadedYear> => ({
  next: { ...contentOf(calendarYear), firstLoadedAt: now, loadedAt: now, earlierVersions: [] },
  events: [{ type: 'loaded', data: { version: calendarYear.version, source: calendarYear.source } }],
});

/** A new version of a year, because a notice amended it or somebody made a mistake. */
export const replaceYear = (
  before: LoadedYear,
  calendarYear: CalendarYear,
  now: Instant,
): Decision<LoadedYear, 'calendar.version_used'> => {
  const earlierVersions = [...before.earlierVersions, before.version];
  const { version, source } = calendarYear;
  if (earlierVersions.includes(version)) return { refusal: 'calendar.version_used' };
  return {
    next: {
      ...contentOf(calendarYear),
      firstLoadedAt: before.firstLoadedAt,
      loadedAt: now,
      earlierVersions,
    },
    events: [{ type: 'replaced', data: { version, source, replaced: before.version } }],
  };
};
