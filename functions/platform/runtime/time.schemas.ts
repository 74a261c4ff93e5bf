import * as v from 'valibot';
import { fieldCode } from '../contract/fields.ts';
import { isLocalDate, type LocalDate, parseInstant, parseLocalDate } from './time.ts';

const isInstantText = (text: string): boolean => {
  try {
    parseInstant(text);
    return true;
  } catch {
    return false;
  }
};

/** Whether days can be counted from it without leaving the years there are. */
export const isCountable = (day: LocalDate): boolean => day >= '2000' && day < '2100';

// The first action is the one that JSON Schema knows as a format; stopping there keeps it to one message per field.

/** RFC 3339 text with any offset in, an `Instant` in UTC out. */
export const instantSchema = v.config(
  v.pipe(
    v.string(),
    v.isoTimestamp(fieldCode('time.invalid')),
    v.check(isInstantText, fieldCode('time.invalid')),
    v.transform(parseInstant),
  ),
  { abortPipeEarly: true },
);

/** A day of Asia/Shanghai as `YYYY-MM-DD`. */
export const localDateSchema = v.config(
  v.pipe(
    v.string(),
    v.isoDate(fieldCode('date.invalid')),
    v.check(isLocalDate, fieldCode('date.invalid')),
    v.transform(parseLocalDate),
  ),
  { abortPipeEarly: true },
);

/** Such a day of this century: one from which days and hours can be counted in either direction. */
export const countableDateSchema = v.pipe(localDateSchema, v.check(isCountable, fieldCode('year.invalid')));
