import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { referenceSchema, secretCodeSchema } from '../platform/contract/reference.ts';
import { line, phone } from '../platform/contract/text.ts';
import { localDateSchema } from '../platform/runtime/time.schemas.ts';
import { limits, offerIdSchema, roomNoSchema, venueIdSchema } from './bookings.words.ts';

const range = fieldCode('field.range');

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(range), v.minValue(least, range), v.maxValue(most, range));

/** Places of one enrolment; what the activity allows is checked by its terms. */
export const placesSchema = whole(1, limits.party);

/** Whoever comes: a person of their own, a child with its guardian's phone and consent, or a party by its organiser. */
export const attendeeSchema = v.variant('who', [
  v.strictObject({ who: v.literal('self'), name: line(limits.name), phone }),
  v.strictObject({
    who: v.literal('child'),
    name: line(limits.name),
    age: whole(0, limits.childUnder - 1),
    guardian: line(limits.name),
    phone,
    guardianConsent: v.literal(true, 'consent.required'),
  }),
  v.strictObject({
    who: v.literal('party'),
    name: line(limits.name),
    phone,
    places: whole(2, limits.party),
  }),
]);
export type Attendee = v.InferOutput<typeof attendeeSchema>;

/** What is asked about an enrolment, whoever writes it down. */
export const enrolmentFields = {
  offer: offerIdSchema,
  attendee: attendeeSchema,
  /** Sent again with this after being told that it overlaps with something of one's own. */
  despiteClash: v.optional(v.boolean(), false),
};

/** A time of day at which a slot of a room can begin or end; 24:00 only as an end. */
export const timeOfDaySchema = v.pipe(
  v.string(),
  v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, fieldCode('time.invalid')),
);

export const roomFields = {
  venue: venueIdSchema,
  room: roomNoSchema,
  day: localDateSchema,
  from: timeOfDaySchema,
  to: timeOfDaySchema,
  purpose: line(limits.purpose),
  people: whole(1, limits.roomPeople),
  organisation: v.optional(line(limits.organisation)),
  contact: v.strictObject({ name: line(limits.name), phone }),
};

/** What authorises somebody without an account: the reference stands in the address or beside it. */
export const codeField = { code: secretCodeSchema };
export const referenceParams = v.object({ reference: referenceSchema });
export const proofField = { proof: v.pipe(v.string(), v.maxLength(4_000)) };
