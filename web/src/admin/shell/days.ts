import {
  instantFromEpochMilliseconds,
  isLocalDate,
  type LocalDate,
  localDateOf,
} from '../../../../functions/platform/runtime/time.ts';

/** The day it is now in the district. */
export const today = (): LocalDate => localDateOf(instantFromEpochMilliseconds(Date.now()));

/** The day an address names, if it names one. */
export const dayIn = (text: unknown): LocalDate | undefined =>
  typeof text === 'string' && isLocalDate(text) ? text : undefined;
