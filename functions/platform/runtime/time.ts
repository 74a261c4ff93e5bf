/**
 * Instants and local days as text that sorts in time order, so that both can be keys of the table.
 *
 * "Local" is Asia/Shanghai throughout: all of China keeps one time, and no daylight saving since
 * 15 September 1991 (IANA tz database, file `asia`). It is therefore a fixed +08:00, and plain arithmetic
 * gives what a time zone database would, in a fraction of the code; this file stands in every bundle.
 */
declare const instantBrand: unique symbol;
declare const localDateBrand: unique symbol;

/** A moment in UTC with milliseconds, `2026-11-22T07:19:27.123Z`: text order is time order. */
export type Instant = string & { readonly [instantBrand]: true };

/** A day in Asia/Shanghai, `2026-11-22`: text order is day order. */
export type LocalDate = string & { readonly [localDateBrand]: true };

const millisecondsPerMinute = 60_000;
const millisecondsPerDay = 24 * 60 * millisecondsPerMinute;
const shanghaiOffsetInMilliseconds = 8 * 60 * millisecondsPerMinute;

const localDatePattern = /^\d{4}-\d{2}-\d{2}$/;
const rfc3339Pattern =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

// Only four-digit years sort as text; the ISO form of any other year starts with a sign.
const hasFourDigitYear = (text: string): text is Instant => /^\d{4}-/.test(text);

/** Whether the text is `YYYY-MM-DD` and there is such a day: 30 February is not. */
export const isLocalDate = (text: string): text is LocalDate => {
  if (!localDatePattern.test(text)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  // Engines differ in whether they refuse 30 February or read it as 2 March; the way back tells.
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
};

const outOfRange = (what: unknown): RangeError => new RangeError(`not a usable time: ${String(what)}`);

/** @throws RangeError outside the years 0000 to 9999 or for a fraction of a millisecond. */
export const instantFromEpochMilliseconds = (milliseconds: number): Instant => {
  // toISOString itself throws a RangeError beyond what a Date can hold.
  if (!Number.isSafeInteger(milliseconds)) throw outOfRange(milliseconds);
  const text = new Date(milliseconds).toISOString();
  if (!hasFourDigitYear(text)) throw outOfRange(text);
  return text;
};

const epochMillisecondsOf = (instant: Instant): number => Date.parse(instant);

/** The start of the day in UTC: local days are counted on their own, without any zone. */
const dayMillisecondsOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

/** Whether the text is as this module writes it; what says another time on the way back is not. */
const isOwnForm = (text: string): text is Instant => {
  const milliseconds = Date.parse(text);
  return (
    !Number.isNaN(milliseconds) && hasFourDigitYear(text) && new Date(milliseconds).toISOString() === text
  );
};

/**
 * Reads RFC 3339 with any offset. What is finer than a millisecond is cut off, not rounded, so that nothing
 * moves into the future. A leap second (`:60`) is refused: no clock of ours can produce one.
 * @throws RangeError if the text is anything else, or names a day or time of day that doesn't exist.
 */
export const parseInstant = (text: string): Instant => {
  // Every instant read from the table is one; taking it apart would cost three times as much.
  if (isOwnForm(text)) return text;
  const match = rfc3339Pattern.exec(text);
  if (!match) throw outOfRange(text);
  const [, day = '', hours, minutes, seconds, fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] =
    match;
  const inRange = Number(offsetHours) < 24 && Number(offsetMinutes) < 60 && Number(hours) < 24;
  if (!inRange || !isLocalDate(day)) throw outOfRange(text);
  const wallClock = Date.parse(
    `${day}T${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`,
  );
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * millisecondsPerMinute;
  return instantFromEpochMilliseconds(wallClock - (sign === '-' ? -offset : offset));
};

/** @throws RangeError if the text isn't `YYYY-MM-DD` or there is no such day. */
export const parseLocalDate = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw outOfRange(text);
  return text;
};

/** The day in Asia/Shanghai on which the instant falls. */
export const localDateOf = (instant: Instant): LocalDate =>
  parseLocalDate(
    instantFromEpochMilliseconds(epochMillisecondsOf(instant) + shanghaiOffsetInMilliseconds).slice(0, 10),
  );

/** 00:00 in Asia/Shanghai on that day. */
export const startOfDay = (date: LocalDate): Instant =>
  instantFromEpochMilliseconds(dayMillisecondsOf(date) - shanghaiOffsetInMilliseconds);

/**
 * 24:00 in Asia/Shanghai on that day, which is 00:00 of the next: the first instant that no longer belongs to
 * it, so "in time" is strictly before.
 */
export const endOfDay = (date: LocalDate): Instant =>
  instantFromEpochMilliseconds(dayMillisecondsOf(date) + millisecondsPerDay - shanghaiOffsetInMilliseconds);

/** The day that many days later, or earlier when negative. @throws RangeError for a part of a day or past 9999. */
export const addDays = (date: LocalDate, days: number): LocalDate => {
  if (!Number.isSafeInteger(days)) throw outOfRange(days);
  const milliseconds = dayMillisecondsOf(date) + days * millisecondsPerDay;
  return parseLocalDate(instantFromEpochMilliseconds(milliseconds).slice(0, 10));
};

/** The instant that many minutes later, or earlier when negative. @throws RangeError past the year 9999. */
export const addMinutes = (instant: Instant, minutes: number): Instant =>
  instantFromEpochMilliseconds(epochMillisecondsOf(instant) + minutes * millisecondsPerMinute);

/** Whole minutes from one instant to another, cut off towards zero; negative when `to` is the earlier. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  // Adding zero turns the -0 of half a minute earlier into 0.
  Math.trunc((epochMillisecondsOf(to) - epochMillisecondsOf(from)) / millisecondsPerMinute) + 0;

/** Day of the week as ISO 8601 counts it: Monday 1 to Sunday 7. */
export const dayOfWeek = (date: LocalDate): number => new Date(dayMillisecondsOf(date)).getUTCDay() || 7;

/** Whole seconds since 1970: the unit DynamoDB's time to live wants. */
export const epochSeconds = (instant: Instant): number => Math.floor(epochMillisecondsOf(instant) / 1000);
