import * as v from 'valibot';
import { mondayOf } from '../calendar/iso-weeks.rules.ts';
import { fieldCode } from '../platform/contract/fields.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { line, paragraph, phone } from '../platform/contract/text.ts';
import { PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { countableDateSchema, instantSchema, isCountable } from '../platform/runtime/time.schemas.ts';
import { addDays } from '../platform/runtime/time.ts';
import {
  accessFeatures,
  chinaBox,
  exceptionKinds,
  facilities,
  limits,
  slotMinutes,
  upgradeKinds,
  upgradeStates,
  venueKinds,
  venueNodeSchema,
} from './venues.words.ts';

const range = fieldCode('field.range');
const tooMany = (most: number): string => fieldCode('field.too_many', most);

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(range), v.minValue(least, range), v.maxValue(most, range));

const degrees = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least, range), v.maxValue(most, range));

/** Each of a list once, in the list's order. */
const choices = <const T extends readonly string[]>(listed: T) =>
  v.pipe(
    v.array(v.picklist(listed)),
    v.maxLength(listed.length, tooMany(listed.length)),
    v.transform((chosen): T[number][] => listed.filter((one) => chosen.some((other) => other === one))),
  );

/** A time of day; `24:00` only as an end, which the check of a timetable says. */
export const timeOfDaySchema = v.pipe(
  v.string(),
  v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, fieldCode('time.invalid')),
);

/** Shape only: order, overlaps and midnight are told by the check of a timetable, which says what to do. */
export const spanFieldSchema = v.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema });
const spans = v.pipe(v.array(spanFieldSchema), v.maxLength(limits.spans, tooMany(limits.spans)));

export const timetableFieldsSchema = v.strictObject({
  /** Of one that stands already. */
  no: v.optional(whole(1, 9_999)),
  name: line(limits.timetableName),
  from: countableDateSchema,
  to: v.optional(countableDateSchema),
  week: v.pipe(v.array(spans), v.length(7, range)),
  holidays: v.variant('rule', [
    v.strictObject({ rule: v.literal('as-week') }),
    v.strictObject({ rule: v.literal('closed') }),
    v.strictObject({ rule: v.literal('spans'), spans }),
  ]),
});
export type TimetableFields = v.InferOutput<typeof timetableFieldsSchema>;

export const timetablesFieldSchema = v.pipe(
  v.array(timetableFieldsSchema),
  v.maxLength(limits.timetables, tooMany(limits.timetables)),
);

export const roomFieldsSchema = v.strictObject({
  /** Of one that stands already. */
  no: v.optional(whole(1, 999)),
  name: line(limits.roomName),
  capacity: whole(1, limits.capacity),
  facilities: choices(facilities),
  bookable: v.boolean(),
  approval: v.boolean(),
  slot: v.picklist(slotMinutes),
  longest: whole(30, 24 * 60),
});
export type RoomFields = v.InferOutput<typeof roomFieldsSchema>;

export const roomsFieldSchema = v.pipe(
  v.array(roomFieldsSchema),
  v.maxLength(limits.rooms, tooMany(limits.rooms)),
);

/** What a venue is, as a form writes it down. */
export const venueDetailsEntries = {
  kind: v.picklist(venueKinds),
  name: line(limits.name),
  address: line(limits.address),
  /** Degrees of WGS-84. */
  position: v.strictObject({
    lat: degrees(chinaBox.south, chinaBox.north),
    lng: degrees(chinaBox.west, chinaBox.east),
  }),
  phone: v.optional(phone),
  capacity: whole(1, limits.capacity),
  facilities: choices(facilities),
  access: choices(accessFeatures),
};
export const venueDetailsSchema = v.strictObject(venueDetailsEntries);
export type VenueDetails = v.InferOutput<typeof venueDetailsSchema>;

export const newVenueSchema = v.strictObject({
  ...venueDetailsEntries,
  node: venueNodeSchema,
  /** Open to the public already; otherwise planned. */
  open: v.boolean(),
  rooms: v.optional(roomsFieldSchema, []),
  timetables: v.optional(timetablesFieldSchema, []),
});
export type NewVenue = v.InferOutput<typeof newVenueSchema>;
export type NewVenueInput = v.InferInput<typeof newVenueSchema>;

export const exceptionFieldsSchema = v.strictObject({
  kind: v.picklist(exceptionKinds),
  from: countableDateSchema,
  to: countableDateSchema,
  span: v.optional(spanFieldSchema),
  reason: paragraph(limits.reason),
});
export type ExceptionFields = v.InferOutput<typeof exceptionFieldsSchema>;

export const openingFieldsSchema = v.strictObject({
  what: v.picklist(['open', 'close']),
  /** When it really was, if that was not this moment. */
  at: v.optional(instantSchema),
});

/** A period of days that have a record; the last one is at fault where the two don't make one. */
export const openingsQuerySchema = v.pipe(
  v.strictObject({ from: countableDateSchema, to: countableDateSchema }),
  v.forward(
    v.check(
      // Also asked about a day that was found wrong by itself: of that there is nothing more to say.
      ({ from, to }) => !isCountable(from) || (from <= to && to < addDays(from, limits.openingDays)),
      fieldCode('field.range'),
    ),
    ['to'],
  ),
);

export const correctionFieldsSchema = v.strictObject({
  /** When it was open on that day; none when it was not. */
  spans: v.pipe(v.array(spanFieldSchema), v.maxLength(limits.recorded, tooMany(limits.recorded))),
  reason: paragraph(limits.reason),
});

export const photosFieldSchema = v.pipe(
  v.array(PhotoIdSchema),
  v.maxLength(limits.photos, tooMany(limits.photos)),
);

/** A week of ISO 8601 as `2026-W47`; most years have no 53rd. */
export const weekSchema = v.pipe(
  v.string(),
  v.check((week) => mondayOf(week) !== undefined, fieldCode('date.invalid')),
);

export const newUpgradeSchema = v.strictObject({
  kind: v.picklist(upgradeKinds),
  venue: v.optional(referenceSchema),
  node: venueNodeSchema,
  title: line(limits.upgradeTitle),
  year: whole(2000, 2099),
  cost: v.optional(whole(1, limits.cost)),
  dueDay: countableDateSchema,
});
export type NewUpgrade = v.InferOutput<typeof newUpgradeSchema>;

export const upgradeProgressSchema = v.strictObject({
  state: v.picklist(upgradeStates),
  note: v.optional(paragraph(limits.note)),
  /** A better figure for its cost, in yuan. */
  cost: v.optional(whole(1, limits.cost)),
  /** The venue that was built. */
  venue: v.optional(referenceSchema),
  photos: v.optional(
    v.pipe(v.array(PhotoIdSchema), v.maxLength(limits.upgradePhotos, tooMany(limits.upgradePhotos))),
    [],
  ),
});
export type UpgradeProgress = v.InferOutput<typeof upgradeProgressSchema>;
