import type { ListedDate } from './culture.queries.ts';

/** What somebody looks for; an empty text is no condition. */
export interface OnFilter {
  readonly category: string;
  readonly audience: string;
  readonly level: string;
  /** Only what is at one of these; undefined for wherever it is. */
  readonly venues: ReadonlySet<string> | undefined;
}

/** What is for everyone is for these people too. */
const isFor = ({ audience }: ListedDate, who: string): boolean =>
  who === '' || audience.who === who || audience.who === 'everyone';

export const datesWith = (rows: readonly ListedDate[], filter: OnFilter): ListedDate[] =>
  rows.filter(
    (date) =>
      (filter.category === '' || date.category === filter.category) &&
      (filter.level === '' || date.level === filter.level) &&
      isFor(date, filter.audience) &&
      (filter.venues === undefined || (date.venue !== undefined && filter.venues.has(date.venue))),
  );
