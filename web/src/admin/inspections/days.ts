import { type LocalDate, localDateOf, parseInstant } from '../../../../functions/platform/runtime/time.ts';

/** Today in the district, wherever the reader is; the service decides again. */
export const todayHere = (): LocalDate => localDateOf(parseInstant(new Date().toISOString()));
