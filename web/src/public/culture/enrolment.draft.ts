import { attendees, consentVersion, limits } from '../../../../functions/bookings/bookings.words.ts';
import type { Lack } from './booking.flow.ts';
import { keepDraft, keepReceipt } from './booking.kept.ts';
import { choiceLacks, consentLacks, phoneLacks, textLacks, wholeLacks } from './booking.lacks.ts';
import type { Offer } from './culture.queries.ts';
import type { Enrolling, EnrolmentReceipt } from './enrolling.ts';

/** In the order they are asked. */
export const steps = ['who', 'people', 'contact', 'check'] as const;
export type Step = (typeof steps)[number];

type Attendee = Enrolling['attendee'];
export type Who = Attendee['who'];

export const { draft, change, startFor, clear } = keepDraft('enrol', {
  who: '',
  name: '',
  age: '',
  guardian: '',
  /** `yes` once the guardian agreed. */
  guardianConsent: '',
  places: '',
  phone: '',
  /** The version of the wording agreed to. */
  consent: '',
});
type Draft = ReturnType<typeof draft>;

export const { receiptOf, keep } = keepReceipt<EnrolmentReceipt>('enrol.receipt');

export const whoOf = ({ who }: Draft): Who | undefined => attendees.find((one) => one === who);

/** Most people of one party here. */
export const mostOf = ({ party, perPhone, capacity }: Offer): number => Math.min(party, perPhone, capacity);

/** What still keeps a page from being left, field by field; the service says the last word. */
export const lacksOf = (step: Step, given: Draft, offer: Offer): readonly Lack[] => {
  const who = whoOf(given);
  if (step === 'who') return choiceLacks('who', who !== undefined && (who !== 'party' || mostOf(offer) > 1));
  if (step === 'people') {
    const name = textLacks('name', given.name, limits.name);
    if (who === 'party') return [...name, ...wholeLacks('places', given.places, 2, mostOf(offer))];
    if (who !== 'child') return name;
    return [
      ...name,
      ...wholeLacks('age', given.age, 0, limits.childUnder - 1),
      ...textLacks('guardian', given.guardian, limits.name),
      ...consentLacks('guardianConsent', given.guardianConsent === 'yes'),
    ];
  }
  if (step === 'check') return [];
  return [...phoneLacks('phone', given.phone), ...consentLacks('consent', given.consent === consentVersion)];
};

/** Which page a field the service objects to stands on. */
export const stepOfField = (path: string): Step => {
  if (path === 'attendee.who') return 'who';
  return path === 'attendee.phone' || path === 'consent' ? 'contact' : 'people';
};

const whole = (text: string): number => Number(text.normalize('NFKC'));

/** The attendee as the service wants it. */
export const attendeeOf = (given: Draft): Attendee => {
  const { name, phone } = given;
  const who = whoOf(given);
  if (who === 'child') {
    return { who, name, age: whole(given.age), guardian: given.guardian, phone, guardianConsent: true };
  }
  return who === 'party' ? { who, name, phone, places: whole(given.places) } : { who: 'self', name, phone };
};
