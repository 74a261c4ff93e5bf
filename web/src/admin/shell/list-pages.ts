import { useSearchParams } from '@solidjs/router';

/** By a page's cursor, that of the page before it; cursors themselves only lead forward. */
const pagesBefore = new Map<string, string | undefined>();

export interface ListPages {
  cursor: () => string | undefined;
  /** Remembers where the next page comes from. */
  reached: (next: string | undefined) => void;
  previousHref: () => string | undefined;
}

/** The page of a list that the address names. */
export const createListPages = (hrefOf: (cursor: string | undefined) => string): ListPages => {
  const [search] = useSearchParams();
  const cursor = (): string | undefined =>
    typeof search['cursor'] === 'string' ? search['cursor'] : undefined;
  return {
    cursor,
    reached: (next) => {
      if (next !== undefined) pagesBefore.set(next, cursor());
    },
    previousHref: () => {
      const here = cursor();
      return here === undefined || !pagesBefore.has(here) ? undefined : hrefOf(pagesBefore.get(here));
    },
  };
};
