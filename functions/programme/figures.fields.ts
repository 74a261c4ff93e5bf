import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { line, paragraph } from '../platform/contract/text.ts';
import { countableDateSchema } from '../platform/runtime/time.schemas.ts';
import { placeSchema } from '../venues/venues.words.ts';
import { channels, figureLimits } from './figures.words.ts';

const range = fieldCode('field.range');

const whole = (most: number) =>
  v.pipe(v.number(), v.integer(range), v.minValue(0, range), v.maxValue(most, range));

const reason = paragraph(figureLimits.reason);

/** A year as it stands in an address. */
export const yearQuery = v.pipe(
  v.string(),
  v.regex(/^20\d\d$/, fieldCode('year.invalid')),
  v.transform(Number),
);

export const newPublicitySchema = v.strictObject({
  node: placeSchema,
  day: countableDateSchema,
  channel: v.picklist(channels),
  title: line(figureLimits.title),
  /** How many saw it, as the channel counts. */
  reach: v.optional(whole(figureLimits.reach)),
  /** How many were handed out or put up. */
  copies: v.optional(whole(figureLimits.copies)),
  /** The activity it made known. */
  activity: v.optional(referenceSchema),
  link: v.optional(
    v.pipe(line(figureLimits.link), v.regex(/^https?:\/\/[^\s/?#]+\.[^\s]+$/i, fieldCode('id.invalid'))),
  ),
});
export type NewPublicity = v.InferOutput<typeof newPublicitySchema>;

export const withdrawalSchema = v.strictObject({ reason });
