import { type Instant, instantFromEpochMilliseconds } from './time.ts';

/** The only place that reads the machine's time; everything else is given an instant. */
export interface Clock {
  readonly now: () => Instant;
}

export const systemClock: Clock = { now: () => instantFromEpochMilliseconds(Date.now()) };
