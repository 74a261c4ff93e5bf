import * as v from 'valibot';
import type { Companion } from '../platform/ledger/steps.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Item, ItemKey, Store } from '../platform/runtime/store.ts';
import { addMinutes, epochSeconds, type Instant } from '../platform/runtime/time.ts';
import { goneAfter } from './line.store.ts';
import type { Offer } from './offers.rules.ts';

/**
 * What an enrolment holds besides its places, each an item of its person's own under keyed hashes: that this person is
 * enrolled here, how many places this phone has here, and when the phone's people are expected somewhere.
 */
export interface PersonMarks {
  readonly phone: string;
  /** Phone and name together: a family has one phone. */
  readonly person: string;
}

/** Spaces and full-width letters make nobody another person. */
const sameName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** @param phone as the schema of phones normalises it. */
export const marksOf = async (
  keyring: Keyring,
  { name, phone }: { readonly name: string; readonly phone: string },
): Promise<PersonMarks> => {
  const [byPhone, byPerson] = await Promise.all([
    keyring.mac('booking-phone', phone),
    keyring.mac('booking-person', `${phone}\n${sameName(name)}`),
  ]);
  return { phone: byPhone, person: byPerson };
};

export const enrolledKey = (offer: string, { person }: PersonMarks): ItemKey => ({
  PK: `ENROLLED#${offer}`,
  SK: person,
});
export const holdsKey = (offer: string, { phone }: PersonMarks): ItemKey => ({
  PK: `HOLDS#${offer}`,
  SK: phone,
});
const bookedKey = (offer: Pick<Offer, 'from'>, { phone }: PersonMarks, reference: string): ItemKey => ({
  PK: `BOOKED#${phone}`,
  SK: `${offer.from}#${reference}`,
});

/** What an enrolment of so many places claims; each write is refused where another one has it. */
export const claims = (
  offer: Offer,
  marks: PersonMarks,
  reference: string,
  places: number,
): Companion<'booking.already_enrolled' | 'booking.too_many_for_phone'>[] => {
  const expiresAtEpochSeconds = goneAfter(offer);
  return [
    {
      write: {
        Put: {
          Item: { ...enrolledKey(offer.offer, marks), reference, expiresAtEpochSeconds },
          ConditionExpression: 'attribute_not_exists(PK)',
        },
      },
      refusal: 'booking.already_enrolled',
    },
    {
      write: {
        Update: {
          Key: holdsKey(offer.offer, marks),
          UpdateExpression: 'ADD places :places SET expiresAtEpochSeconds = :expiry',
          ConditionExpression: 'attribute_not_exists(places) OR places <= :room',
          ExpressionAttributeValues: {
            ':places': places,
            ':room': offer.perPhone - places,
            ':expiry': expiresAtEpochSeconds,
          },
        },
      },
      refusal: 'booking.too_many_for_phone',
    },
    {
      write: {
        Put: {
          Item: {
            ...bookedKey(offer, marks, reference),
            person: marks.person,
            spans: offer.dates.filter(({ calledOff }) => !calledOff).map(({ from, to }) => ({ from, to })),
            expiresAtEpochSeconds,
          },
        },
      },
    },
  ];
};

/** Gives back so many of the places a phone holds. */
export const releasePlaces = (offer: string, marks: PersonMarks, places: number): Companion<never> => ({
  write: {
    Update: {
      Key: holdsKey(offer, marks),
      UpdateExpression: 'ADD places :less',
      ExpressionAttributeValues: { ':less': -places },
    },
  },
});

/** Gives back everything {@link claims} claimed. */
export const releaseClaims = (
  offer: Pick<Offer, 'offer' | 'from'>,
  marks: PersonMarks,
  reference: string,
  places: number,
): Companion<never>[] => [
  { write: { Delete: { Key: enrolledKey(offer.offer, marks) } } },
  releasePlaces(offer.offer, marks, places),
  { write: { Delete: { Key: bookedKey(offer, marks, reference) } } },
];

const heldSchema = v.optional(v.object({ places: v.number() }), { places: 0 });

export const placesHeld = (item: Item | undefined): number => v.parse(heldSchema, item).places;

const bookedSchema = v.object({
  SK: v.string(),
  person: v.string(),
  spans: v.array(v.object({ from: v.string(), to: v.string() })),
});

/** Access pattern 16: when this person is expected somewhere; a phone has a handful. */
export const readBooked = async (
  store: Store,
  { phone, person }: PersonMarks,
): Promise<readonly { readonly from: string; readonly to: string; readonly enrolment: string }[]> => {
  const { items } = await store.query({
    KeyConditionExpression: 'PK = :phone',
    ExpressionAttributeValues: { ':phone': `BOOKED#${phone}` },
    ConsistentRead: true,
  });
  return items
    .map((item) => v.parse(bookedSchema, item))
    .flatMap((booked) => {
      const enrolment = booked.SK.slice(booked.SK.indexOf('#') + 1);
      return booked.person === person ? booked.spans.map((span) => ({ ...span, enrolment })) : [];
    });
};

export const noShowsKey = ({ phone }: Pick<PersonMarks, 'phone'>): ItemKey => ({
  PK: `NOSHOWS#${phone}`,
  SK: 'NOSHOWS',
});

const noShowsSchema = v.object({ days: v.array(v.string()), expiresAtEpochSeconds: v.number() });

/** How often nobody came for this phone's bookings since `from`. */
export const noShowsSince = (item: Item | undefined, from: Instant, now: Instant): number => {
  if (!item) return 0;
  const { days, expiresAtEpochSeconds } = v.parse(noShowsSchema, item);
  return expiresAtEpochSeconds < epochSeconds(now) ? 0 : days.filter((at) => at >= from).length;
};

const noShowDaysKept = 180;

/** Remembers that nobody came for a booking of this phone. */
export const rememberNoShow = (marks: Pick<PersonMarks, 'phone'>, now: Instant): Companion<never> => ({
  write: {
    Update: {
      Key: noShowsKey(marks),
      UpdateExpression:
        'SET #days = list_append(if_not_exists(#days, :none), :now), expiresAtEpochSeconds = :expiry',
      ExpressionAttributeNames: { '#days': 'days' },
      ExpressionAttributeValues: {
        ':none': [],
        ':now': [now],
        ':expiry': epochSeconds(addMinutes(now, noShowDaysKept * 24 * 60)),
      },
    },
  },
});

/** Coming makes up for once not having come: the oldest is forgotten. */
export const forgiveNoShow = async (store: Store, marks: Pick<PersonMarks, 'phone'>): Promise<void> => {
  await store.update({
    Key: noShowsKey(marks),
    UpdateExpression: 'REMOVE #days[0]',
    ConditionExpression: 'attribute_exists(#days[0])',
    ExpressionAttributeNames: { '#days': 'days' },
  });
};
