import { createSignal } from 'solid-js';
import { localDateOf, parseInstant } from '../../../../functions/platform/runtime/time.ts';

const [offset, setOffset] = createSignal(0);

/** Below this the difference is the network's, not the clock's. */
const TOLERANCE = 90_000;

/**
 * Milliseconds the phone's clock is behind the service's; old phones are off by minutes, and a visit in the future
 * would be refused.
 */
export const offsetOf = (serviceTime: string): number => {
  const difference = Date.parse(serviceTime) - Date.now();
  return Math.abs(difference) < TOLERANCE ? 0 : difference;
};

export const setClock = setOffset;

/** The moment by the service's clock, as RFC 3339 text in UTC. */
export const now = (): string => new Date(Date.now() + offset()).toISOString();

/** The day in the district, as `YYYY-MM-DD`. */
export const today = (): string => localDateOf(parseInstant(now()));
