import {
  instantFromEpochMilliseconds,
  isLocalDate,
  type LocalDate,
  localDateOf,
} from '../../../../functions/platform/runtime/time.ts';

/** The day it is now in the district. */
export const today = (): LocalDate => localDateOf(instantFromEpochMilliseconds(Date.now()));

/** The last day of what is over at an instant: of a deadline at 24:00, that day and not the next. */
export const lastDayBefore = (instant: string): LocalDate =>
  localDateOf(instantFromEpochMilliseconds(Date.parse(instant) - 1));

/** The day an address names, if it names one. */
export const dayIn = (text: unknown): LocalDate | undefined =>
  typeof text === 'string' && isLocalDate(text) ? text : undefined;
