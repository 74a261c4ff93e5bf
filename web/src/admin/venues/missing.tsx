import type { Missing } from '../../../../functions/venues/openings.states.ts';
import { type MissingReason, missingReasons } from '../../../../functions/venues/venues.words.ts';
import { duration } from './venue-marks.tsx';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;

export const reasonWords = (why: MissingReason): string => t(`why.${why}`);

/** What is missing by reason, the most first. */
export const missingWords = (missing: readonly Missing[]): readonly string[] =>
  missingReasons
    .map((why) => ({
      why,
      minutes: missing.filter((one) => one.why === why).reduce((sum, one) => sum + one.minutes, 0),
    }))
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => b.minutes - a.minutes)
    .map(({ why, minutes }) => t('hours.reason', { hours: duration(minutes), why: reasonWords(why) }));
