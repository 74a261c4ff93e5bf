import type { KeptAssessment } from '../phone/kept.ts';
import type { Home } from './homes.ts';

/** Whether this is over, and the list has the home for another time. */
const isAnew = (kept: KeptAssessment, home: Pick<Home, 'version'> | undefined): boolean =>
  kept.phase === 'sent' && home !== undefined && home.version > kept.version;

/** What became of a home on this phone; undefined where nothing has been written yet. */
export const keptOf = (
  all: readonly KeptAssessment[],
  reference: string,
  home: Pick<Home, 'version'> | undefined,
): KeptAssessment | undefined => all.find((kept) => kept.reference === reference && !isAnew(kept, home));
