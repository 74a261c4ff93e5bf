import { weekOf } from '../calendar/iso-weeks.rules.ts';
import type { Companion } from '../platform/ledger/steps.ts';
import { expiryAttribute } from '../platform/ledger/table.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { endOfDay, epochSeconds, type LocalDate } from '../platform/runtime/time.ts';
import { limits } from './bookings.words.ts';
import type { PersonMarks } from './claims.store.ts';

type Phone = Pick<PersonMarks, 'phone'>;

/** Seconds a count stays after the last day it counted. */
const kept = 60 * 24 * 60 * 60;

/** How many rooms a phone has for a day, and for the week that day is in. */
const countsFor = ({ phone }: Phone, day: LocalDate): { readonly key: ItemKey; readonly most: number }[] => {
  const PK = `ROOMSHELD#${phone}`;
  return [
    { key: { PK, SK: day }, most: limits.roomsPerDay },
    { key: { PK, SK: weekOf(day) }, most: limits.roomsPerWeek },
  ];
};

/** Counts one more room for a phone; however many it asks for at once, none is one too many. */
export const holdRoom = (phone: Phone, day: LocalDate): Companion<'booking.too_many_rooms'>[] =>
  countsFor(phone, day).map(({ key, most }) => ({
    write: {
      Update: {
        Key: key,
        UpdateExpression: `ADD rooms :one SET ${expiryAttribute} = :expiry`,
        ConditionExpression: 'attribute_not_exists(rooms) OR rooms < :most',
        ExpressionAttributeValues: {
          ':one': 1,
          ':most': most,
          ':expiry': epochSeconds(endOfDay(day)) + kept,
        },
      },
    },
    refusal: 'booking.too_many_rooms',
  }));

/** Gives back what {@link holdRoom} counted. */
export const releaseRoom = (phone: Phone, day: LocalDate): Companion<never>[] =>
  countsFor(phone, day).map(({ key }) => ({
    write: {
      Update: {
        Key: key,
        UpdateExpression: 'ADD rooms :less',
        ExpressionAttributeValues: { ':less': -1 },
      },
    },
  }));
