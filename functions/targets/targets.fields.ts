import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { paragraph } from '../platform/contract/text.ts';
import { placeSchema } from '../venues/venues.words.ts';
import {
  isCountedAt,
  measureOf,
  targetLimits,
  targetSubjects,
  targetUnits,
  unitFits,
} from './targets.words.ts';

const range = fieldCode('field.range');

const figure = v.pipe(
  v.number(),
  v.integer(range),
  v.minValue(0, range),
  v.maxValue(targetLimits.figure, range),
);

const year = v.pipe(
  v.number(),
  v.integer(fieldCode('year.invalid')),
  v.minValue(2000, fieldCode('year.invalid')),
  v.maxValue(2099, fieldCode('year.invalid')),
);

/** A year as it stands in an address. */
export const targetYearQuery = v.pipe(
  v.string(),
  v.regex(/^20\d\d$/, fieldCode('year.invalid')),
  v.transform(Number),
);

export const newTargetSchema = v.pipe(
  v.strictObject({
    node: placeSchema,
    year,
    subject: v.picklist(targetSubjects),
    unit: v.picklist(targetUnits),
    figure,
  }),
  v.forward(
    v.partialCheck(
      [['subject'], ['unit']],
      ({ subject, unit }) => unitFits(subject, unit),
      fieldCode('field.choice'),
    ),
    ['unit'],
  ),
  v.forward(
    v.partialCheck(
      [['node'], ['unit']],
      ({ node, unit }) => isCountedAt(unit, node),
      fieldCode('field.choice'),
    ),
    ['unit'],
  ),
  v.forward(
    v.partialCheck(
      [['figure'], ['unit']],
      ({ figure: set, unit }) => measureOf(unit) !== 'rate' || set <= targetLimits.percent,
      range,
    ),
    ['figure'],
  ),
);
export type NewTarget = v.InferOutput<typeof newTargetSchema>;

/** Another figure, 0 when nothing is aimed at any more, and why. */
export const targetFigureSchema = v.strictObject({ figure, reason: paragraph(targetLimits.reason) });
