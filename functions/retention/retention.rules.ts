import { deletedText } from '../platform/contract/masks.ts';
import type { Fields } from '../platform/ledger/steps.ts';
import {
  endOfDay,
  type Instant,
  isLocalDate,
  localDateOf,
  parseLocalDate,
} from '../platform/runtime/time.ts';
import { type Retained, retentionYears } from './retention.words.ts';

/** 24:00 of the same day so many years later as the record's period has: the first instant at which it is to go. */
export const periodEnd = (item: Retained, endedAt: Instant): Instant => {
  const day = localDateOf(endedAt);
  const year = Number(day.slice(0, 4)) + retentionYears[item];
  const anniversary = `${year}${day.slice(4)}`;
  // Of 29 February a year without one keeps the 28th.
  return endOfDay(isLocalDate(anniversary) ? anniversary : parseLocalDate(`${year}-02-28`));
};

const isFields = (part: unknown): part is Fields => typeof part === 'object' && part !== null;

const wiped = (part: unknown, texts: readonly string[]): unknown => {
  if (Array.isArray(part)) return part.map((each) => wiped(each, texts));
  return isFields(part) ? withoutTexts(part, texts) : part;
};

/**
 * The same record without its photos, and without these texts wherever in it they stand: what is left has the same
 * shape, so that every figure counts as before.
 * @param texts names of fields; what is not text is looked into.
 */
export const withoutTexts = (record: Fields, texts: readonly string[]): Fields =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      if (name === 'photos') return [name, []];
      return [name, typeof value === 'string' && texts.includes(name) ? deletedText : wiped(value, texts)];
    }),
  );
