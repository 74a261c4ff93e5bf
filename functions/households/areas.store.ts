import { readWholeList } from '../platform/ledger/lists.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { CaseType, Companion, Stored } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import type { HouseholdRefusal } from './households.problems.ts';
import { type Area, areaSchema } from './households.states.ts';
import { type AreaView, areaViewSchema } from './households.views.ts';

export const areaType: CaseType<Area> = {
  kind: 'AREA',
  schema: areaSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const areaList = (village: string): string => `areas/${village}`;

export const areaView = ({ id, version, state }: Stored<Area>): AreaView => ({
  area: id,
  version,
  village: state.village,
  name: state.name,
  active: state.active,
});

/** Access pattern 5: all areas of a village by name. */
export const areasOf = (store: Store, village: string): Promise<AreaView[]> =>
  readWholeList(store, areaViewSchema, { list: areaList(village) });

/** Key of the name, as far as names differ. */
export const areaNameKey = (village: string, name: string): ItemKey => ({
  PK: `AREANAME#${village.slice(village.lastIndexOf('/') + 1)}`,
  SK: name.normalize('NFKC').toLowerCase(),
});

/** A name belongs to one area of a village: the spreadsheets know areas by nothing else. */
export const areaNameTaken = (village: string, name: string, area: string): Companion<HouseholdRefusal> => ({
  write: {
    Put: {
      Item: { ...areaNameKey(village, name), area },
      ConditionExpression: 'attribute_not_exists(area) OR area = :mine',
      ExpressionAttributeValues: { ':mine': area },
    },
  },
  refusal: 'household.area_name_taken',
});

export const areaNameFree = (village: string, name: string): Companion<never> => ({
  write: { Put: { Item: areaNameKey(village, name) } },
});

export const areaProjector: Projector<Area> = {
  type: areaType,
  project: (stored) => ({
    entries: [
      {
        list: areaList(stored.state.village),
        sort: stored.state.name.replace(/\d+/g, (digits) => digits.padStart(6, '0')),
        row: areaView(stored),
      },
    ],
    counts: [],
  }),
};
