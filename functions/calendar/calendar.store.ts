import { caseKey } from '../platform/ledger/case-keys.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { Store } from '../platform/runtime/store.ts';
import { type LoadedYear, loadedYearSchema } from './calendar.states.ts';

export const calendarType: CaseType<LoadedYear> = {
  kind: 'CALENDAR',
  schema: loadedYearSchema,
  raisedAt: ({ firstLoadedAt }) => firstLoadedAt,
  dueAt: () => undefined,
};

export const calendarId = (year: number): string => String(year);

/** Those of the years that are loaded, in no order; one strongly consistent request. */
export const readYears = async (store: Store, years: readonly number[]): Promise<Stored<LoadedYear>[]> => {
  const items = await store.getMany(
    years.map((year) => caseKey(calendarType.kind, calendarId(year), 'STATE')),
  );
  return items.map((item) => parseStored(calendarType, item));
};
