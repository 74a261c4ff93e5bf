import type { Attendee } from '../../bookings/bookings.fields.ts';
import { consentVersion } from '../../bookings/bookings.words.ts';
import { enrol } from '../../bookings/enrolling.usecases.ts';
import { programmeOffers } from '../../bookings/programme-offers.usecases.ts';
import { addMinutes, type Instant } from '../../platform/runtime/time.ts';
import type { DemoEnrolments } from './culture-coming-plans.ts';
import type { CultureLoading } from './culture-loading.ts';
import { nameFor } from './personas.ts';
import { type Random, seededRandom } from './random.ts';

/** Numbers that begin like this are given to nobody. */
const phoneOf = (random: Random): string => `1999${random.between(1_000_000, 9_999_999)}`;

const attendeeOf = (who: DemoEnrolments['who'], key: string, random: Random): Attendee => {
  const name = nameFor(key);
  const phone = phoneOf(random);
  if (who === 'party') return { who, name, phone, places: random.between(2, 3) };
  if (who === 'self') return { who, name, phone };
  const guardian = nameFor(`${key} guardian`);
  return { who, name, phone, guardian, guardianConsent: true, age: random.between(7, 12) };
};

interface Enrolled {
  readonly offer: string;
  readonly who: DemoEnrolments['who'];
  readonly enrolled: number;
  /** When it opened: they come one after the other from then on. */
  readonly since: Instant;
}

const minutesBetween = 95;

/** Enrols people as the site would; who comes after the last place waits. */
export const enrolPeople = async (
  { deps, signal }: CultureLoading,
  { offer, who, enrolled, since }: Enrolled,
): Promise<void> => {
  const random = seededRandom(enrolled * 7 + who.length);
  for (let n = 1; n <= enrolled; n++) {
    signal.throwIfAborted();
    const key = `${offer} ${n}`;
    const attendee = attendeeOf(who, key, random);
    const now = addMinutes(since, n * minutesBetween);
    // The line is settled as of the moment somebody enrols, also where what they enrol for has begun by now.
    const then = { ...deps, offers: programmeOffers, clock: { now: () => now } };
    const command = { key: `demo-enrol-${key}`, request: key, actor: { kind: 'resident' as const }, now };
    const enrolling = {
      offer,
      attendee,
      despiteClash: false,
      source: 'form' as const,
      consent: consentVersion,
    };
    await enrol(then, command, enrolling, undefined);
  }
};
