import { digestOf } from '../platform/ledger/chain.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { Calendars } from './calendar.usecases.ts';
import { stateCouncilYears } from './state-council-years.ts';

/**
 * Loads every published year that is not there yet. A year that is there is left as it is, whatever its version:
 * somebody may have entered an amendment that the package doesn't know. Running it again changes nothing.
 */
export const loadPublishedYears = async (
  calendars: Calendars,
  now: Instant,
): Promise<{ readonly loaded: readonly number[]; readonly kept: readonly number[] }> => {
  const loaded: number[] = [];
  const kept: number[] = [];
  for (const draft of stateCouncilYears) {
    const { year, version } = draft;
    if (await calendars.read(year)) {
      kept.push(year);
      continue;
    }
    // Key and digest follow from the data, so that two machines starting at once load it once.
    const key = `published-${year}-${version}`;
    const actor = { kind: 'schedule', name: 'load-calendar' } as const;
    await calendars.load({
      draft,
      replaces: null,
      command: { key, request: digestOf(draft), actor, now },
    });
    loaded.push(year);
  }
  return { loaded, kept };
};
