import * as v from 'valibot';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { publicitySchema } from './figures.states.ts';
import { channels } from './figures.words.ts';
import { categories } from './programme.words.ts';

const nameSchema = v.object({ zh: v.string(), en: v.string() });

const projects = v.object({ planned: v.number(), done: v.number() });

/** What took place at a place and below it in one year. */
export const programmeFiguresSchema = v.object({
  year: v.number(),
  /** Every category, also those nothing took place of; people are those who were counted. */
  categories: v.array(
    v.object({
      category: v.picklist(categories),
      activities: v.number(),
      sessions: v.number(),
      people: v.number(),
    }),
  ),
  equipment: projects,
  newVenues: projects,
  asOf: instantSchema,
});
export type ProgrammeFigures = v.InferOutput<typeof programmeFiguresSchema>;

const coveredVillage = v.object({ village: v.string(), name: nameSchema, sessions: v.number() });

/** In how many villages something of a category took place in a year, and in which of them nothing did. */
export const coverageSchema = v.object({
  year: v.number(),
  category: v.picklist(categories),
  towns: v.array(
    v.object({
      town: v.string(),
      name: nameSchema,
      /** n of N. */
      covered: v.number(),
      of: v.number(),
      sessions: v.number(),
      /** The fewest sessions first. */
      villages: v.array(coveredVillage),
    }),
  ),
  covered: v.number(),
  of: v.number(),
  asOf: instantSchema,
});
export type Coverage = v.InferOutput<typeof coverageSchema>;

export const publicityRowSchema = v.intersect([
  publicitySchema,
  v.object({ entry: v.string(), version: v.number() }),
]);
export type PublicityRow = v.InferOutput<typeof publicityRowSchema>;

export const publicityListSchema = v.object({
  rows: v.array(publicityRowSchema),
  next: v.optional(v.string()),
  /** Of the whole year, by channel. */
  totals: v.array(
    v.object({
      channel: v.picklist(channels),
      entries: v.number(),
      reach: v.number(),
      copies: v.number(),
    }),
  ),
  asOf: instantSchema,
});
export type PublicityList = v.InferOutput<typeof publicityListSchema>;
