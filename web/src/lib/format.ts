import type { Language } from './i18n/i18n.ts';

/** Every time shown is the district's own, wherever the reader is. */
const TIME_ZONE = 'Asia/Shanghai';
const HOURS_00_TO_23 = 'h23';

const partsFormat = {
  // American English: British writes "Sept".
  en: new Intl.DateTimeFormat('en-US', {
    timeZone: TIME_ZONE,
    hourCycle: HOURS_00_TO_23,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }),
  'zh-CN': new Intl.DateTimeFormat('zh-CN', {
    timeZone: TIME_ZONE,
    hourCycle: HOURS_00_TO_23,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }),
} satisfies Record<Language, Intl.DateTimeFormat>;

interface Moment {
  year: string;
  month: string;
  day: string;
  weekday: string;
  time: string;
}

const momentOf = (instant: Date, language: Language): Moment => {
  const parts = new Map(partsFormat[language].formatToParts(instant).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    year: part('year'),
    month: part('month').replace('月', ''),
    day: part('day'),
    weekday: part('weekday'),
    time: `${part('hour')}:${part('minute')}`,
  };
};

/** People read a deadline at midnight as the end of the day before: 24:00, not 00:00 of the next. */
const deadlineOf = (instant: Date, language: Language): Moment => {
  const isMidnight = (instant.getTime() + 8 * 3_600_000) % 86_400_000 === 0;
  if (!isMidnight) return momentOf(instant, language);
  return { ...momentOf(new Date(instant.getTime() - 1), language), time: '24:00' };
};

const twoDigits = (text: string): string => text.padStart(2, '0');

/**
 * A deadline as residents read it: 「11月25日（周三）24:00 前」, "by 24:00 on Wed 25 Nov".
 * @param instant RFC 3339, with offset
 */
export const formatDeadline = (instant: string, language: Language): string => {
  const { month, day, weekday, time } = deadlineOf(new Date(instant), language);
  return language === 'en'
    ? `by ${time} on ${weekday} ${day} ${month}`
    : `${month}月${day}日（${weekday}）${time} 前`;
};

/**
 * A deadline in a ledger, the same in every language: "11-25 24:00".
 * @param instant RFC 3339, with offset
 */
export const formatDeadlineShort = (instant: string): string => {
  const { month, day, time } = deadlineOf(new Date(instant), 'zh-CN');
  return `${twoDigits(month)}-${twoDigits(day)} ${time}`;
};

/**
 * A moment in a ledger: "11-25 14:05"; midnight is 00:00, because something happened then.
 * @param instant RFC 3339, with offset
 */
export const formatMomentShort = (instant: string): string => {
  const { month, day, time } = momentOf(new Date(instant), 'zh-CN');
  return `${twoDigits(month)}-${twoDigits(day)} ${time}`;
};

/**
 * A moment with its year: 「2026年11月25日 14:05」, "25 Nov 2026, 14:05".
 * @param instant RFC 3339, with offset
 */
export const formatMoment = (instant: string, language: Language): string => {
  const { year, month, day, time } = momentOf(new Date(instant), language);
  return language === 'en' ? `${day} ${month} ${year}, ${time}` : `${year}年${month}月${day}日 ${time}`;
};

/**
 * The time of day of a moment: "14:05".
 * @param instant RFC 3339, with offset
 */
export const formatTime = (instant: string): string => momentOf(new Date(instant), 'zh-CN').time;

/**
 * A day: 「2026年11月25日（周三）」, "Wed 25 Nov 2026".
 * @param date `YYYY-MM-DD`, a day in the district
 */
export const formatDate = (date: string, language: Language): string => {
  const { year, month, day, weekday } = momentOf(new Date(`${date}T00:00:00+08:00`), language);
  return language === 'en'
    ? `${weekday} ${day} ${month} ${year}`
    : `${year}年${month}月${day}日（${weekday}）`;
};

/**
 * A day as an official document has it: 「2026年11月25日」, "25 Nov 2026".
 * @param date `YYYY-MM-DD`, a day in the district
 */
export const formatDay = (date: string, language: Language): string => {
  const { year, month, day } = momentOf(new Date(`${date}T00:00:00+08:00`), language);
  return language === 'en' ? `${day} ${month} ${year}` : `${year}年${month}月${day}日`;
};

const monthFormat = {
  en: new Intl.DateTimeFormat('en-US', { timeZone: TIME_ZONE, year: 'numeric', month: 'long' }),
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { timeZone: TIME_ZONE, year: 'numeric', month: 'long' }),
} satisfies Record<Language, Intl.DateTimeFormat>;

/**
 * A month: 「2026年12月」, "December 2026".
 * @param month `YYYY-MM`
 */
export const formatMonth = (month: string, language: Language): string =>
  monthFormat[language].format(new Date(`${month}-01T12:00:00+08:00`));

/** The days' short names from Monday on: 「周一」, "Mon". */
export const weekdayNames = (language: Language): string[] =>
  // The 5th of January 2026 is a Monday.
  Array.from({ length: 7 }, (_, day) => momentOf(new Date(Date.UTC(2026, 0, 5 + day)), language).weekday);

const numberFormat = {
  en: new Intl.NumberFormat('en'),
  'zh-CN': new Intl.NumberFormat('zh-CN'),
} satisfies Record<Language, Intl.NumberFormat>;

/** A count with thousands marked: 6,761. */
export const formatNumber = (value: number, language: Language): string =>
  numberFormat[language].format(value);

/**
 * Money as people read it: 「3,000 元」, "¥3,000"; parts of a yuan only where there are any.
 * @param fen hundredths of a yuan
 */
export const formatYuan = (fen: number, language: Language): string => {
  const whole = formatNumber(Math.trunc(fen / 100), language);
  const part = Math.abs(fen % 100);
  const amount = part === 0 ? whole : `${whole}.${twoDigits(String(part))}`;
  return language === 'en' ? `¥${amount}` : `${amount} 元`;
};

/**
 * A rate always with its counts: 「97.5%（439/450）」. Cut off, not rounded: 100 % means every one.
 * Of nothing there is no rate: 「—（0/0）」.
 */
export const formatRate = (part: number, whole: number, language: Language): string => {
  const percent = whole === 0 ? '—' : `${(Math.floor((part * 1000) / whole) / 10).toFixed(1)}%`;
  const counts = [formatNumber(part, language), formatNumber(whole, language)] as const;
  return language === 'en'
    ? `${percent} (${counts[0]} of ${counts[1]})`
    : `${percent}（${counts[0]}/${counts[1]}）`;
};
