import * as v from 'valibot';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { listKey } from '../platform/ledger/projections.ts';
import type { CaseType, Companion } from '../platform/ledger/steps.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import { endOfDay, type LocalDate, startOfDay } from '../platform/runtime/time.ts';
import { type Check, checkSchema, type Inspection, inspectionSchema } from './inspections.states.ts';
import {
  type InspectionRow,
  inspectionRowSchema,
  type RectificationRow,
  rectificationRowSchema,
} from './inspections.views.ts';
import { type DiscrepancyKind, type InspectionList, limits } from './inspections.words.ts';
import { type Rectification, rectificationSchema } from './rectifications.states.ts';

export const inspectionType: CaseType<Inspection> = {
  kind: 'INSPECTION',
  schema: inspectionSchema,
  raisedAt: ({ drawnAt }) => drawnAt,
  dueAt: () => undefined,
};

/** One for each visit of a started inspection, `<inspection>.<n>`: two who check at once don't meet. */
export const checkType: CaseType<Check> = {
  kind: 'CHECK',
  schema: checkSchema,
  raisedAt: ({ openedAt }) => openedAt,
  dueAt: () => undefined,
};

export const rectificationType: CaseType<Rectification> = {
  kind: 'RECTIFICATION',
  schema: rectificationSchema,
  raisedAt: ({ issuedAt }) => issuedAt,
  dueAt: (rectification) => (rectification.state === 'open' ? rectification.due.dueAt : undefined),
};

export const checkId = (inspection: string, n: number): string => `${inspection}.${n}`;

/** One for each kind of discrepancy of a check, so that a check recorded again finds those it led to. */
export const rectificationId = (inspection: string, n: number, kind: DiscrepancyKind): string =>
  referenceFrom(`rectification ${inspection} ${n} ${kind}`);

/** Every check an inspection can have, whether it has it or not: so they can be read along with it. */
export const checkKeys = (inspection: string): ItemKey[] =>
  Array.from({ length: limits.size }, (_, index) =>
    caseKey(checkType.kind, checkId(inspection, index + 1), 'STATE'),
  );

/** Holds a check's commit to its inspection running at that very moment. */
export const inspectionRuns = (inspection: string): Companion<'inspection.not_running'> => ({
  write: {
    ConditionCheck: {
      Key: caseKey(inspectionType.kind, inspection, 'STATE'),
      ConditionExpression: '#state.#state = :running',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':running': 'running' },
    },
  },
  refusal: 'inspection.not_running',
});

/** Holds the end of an inspection to the checks it was decided on. */
export const checkUnchanged = (id: string, version: number): Companion<'inspection.checks_changed'> => ({
  write: {
    ConditionCheck: {
      Key: caseKey(checkType.kind, id, 'STATE'),
      ConditionExpression: 'version = :seen',
      ExpressionAttributeValues: { ':seen': version },
    },
  },
  refusal: 'inspection.checks_changed',
});

export const inspectionList = (node: string, list: InspectionList): string => `inspections/${node}/${list}`;
/** By due instant while it is open, by when it happened otherwise. */
export const rectificationList = (node: string, list: 'open' | 'done' | 'all'): string =>
  `rectifications/${node}/${list}`;
/** What a person has to put right, by due instant. */
export const ownRectifications = (staffId: string): string => `rectifications-of/${staffId}`;

interface Page<Row> {
  readonly rows: Row[];
  readonly last: Item | undefined;
}

interface PageQuery {
  readonly list: string;
  readonly order: 'newest first' | 'oldest first';
  /** Only what stands before this in the order of the list. */
  readonly before?: string;
  readonly from: ItemKey | undefined;
}

const rowsOf = <Row>(items: readonly Item[], row: v.GenericSchema<unknown, Row>): Row[] => {
  const entry = v.object({ row });
  return items.map((item) => v.parse(entry, item).row);
};

/** Access pattern 5: one page, one query, eventually consistent. */
const page = async <Row>(
  store: Store,
  row: v.GenericSchema<unknown, Row>,
  { list, order, before, from }: PageQuery,
): Promise<Page<Row>> => {
  const { items, last } = await store.query({
    KeyConditionExpression: before === undefined ? 'PK = :list' : 'PK = :list AND SK < :before',
    ExpressionAttributeValues: {
      ':list': listKey(list),
      ...(before === undefined ? {} : { ':before': before }),
    },
    ScanIndexForward: order === 'oldest first',
    Limit: limits.page,
    ExclusiveStartKey: from,
  });
  return { rows: rowsOf(items, row), last };
};

export const inspectionPage = (store: Store, query: PageQuery): Promise<Page<InspectionRow>> =>
  page(store, inspectionRowSchema, query);

export const rectificationPage = (store: Store, query: PageQuery): Promise<Page<RectificationRow>> =>
  page(store, rectificationRowSchema, query);

/** The inspections of an organisation that were started on these days; one query for some hundreds of them. */
export const inspectionsStarted = async (
  store: Store,
  node: string,
  from: LocalDate,
  to: LocalDate,
): Promise<InspectionRow[]> => {
  const rows: InspectionRow[] = [];
  let next: Item | undefined;
  do {
    const { items, last } = await store.query({
      KeyConditionExpression: 'PK = :list AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':list': listKey(inspectionList(node, 'started')),
        ':from': startOfDay(from),
        // The end of the day is the first instant after it: what starts with it and has an id sorts behind it.
        ':to': endOfDay(to),
      },
      ExclusiveStartKey: next,
    });
    rows.push(...rowsOf(items, inspectionRowSchema));
    next = last;
  } while (next);
  return rows;
};
