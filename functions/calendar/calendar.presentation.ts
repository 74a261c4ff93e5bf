import type { ResponseInputOf } from '../platform/contract/route.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import type { calendarContract } from './calendar.contract.ts';
import type { LoadedYear } from './calendar.states.ts';

export type CalendarYearView = ResponseInputOf<typeof calendarContract.routes.read>;

export const calendarYearView = (year: number, stored: Stored<LoadedYear> | undefined): CalendarYearView => {
  if (!stored) return { loaded: false, year };
  const { version, source, loadedAt, holidays, makeUpDays, names } = stored.state;
  const named = (days: readonly LocalDate[]) => days.map((date) => ({ date, name: names[date] }));
  return {
    loaded: true,
    year,
    revision: stored.version,
    version,
    source,
    loadedAt,
    holidays: named(holidays),
    makeUpDays: named(makeUpDays),
  };
};
