import * as v from 'valibot';
import { staffIdSchema } from '../access/staff.states.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { line, paragraph } from '../platform/contract/text.ts';
import { countableDateSchema, isCountable } from '../platform/runtime/time.schemas.ts';
import { addDays, type LocalDate } from '../platform/runtime/time.ts';
import { limits, scopeSchema } from './campaigns.words.ts';

const tooMany = (most: number): string => fieldCode('field.too_many', most);

const lines = (most: number, length: number) =>
  v.optional(v.pipe(v.array(line(length)), v.maxLength(most, tooMany(most))), []);

/** Also asked about days that were found wrong by themselves: of those there is nothing more to say. */
const isPeriod = (from: LocalDate, to: LocalDate): boolean =>
  !isCountable(from) || (from <= to && to < addDays(from, limits.days));

/** What a campaign is, as a form writes it down. */
export const campaignDetailsSchema = v.pipe(
  v.strictObject({
    name: line(limits.name),
    objective: paragraph(limits.objective),
    steps: lines(limits.steps, limits.step),
    materials: lines(limits.materials, limits.material),
    scope: scopeSchema,
    from: countableDateSchema,
    to: countableDateSchema,
    perDay: v.optional(
      v.pipe(
        v.number(),
        v.integer(fieldCode('field.range')),
        v.minValue(1, fieldCode('field.range')),
        v.maxValue(limits.perDayMost, fieldCode('field.range')),
      ),
      limits.perDay,
    ),
    includeRestDays: v.optional(v.boolean(), false),
  }),
  v.forward(
    v.check(({ from, to }) => isPeriod(from, to), fieldCode('field.range')),
    ['to'],
  ),
);
export type CampaignDetails = v.InferOutput<typeof campaignDetailsSchema>;
export type CampaignDetailsInput = v.InferInput<typeof campaignDetailsSchema>;

/** Who is given households; with areas, those of these areas first. Nobody stands in it twice. */
export const peopleSchema = v.pipe(
  v.array(
    v.strictObject({
      staffId: staffIdSchema,
      areas: v.optional(
        v.pipe(v.array(referenceSchema), v.maxLength(limits.areas, tooMany(limits.areas))),
        [],
      ),
    }),
  ),
  v.minLength(1, fieldCode('field.required')),
  v.maxLength(limits.people, tooMany(limits.people)),
  v.checkItems(
    ({ staffId }, index, all) => all.findIndex((other) => other.staffId === staffId) === index,
    fieldCode('field.choice'),
  ),
);
export type ChosenPeople = v.InferOutput<typeof peopleSchema>;
