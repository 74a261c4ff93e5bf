import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { line, paragraph } from '../platform/contract/text.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { countableDateSchema, instantSchema } from '../platform/runtime/time.schemas.ts';
import { placeSchema } from '../venues/venues.words.ts';
import { audiences, categories, levels, limits, usualTerms } from './programme.words.ts';

const range = fieldCode('field.range');
const tooMany = (most: number): string => fieldCode('field.too_many', most);

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(range), v.minValue(least, range), v.maxValue(most, range));

const list = <S extends v.GenericSchema<unknown, unknown>>(one: S, most: number) =>
  v.pipe(v.array(one), v.maxLength(most, tooMany(most)));

/** Each once. */
const distinct = <T>(all: T[]): T[] => [...new Set(all)];

/** A village: what is covered is counted by villages. */
export const villageSchema = v.pipe(v.string(), v.regex(/^\d{6}\/\d{9}\/\d{12}$/, fieldCode('id.invalid')));

/** An address of the web that nothing can be run from. */
const link = v.pipe(line(limits.link), v.regex(/^https?:\/\/[^\s/?#]+\.[^\s]+$/i, fieldCode('id.invalid')));

const age = whole(0, limits.age);

/** What an activity is, as a form writes it down. */
export const activityDetailsEntries = {
  category: v.picklist(categories),
  level: v.picklist(levels),
  title: line(limits.title),
  summary: paragraph(limits.summary),
  audience: v.strictObject({
    who: v.picklist(audiences),
    fromAge: v.optional(age),
    toAge: v.optional(age),
  }),
  organiser: v.strictObject({ path: nodePathSchema, name: line(limits.organiser) }),
  teacher: v.optional(line(limits.teacher)),
  villages: v.pipe(list(villageSchema, limits.villages), v.transform(distinct)),
  link: v.optional(link),
};
export const activityDetailsSchema = v.strictObject(activityDetailsEntries);
export type ActivityDetails = v.InferOutput<typeof activityDetailsSchema>;

export const newActivitySchema = v.strictObject({ ...activityDetailsEntries, node: placeSchema });
export type NewActivity = v.InferOutput<typeof newActivitySchema>;
export type NewActivityInput = v.InferInput<typeof newActivitySchema>;

/** What residents see of it, the first one first. */
export const photosSchema = v.strictObject({
  photos: v.pipe(list(PhotoIdSchema, limits.photos), v.transform(distinct)),
});
export type Photos = v.InferOutput<typeof photosSchema>['photos'];

/** A venue of ours, one of its rooms, or a place in words; without words the venue's name is taken. */
export const whereEntries = {
  venue: v.optional(referenceSchema),
  room: v.optional(whole(1, 999)),
  place: v.optional(line(limits.place)),
};
export type Where = v.InferOutput<v.StrictObjectSchema<typeof whereEntries, undefined>>;

const timeOfDay = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, fieldCode('time.invalid')));

/** Dates by a rule: on these days of the week, at these times, from one day until another. */
export const datesRuleSchema = v.strictObject({
  from: countableDateSchema,
  until: countableDateSchema,
  /** Monday 1 to Sunday 7. */
  weekdays: v.pipe(
    v.array(whole(1, 7)),
    v.minLength(1, fieldCode('field.required')),
    v.maxLength(7, tooMany(7)),
    v.transform(distinct),
  ),
  times: v.pipe(
    v.array(
      v.strictObject({
        from: timeOfDay,
        to: timeOfDay,
        /** It ends on the day after it begins. */
        nextDay: v.optional(v.boolean(), false),
      }),
    ),
    v.minLength(1, fieldCode('field.required')),
    v.maxLength(limits.times, tooMany(limits.times)),
  ),
  except: v.optional(list(countableDateSchema, limits.exceptDays), []),
  /** Leaves out days off by the holiday notice. */
  skipHolidays: v.optional(v.boolean(), false),
});
export type DatesRule = v.InferOutput<typeof datesRuleSchema>;

export const newSessionsSchema = v.strictObject({ rule: datesRuleSchema, ...whereEntries });
export type NewSessions = v.InferOutput<typeof newSessionsSchema>;

export const sessionMoveSchema = v.strictObject({
  from: instantSchema,
  to: instantSchema,
  ...whereEntries,
  reason: paragraph(limits.reason),
});
export type SessionMove = v.InferOutput<typeof sessionMoveSchema>;

export const reasonSchema = v.strictObject({ reason: paragraph(limits.reason) });

export const headcountSchema = v.strictObject({ people: whole(0, limits.people) });

const minutes = whole(0, limits.closesMinutes);
const terms = {
  capacity: whole(1, limits.capacity),
  opensAt: instantSchema,
  closes: v.optional(minutes, usualTerms.closes),
  cutoff: v.optional(minutes, usualTerms.cutoff),
  perPhone: v.optional(whole(1, limits.perPhone), usualTerms.perPhone),
  party: v.optional(whole(1, limits.party), usualTerms.party),
  waiting: v.optional(v.boolean(), usualTerms.waiting),
  hold: v.optional(whole(0, limits.holdHours), usualTerms.hold),
};

export const enrolmentFieldsSchema = v.variant('per', [
  v.strictObject({ per: v.literal('none') }),
  v.strictObject({ per: v.literal('whole'), ...terms }),
  v.strictObject({ per: v.literal('session'), ...terms }),
]);
export type EnrolmentFields = v.InferOutput<typeof enrolmentFieldsSchema>;
