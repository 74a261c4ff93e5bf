import type { Core } from '../../platform/runtime/core.ts';
import { addDays, addMinutes, type Instant, localDateOf, startOfDay } from '../../platform/runtime/time.ts';
import type { Loading } from './campaign-loading.ts';

export type ServicesLoading = Loading<Core>;

/** Somebody looks at the site meanwhile, and it is answered by the same process. */
export const servicesAtOnce = 3;

/** The morning of a day so many days ago. */
export const morning = (now: Instant, daysAgo: number): Instant =>
  addMinutes(startOfDay(addDays(localDateOf(now), -daysAgo)), 9 * 60 + 30);

export const item = <T>(items: readonly T[], n: number): T => {
  const found = items[n % items.length];
  if (found === undefined) throw new Error('the demo has none of these');
  return found;
};

export const count = (n: number): number[] => Array.from({ length: n }, (_, index) => index);

/** How much of it there is. */
export interface ServicesSizes {
  readonly devices: number;
  readonly receipts: number;
  readonly children: number;
  /** Members of each centre. */
  readonly centres: readonly number[];
}

/** †As the reports have it: 300 devices, 370 fans, 298 children, 106 members of 8 centres. */
export const reportSizes: ServicesSizes = {
  ...{ devices: 300, receipts: 370, children: 298 },
  centres: [14, 12, 15, 11, 16, 13, 12, 13],
};
