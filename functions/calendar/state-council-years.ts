/**
 * The published holiday notices from 2004 to the latest known to the package `chinese-days`, for the local host
 * and for the command that loads a calendar. No Lambda imports this: in the cloud a calendar is read from the
 * table, and the package's 37 kB would only slow every start.
 */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import chineseDays from 'chinese-days/package.json' with { type: 'json' };
import type { CalendarYear } from './calendar.rules.ts';
import { checkCalendarYear } from './calendar-year.rules.ts';

/** The package says `National Day,国庆节,3`: English, Chinese, days by law. */
const chineseName = (entry: string): string => entry.split(',')[1] ?? entry;

const calendarYear = (year: number): CalendarYear => {
  const ofYear = (days: Readonly<Record<string, string>>) =>
    Object.entries(days).filter(([day]) => day.startsWith(`${year}-`));
  const holidays = ofYear(published.holidays);
  const makeUpDays = ofYear(published.workdays);
  const check = checkCalendarYear({
    year,
    version: `chinese-days-${chineseDays.version}`,
    holidays: holidays.map(([day]) => day),
    makeUpDays: makeUpDays.map(([day]) => day),
    names: Object.fromEntries([...holidays, ...makeUpDays].map(([day, entry]) => [day, chineseName(entry)])),
    source: `国务院办公厅关于${year}年部分节假日安排的通知（chinese-days ${chineseDays.version}）`,
  });
  if (!check.ok) throw new Error(`chinese-days, year ${year}: ${check.problems[0]?.message}`);
  return check.calendarYear;
};

/** Every published year, the earliest first. */
export const stateCouncilYears: readonly CalendarYear[] = [
  ...new Set(Object.keys(published.holidays).map((day) => Number(day.slice(0, 4)))),
]
  .sort((a, b) => a - b)
  .map(calendarYear);
