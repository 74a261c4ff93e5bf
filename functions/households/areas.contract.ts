import * as v from 'valibot';
import { referenceSchema } from '../platform/contract/reference.ts';
import type { RouteRow } from '../platform/contract/route.ts';
import { line } from '../platform/contract/text.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { keepers, readers } from './households.actions.ts';
import type { HouseholdRefusal } from './households.problems.ts';
import { areaViewSchema } from './households.views.ts';
import { limits, villagePathSchema } from './households.words.ts';

const area = v.object({ area: referenceSchema });
const areaName = line(limits.areaName);

const areaChange = <P extends string, B extends v.GenericSchema<unknown, unknown>>(
  path: P,
  summary: string,
  body: B,
  problems: readonly HouseholdRefusal[],
) =>
  ({
    method: 'POST',
    path: `/api/areas/{area}/${path}`,
    summary,
    mayCall: keepers,
    params: area,
    body,
    response: areaViewSchema,
    status: 200,
    versioned: true,
    problems: ['household.area_not_found', ...problems],
  }) as const;

/** The parts a village is divided into. */
export const areaRoutes = {
  areas: {
    method: 'GET',
    path: '/api/areas',
    summary: 'The areas of a village, closed ones too',
    mayCall: readers,
    query: v.strictObject({ node: villagePathSchema }),
    response: v.object({ areas: v.array(areaViewSchema), asOf: instantSchema }),
    status: 200,
    problems: [],
  },
  createArea: {
    method: 'POST',
    path: '/api/areas',
    summary: 'Divide a village: a new area',
    mayCall: keepers,
    body: v.strictObject({ village: villagePathSchema, name: areaName }),
    response: areaViewSchema,
    status: 201,
    problems: ['household.village_unknown', 'household.area_name_taken'],
  },
  areaName: areaChange('name', 'Rename an area', v.strictObject({ name: areaName }), [
    'household.area_name_taken',
  ]),
  areaClosure: areaChange('closure', 'Close an area; it takes no new households', v.strictObject({}), [
    'household.area_closed',
  ]),
} as const satisfies Readonly<Record<string, RouteRow>>;
