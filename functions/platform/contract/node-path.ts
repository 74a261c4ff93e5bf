import * as v from 'valibot';
import { fieldCode } from './fields.ts';

/**
 * Path of an organisation as a request names it: by its characters alone, because whether there is one, and whether
 * it is the caller's to ask about, is found out anyhow. Where organisations are founded the path is checked strictly.
 */
export const nodePathSchema = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(/^[0-9a-z/-]+$/, fieldCode('id.invalid')),
);

/** An organisation's own code, the last part of its path. */
export const idOfPath = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The path itself and that of every organisation above it, the district first. */
export const trailOf = (path: string): string[] => {
  const ids = path.split('/');
  return ids.map((_, index) => ids.slice(0, index + 1).join('/'));
};

/** What an organisation hangs on; the district hangs on nothing. */
export const parentOf = (path: string): string | undefined => trailOf(path).at(-2);
