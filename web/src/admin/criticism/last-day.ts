import { type LocalDate, localDateOf, parseInstant } from '../../../../functions/platform/runtime/time.ts';

/** The day that ends at an instant. */
export const lastDayBefore = (end: string): LocalDate =>
  localDateOf(parseInstant(new Date(Date.parse(end) - 1).toISOString()));
