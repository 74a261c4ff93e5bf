import { lateVisits } from '../campaigns/late-visits.usecases.ts';
import type { Core } from '../platform/runtime/core.ts';
import { endOfDay, localDateOf } from '../platform/runtime/time.ts';
import type { Check } from './check.ts';

/** Villages with households whose planned day is over and whom nobody met, of every running campaign. */
export const visitCoverage: Check<Pick<Core, 'store'>> = {
  name: 'visit-coverage',
  look: async ({ store }, now) =>
    (await lateVisits(store, localDateOf(now))).map(
      ({ campaign, name, village, households, oldest, tried }) => ({
        record: { kind: 'CAMPAIGN', id: `${campaign}.${village.replaceAll('/', '.')}` },
        verdict: {
          check: 'visit-coverage',
          node: village,
          answers: { node: village },
          severity: 'late',
          since: endOfDay(oldest),
          facts: { campaign, name, households, oldest, tried },
        },
      }),
    ),
};
