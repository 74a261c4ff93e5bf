import { consentVersion, limits } from '../../../../functions/bookings/bookings.words.ts';
import { bookingWords } from '../public.words.ts';
import type { Lack } from './booking.flow.ts';
import { keepDraft, keepReceipt } from './booking.kept.ts';
import { choiceLacks, consentLacks, phoneLacks, textLacks, wholeLacks } from './booking.lacks.ts';
import { refusalMessage } from './booking.messages.ts';
import type { AskedRoom, RoomDay, RoomReceipt } from './room.queries.ts';
import { endsFrom } from './room.slots.ts';

/** In the order they are asked. */
export const steps = ['time', 'purpose', 'contact', 'check'] as const;
export type Step = (typeof steps)[number];

export const { draft, change, startFor, clear } = keepDraft('room', {
  /** `YYYY-MM-DD`; empty for today. */
  day: '',
  from: '',
  to: '',
  purpose: '',
  people: '',
  organisation: '',
  name: '',
  phone: '',
  /** The version of the wording agreed to. */
  consent: '',
});
type Draft = ReturnType<typeof draft>;

export const { receiptOf, keep } = keepReceipt<RoomReceipt>('room.receipt');

const timeLacks = ({ from, to }: Draft, { slots, refusal }: RoomDay): readonly Lack[] => {
  if (!slots) return [{ name: 'day', message: refusalMessage(refusal ?? '') }];
  const ends = endsFrom(slots, from);
  if (ends.length === 0) return choiceLacks('from', false);
  return choiceLacks('to', ends.includes(to));
};

/** @param capacity how many people the room holds. */
const peopleLacks = ({ people }: Draft, capacity: number): readonly Lack[] => {
  const whole = wholeLacks('people', people, 1, limits.roomPeople);
  if (whole.length > 0 || Number(people.normalize('NFKC')) <= capacity) return whole;
  return [{ name: 'people', message: bookingWords.t('room.too-small', { n: capacity }) }];
};

/** What still keeps a page from being left, field by field; the service says the last word. */
export const lacksOf = (step: Step, given: Draft, known: RoomDay, capacity: number): readonly Lack[] => {
  if (step === 'time') return timeLacks(given, known);
  if (step === 'purpose') {
    const { organisation } = given;
    return [
      ...textLacks('purpose', given.purpose, limits.purpose),
      ...peopleLacks(given, capacity),
      ...(organisation.trim() === '' ? [] : textLacks('organisation', organisation, limits.organisation)),
    ];
  }
  if (step === 'check') return [];
  return [
    ...textLacks('name', given.name, limits.name),
    ...phoneLacks('phone', given.phone),
    ...consentLacks('consent', given.consent === consentVersion),
  ];
};

/** Which page a field the service objects to stands on. */
export const stepOfField = (path: string): Step => {
  if (['day', 'from', 'to'].includes(path)) return 'time';
  return ['purpose', 'people', 'organisation'].includes(path) ? 'purpose' : 'contact';
};

export const askedOf = (given: Draft, venue: string, room: string, day: string): AskedRoom => {
  const { from, to, purpose, people, organisation, name, phone } = given;
  return {
    ...{ venue, room, day, from, to, purpose, people: Number(people.normalize('NFKC')) },
    ...(organisation.trim() === '' ? {} : { organisation }),
    ...{ contact: { name, phone }, consent: consentVersion },
  };
};
