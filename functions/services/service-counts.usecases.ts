import { counterKey, countsOf, nowPeriod, type Reading } from '../platform/ledger/counters.ts';
import { figuresAt } from './figures.usecases.ts';
import type { ServiceFigures } from './figures.views.ts';
import { servicesSubject } from './services.lists.ts';

export interface ServiceCounts {
  readonly figures: ServiceFigures['figures'];
  readonly now: Pick<ServiceFigures['now'], 'centres' | 'members'>;
}

/** What a year came to at a place, and the centres and members there are now, to be read with others. */
export const serviceCounts = (node: string, year: number): Reading<ServiceCounts> => {
  const ofYear = figuresAt(node, year);
  const key = counterKey(servicesSubject(node), nowPeriod);
  return {
    keys: [...ofYear.keys, key],
    read: (found) => {
      const { centres = 0, members = 0 } = countsOf(found(key));
      return { figures: ofYear.read(found), now: { centres, members } };
    },
  };
};
