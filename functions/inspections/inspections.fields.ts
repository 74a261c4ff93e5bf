import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { isReference } from '../platform/contract/reference.ts';
import { line, paragraph } from '../platform/contract/text.ts';
import { photosField } from '../platform/photos/photo.contract.ts';
import { localDateSchema } from '../platform/runtime/time.schemas.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { answers, discrepancyKinds, limits, questions } from './inspections.words.ts';

const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer(fieldCode('field.range')),
    v.minValue(least, fieldCode('field.range')),
    v.maxValue(most, fieldCode('field.range')),
  );

const millisecondsPerDay = 24 * 60 * 60 * 1000;

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export const isInOrder = ({ from, to }: Days): boolean => from <= to;
export const isWithinDays = (most: number, { from, to }: Days): boolean =>
  (Date.parse(to) - Date.parse(from)) / millisecondsPerDay < most;

const place = { node: nodePathSchema, from: localDateSchema, to: localDateSchema };

/** What a sample is drawn from and how large it is. */
export const drawFields = v.pipe(
  v.strictObject({ ...place, size: wholeNumber(1, limits.size), note: v.optional(line(limits.note)) }),
  v.forward(
    v.check((days) => isInOrder(days), fieldCode('field.range')),
    ['to'],
  ),
  v.forward(
    v.check((days) => isWithinDays(limits.days, days), fieldCode('field.too_many', limits.days)),
    ['to'],
  ),
);

/** The same as a query, for a look at what would be drawn from. */
export const populationQuery = v.pipe(
  v.strictObject({
    ...place,
    size: v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, fieldCode('field.range')),
      v.transform(Number),
      wholeNumber(1, limits.size),
    ),
  }),
  v.forward(
    v.check((days) => isInOrder(days), fieldCode('field.range')),
    ['to'],
  ),
  v.forward(
    v.check((days) => isWithinDays(limits.days, days), fieldCode('field.too_many', limits.days)),
    ['to'],
  ),
);

export const workingDaysField = wholeNumber(1, limits.workingDaysMost);

const discrepancyField = v.strictObject({
  kind: v.picklist(discrepancyKinds),
  what: paragraph(limits.what),
  /** Whoever has to put it right: the visitor themself, another member of staff, or nobody. */
  responsible: v.variant('who', [
    v.strictObject({ who: v.literal('visitor') }),
    v.strictObject({
      who: v.literal('other'),
      id: v.pipe(v.string(), v.check(isReference, fieldCode('id.invalid'))),
    }),
    v.strictObject({ who: v.literal('nobody') }),
  ]),
  workingDays: v.optional(workingDaysField, limits.workingDays),
});

const answer = v.picklist(answers);

/** The check form. Who answers a question with no says what is wrong; each kind once. */
export const checkFields = v.pipe(
  v.strictObject({
    reallyVisited: answer,
    everyoneMet: answer,
    issuesAccurate: answer,
    ledgerComplete: answer,
    note: v.optional(paragraph(limits.note)),
    photos: photosField(limits.photos),
    discrepancies: v.pipe(
      v.array(discrepancyField),
      v.maxLength(discrepancyKinds.length, fieldCode('field.too_many', discrepancyKinds.length)),
      v.check(
        (found) => new Set(found.map(({ kind }) => kind)).size === found.length,
        fieldCode('field.choice'),
      ),
    ),
  }),
  v.forward(
    v.check(
      (form) => questions.every((question) => form[question] !== 'no') || form.discrepancies.length > 0,
      fieldCode('field.required'),
    ),
    ['discrepancies'],
  ),
);
export type CheckForm = v.InferOutput<typeof checkFields>;
export type CheckFormInput = v.InferInput<typeof checkFields>;
