import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import type { RouteRow } from '../platform/contract/route.ts';
import { line } from '../platform/contract/text.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { keepers } from './households.actions.ts';
import { columnMappingSchema } from './households.states.ts';
import {
  checkedRowSchema,
  exportedHouseholdSchema,
  importViewSchema,
  loadedRowSchema,
} from './households.views.ts';
import { householdNodeSchema, importBodyLimit, limits, villagePathSchema } from './households.words.ts';

const importParams = v.object({ import: referenceSchema });
const reason = line(limits.reason);
const page = { next: v.optional(v.string()), asOf: instantSchema };
const rowNumber = v.pipe(v.number(), v.integer(fieldCode('field.range')), v.minValue(1));

/** Rows are looked at one by one, so that one that can't be read keeps no other out; see `importRowSchema`. */
const rowsUpTo = (most: number) =>
  v.strictObject({
    /** Number of the first of them; the file's first household is 1. */
    from: rowNumber,
    rows: v.pipe(
      v.array(v.unknown()),
      v.minLength(1, fieldCode('field.required')),
      v.maxLength(most, fieldCode('field.too_many', most)),
    ),
  });

/** Registers as files: what is loaded from an office's spreadsheet, and what is taken away as one. */
export const fileRoutes = {
  imports: {
    method: 'GET',
    path: '/api/household-imports',
    summary: 'The files that were loaded into the register of an organisation, the newest first',
    mayCall: keepers,
    query: v.strictObject({ node: householdNodeSchema, cursor: v.optional(cursorSchema) }),
    response: v.object({ rows: v.array(importViewSchema), ...page }),
    status: 200,
    problems: [],
  },
  startImport: {
    method: 'POST',
    path: '/api/household-imports',
    summary: 'Begin to load a file; the file itself stays on the computer it is on',
    mayCall: keepers,
    body: v.strictObject({
      village: villagePathSchema,
      fileName: line(limits.fileName),
      fileDigest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, fieldCode('id.invalid'))),
      headers: v.pipe(
        v.array(v.union([line(limits.heading), v.literal('')])),
        v.maxLength(limits.columns, fieldCode('field.too_many', limits.columns)),
      ),
      mapping: v.pipe(
        v.array(
          v.strictObject({
            ...columnMappingSchema.entries,
            column: v.pipe(
              v.number(),
              v.integer(fieldCode('field.range')),
              v.minValue(0),
              v.maxValue(limits.columns - 1),
            ),
          }),
        ),
        v.maxLength(limits.columns, fieldCode('field.too_many', limits.columns)),
      ),
      rows: v.pipe(rowNumber, v.maxValue(limits.importRows)),
    }),
    response: importViewSchema,
    status: 201,
    problems: ['household.village_unknown'],
  },
  readImport: {
    method: 'GET',
    path: '/api/household-imports/{import}',
    summary: 'How far the loading of a file has come',
    mayCall: keepers,
    params: importParams,
    response: importViewSchema,
    status: 200,
    problems: ['household.import_not_found'],
  },
  checkRows: {
    method: 'POST',
    path: '/api/household-imports/{import}/check',
    summary: 'A dry run: what is wrong with rows, and what may be registered already; nothing is written',
    mayCall: keepers,
    params: importParams,
    body: rowsUpTo(limits.checkedAtOnce),
    bodyLimit: importBodyLimit,
    /** Rows about which there is nothing to say are not among them. */
    response: v.object({ examined: v.number(), rows: v.array(checkedRowSchema) }),
    status: 200,
    problems: ['household.import_not_found', 'household.import_beyond'],
  },
  loadRows: {
    method: 'POST',
    path: '/api/household-imports/{import}/rows',
    summary: 'Load rows; each is answered by itself, and one that was loaded before is not loaded again',
    mayCall: keepers,
    params: importParams,
    body: rowsUpTo(limits.loadedAtOnce),
    bodyLimit: importBodyLimit,
    response: v.object({ rows: v.array(loadedRowSchema), import: importViewSchema }),
    status: 200,
    problems: [
      'household.import_not_found',
      'household.import_beyond',
      'household.import_gap',
      'household.import_completed',
    ],
  },
  completeImport: {
    method: 'POST',
    path: '/api/household-imports/{import}/completion',
    summary: 'Close an import whose rows were all answered',
    mayCall: keepers,
    params: importParams,
    body: v.strictObject({}),
    response: importViewSchema,
    status: 200,
    problems: ['household.import_not_found', 'household.import_incomplete', 'household.import_completed'],
  },
  exportPage: {
    method: 'POST',
    path: '/api/household-exports',
    summary: 'One page of a register for a spreadsheet; plain values need a reason and are recorded',
    mayCall: keepers,
    body: v.variant('plain', [
      v.strictObject({
        node: villagePathSchema,
        area: v.optional(referenceSchema),
        plain: v.literal(false),
        cursor: v.optional(cursorSchema),
      }),
      v.strictObject({
        node: villagePathSchema,
        area: v.optional(referenceSchema),
        plain: v.literal(true),
        reason,
        cursor: v.optional(cursorSchema),
      }),
    ]),
    response: v.object({ rows: v.array(exportedHouseholdSchema), ...page }),
    status: 200,
    problems: [],
  },
} as const satisfies Readonly<Record<string, RouteRow>>;
