import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import type { Pair } from '../track/track.pair.ts';

/** In the fragment, which never leaves the browser. */
export const bookingHref = ({ reference, code }: Pair): string =>
  `/culture/booking#${new URLSearchParams({ reference: formatReference(reference), code })}`;
