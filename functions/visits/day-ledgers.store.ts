import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import { countKey } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import { endOfDay, type LocalDate, parseLocalDate } from '../platform/runtime/time.ts';
import { dayLedgerId, noCounts } from './day-ledgers.rules.ts';
import { type DayCounts, type DayLedger, dayLedgerSchema } from './day-ledgers.states.ts';
import { dayFigures } from './day-ledgers.words.ts';

export const dayLedgerType: CaseType<DayLedger> = {
  kind: 'DAYLEDGER',
  schema: dayLedgerSchema,
  raisedAt: ({ day }) => endOfDay(day),
  dueAt: () => undefined,
};

/** Counts of an organisation, or of a member of staff by their id, by day. */
export const visitsSubject = (node: string): string => `visits/${node}`;

const countsKey = (node: string, day: LocalDate): ItemKey => ({ PK: countKey(visitsSubject(node)), SK: day });

const countsOfItem = (item: Item | undefined): DayCounts => {
  const counts: Record<keyof DayCounts, number> = { ...noCounts };
  for (const figure of dayFigures) {
    const count = item?.[figure];
    if (typeof count === 'number') counts[figure] = count;
  }
  return counts;
};

/** Keys one BatchGet takes. */
const batch = 100;

const getAll = async (store: Store, keys: readonly ItemKey[]): Promise<Map<string, Item>> => {
  const found = new Map<string, Item>();
  for (let from = 0; from < keys.length; from += batch) {
    for (const item of await store.getMany(keys.slice(from, from + batch)))
      found.set(`${item['PK']} ${item['SK']}`, item);
  }
  return found;
};

const nameOf = ({ PK, SK }: ItemKey): string => `${PK} ${SK}`;

export interface VillageDay {
  readonly village: string;
  readonly day: LocalDate;
}

/** The day ledgers there are, by their id; fifty villages' days with their counts are one call. */
export const readDays = async (
  store: Store,
  days: readonly VillageDay[],
): Promise<
  ReadonlyMap<string, { readonly stored: Stored<DayLedger> | undefined; readonly counts: DayCounts }>
> => {
  const stateKey = ({ village, day }: VillageDay): ItemKey =>
    caseKey(dayLedgerType.kind, dayLedgerId(village, day), 'STATE');
  const items = await getAll(
    store,
    days.flatMap((each) => [stateKey(each), countsKey(each.village, each.day)]),
  );
  return new Map(
    days.map((each) => {
      const item = items.get(nameOf(stateKey(each)));
      const counts = countsOfItem(items.get(nameOf(countsKey(each.village, each.day))));
      return [
        dayLedgerId(each.village, each.day),
        { stored: item && parseStored(dayLedgerType, item), counts },
      ] as const;
    }),
  );
};

const daySchema = v.pipe(v.string(), v.transform(parseLocalDate));

/** Access pattern 6: what was counted on each day, days without anything left out. One query. */
export const countsByDay = async (
  store: Store,
  node: string,
  from: LocalDate,
  to: LocalDate,
): Promise<{ readonly day: LocalDate; readonly counts: DayCounts }[]> => {
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :subject AND SK BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':subject': countKey(visitsSubject(node)), ':from': from, ':to': to },
  });
  return items.map((item) => ({ day: v.parse(daySchema, item['SK']), counts: countsOfItem(item) }));
};
