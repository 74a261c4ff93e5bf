import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';

export const householdKinds = ['home', 'shop'] as const;

export const householdStatuses = ['active', 'gone'] as const;

/** What makes a person somebody the office looks after; the site has the words in both languages. */
export const householdCategories = [
  'disabled',
  'living-alone',
  'low-income',
  'elderly',
  'left-behind-child',
  'veteran',
  'key-care',
  'severe-illness',
] as const;
export type HouseholdCategory = (typeof householdCategories)[number];

/** How a household came into the register: written down by an officer, loaded from a file, found at a visit. */
export const householdSources = ['register', 'import', 'visit'] as const;

/** What the federation of disabled persons does for somebody of a household. */
export const householdServices = ['device', 'centre', 'donation', 'rehabilitation'] as const;

/** Steps of an accessible home that stand in the timeline of the household living there. */
export const renovationMilestones = [
  'applied',
  'approved',
  'started',
  'built',
  'accepted',
  'followed-up',
  'rejected',
  'withdrawn',
] as const;
export type RenovationMilestone = (typeof renovationMilestones)[number];

export const departureReasons = ['moved', 'demolished', 'closed', 'merged', 'mistake', 'other'] as const;

export const importStatuses = ['open', 'completed'] as const;

/** What a column of an office's spreadsheet can be; what is none of these never leaves the office's computer. */
export const importFields = [
  'key',
  'area',
  'address',
  'building',
  'unit',
  'room',
  'kind',
  'shopName',
  'head',
  'name',
  'relation',
  'idNumber',
  'phone',
  'categories',
] as const;
export type ImportField = (typeof importFields)[number];

/** Lengths in characters (code points) unless the name says otherwise. */
export const limits = {
  address: 120,
  addressPart: 20,
  shopName: 60,
  areaName: 40,
  name: 30,
  relation: 20,
  reason: 500,
  /** So that a household is one item and one commit. */
  members: 20,
  fileName: 200,
  heading: 80,
  columns: 100,
  /** Households of one file. */
  importRows: 200_000,
  checkedAtOnce: 200,
  loadedAtOnce: 100,
  exportedAtOnce: 200,
  perPage: 50,
} as const;

/** Bytes; 200 households of a few members each, as JSON. */
export const importBodyLimit = 1024 * 1024;

/** Path of a village: only there are households. */
export const villagePathSchema = v.pipe(
  v.string(),
  v.regex(/^\d{6}\/\d{9}\/\d{12}$/, fieldCode('id.invalid')),
);

/**
 * Path of whatever figures are counted for: a district, a town, a village, or an area, which is the path of its
 * village, `/`, and the area's id in lower case, or `-` for the households without one.
 */
export const householdNodeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{6}(\/\d{9}(\/\d{12}(\/([0-9a-z]{10}|-))?)?)?$/, fieldCode('id.invalid')),
);
