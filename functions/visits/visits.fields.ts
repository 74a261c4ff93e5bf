import * as v from 'valibot';
import { categories } from '../issues/issues.words.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { longIdSchema, referenceSchema } from '../platform/contract/reference.ts';
import { line, paragraph, phone } from '../platform/contract/text.ts';
import { photosField } from '../platform/photos/photo.contract.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { appointmentEntries } from './visits.states.ts';
import { grades, limits, relations, visitOutcomes } from './visits.words.ts';

/** Made on the phone when an entry is begun, and never changed; how often it is sent makes no difference. */
export const entryIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/, fieldCode('id.invalid')));

const tooMany = (most: number): string => fieldCode('field.too_many', most);

export const metSchema = v.strictObject({
  relation: v.picklist(relations),
  /** The number of a member of the register; without it, somebody the register does not have. */
  no: v.optional(v.pipe(v.number(), v.integer(fieldCode('field.range')), v.minValue(1), v.maxValue(99))),
  /** Kept masked. */
  name: v.optional(line(limits.name)),
});

/** The head of the household as the register has them, or somebody else who said it. */
export const reporterSchema = v.variant('who', [
  v.strictObject({ who: v.literal('head') }),
  v.strictObject({ who: v.literal('other'), name: line(limits.name), phone }),
]);

export const raisedSchema = v.strictObject({
  category: v.picklist(categories),
  what: paragraph(limits.issueWhat),
  /** Where exactly, when it is not the household's own address. */
  place: v.optional(line(limits.issuePlace)),
  photos: photosField(limits.photos),
  reporter: reporterSchema,
  consent: v.literal(true, fieldCode('consent.required')),
});

/** One visit as a phone recorded it. Sent in a batch, each is judged on its own by this schema. */
export const visitEntrySchema = v.pipe(
  v.strictObject({
    entryId: entryIdSchema,
    campaign: referenceSchema,
    household: longIdSchema,
    /** When it happened, by the phone's clock. */
    at: instantSchema,
    outcome: v.picklist(visitOutcomes),
    met: v.optional(v.pipe(v.array(metSchema), v.maxLength(limits.met, tooMany(limits.met))), []),
    /** What they think of the authorities and would have them do. */
    views: v.optional(paragraph(limits.views)),
    satisfaction: v.optional(v.picklist(grades)),
    materials: v.optional(
      v.pipe(v.array(line(limits.material)), v.maxLength(limits.materials, tooMany(limits.materials))),
      [],
    ),
    /** For colleagues: a dog, a bell that doesn't work. */
    note: v.optional(paragraph(limits.note)),
    appointment: v.optional(v.strictObject(appointmentEntries)),
    photos: photosField(limits.photos),
    issues: v.optional(v.pipe(v.array(raisedSchema), v.maxLength(limits.issues, tooMany(limits.issues))), []),
  }),
  v.forward(
    v.check(({ outcome, met }) => outcome !== 'met' || met.length > 0, fieldCode('field.required')),
    ['met'],
  ),
  v.forward(
    v.check(
      ({ outcome, appointment }) => outcome !== 'appointment' || appointment !== undefined,
      fieldCode('field.required'),
    ),
    ['appointment'],
  ),
);
export type VisitEntry = v.InferOutput<typeof visitEntrySchema>;
/** As a form writes it, before clean-up and defaults. */
export type VisitEntryInput = v.InferInput<typeof visitEntrySchema>;
