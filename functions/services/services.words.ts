/** What stands in a depot and is handed out: 辅助器具. A device is never a renovation and replaces none. */
export const deviceKinds = [
  'wheelchair',
  'walking-frame',
  'crutches',
  'cane',
  'white-cane',
  'hearing-aid',
  'vision-aid',
  'prosthesis',
  'orthosis',
  'commode-chair',
  'bath-chair',
  'pressure-mattress',
  'communication-aid',
  'daily-living-aid',
  'other',
] as const;

/** `given`: for good; `lent`: until a day. */
export const handoutStates = ['given', 'lent', 'returned'] as const;
export type HandoutState = (typeof handoutStates)[number];

/** How a device came back; what has to be repaired is in no stock until it is. */
export const returnConditions = ['good', 'repair', 'lost'] as const;

export const mendingResults = ['good', 'scrapped'] as const;

/** A closed centre takes no members and stays in the record. */
export const centreStates = ['open', 'closed'] as const;

export const membershipStates = ['current', 'left'] as const;
export type MembershipState = (typeof membershipStates)[number];

export const leavingReasons = [
  'employed',
  'moved',
  'health',
  'own-wish',
  'time-over',
  'died',
  'other',
] as const;

export const receiptStates = ['received', 'taken-back'] as const;
export type ReceiptState = (typeof receiptStates)[number];

/** How it is known that the goods arrived: signed for, a fingerprint, signed for by somebody else, a photo taken. */
export const signatures = ['signed', 'fingerprint', 'by-proxy', 'photo'] as const;

export const units = ['piece', 'set', 'box', 'bag', 'kilogram', 'yuan'] as const;

/** 儿童康复: what a child is helped with. */
export const helpKinds = [
  'hearing',
  'speech',
  'sight',
  'limbs',
  'intellect',
  'autism',
  'surgery',
  'device-fitting',
] as const;
export type HelpKind = (typeof helpKinds)[number];

export const helpStates = ['open', 'completed', 'broken-off'] as const;
export type HelpState = (typeof helpStates)[number];

export const helpOutcomes = ['recovered', 'clearly-better', 'better', 'unchanged'] as const;
export const breakingOffReasons = ['moved', 'family-wish', 'health', 'institution', 'died', 'other'] as const;

/** 助残活动. Reading and outings to films are also activities of the programme, when it puts them on. */
export const eventKinds = ['volunteer-day', 'charity-sale', 'reading', 'film', 'other'] as const;

/** Ledgers whose records are about a person; the word in their addresses. */
export const personalLedgers = ['handouts', 'memberships', 'receipts', 'helps'] as const;
export type PersonalLedger = (typeof personalLedgers)[number];

/** The others, in whose records nobody is named. */
export const thingLedgers = ['stocks', 'centres', 'attendance', 'batches', 'events'] as const;
export type ThingLedger = (typeof thingLedgers)[number];

/** Who consented: the person, somebody who may do so for them, one of the family. */
export const consentsBy = ['self', 'guardian', 'relative'] as const;

/** How an officer heard it. */
export const waysOfConsenting = ['paper', 'in-person', 'phone'] as const;

/** The wording of the two consents; a new wording is a new version. */
export const consentVersion = '2026-11';

/** What is counted of a year at a place and below it. */
export const serviceFigures = [
  /** Every child once, however many helps it had. */
  'children',
  'helps',
  'devices',
  'joined',
  'attendances',
  'employments',
  /** Every household once, however often it received something. */
  'households',
  'receipts',
  'served',
  'volunteers',
  'leaflets',
  'works',
  /** Fen. */
  'takings',
  'events',
] as const;
export type ServiceFigure = (typeof serviceFigures)[number];

/** Lengths in characters (code points) unless the name says otherwise. */
export const limits = {
  name: 30,
  relation: 20,
  phone: 20,
  note: 500,
  reason: 500,
  title: 60,
  place: 80,
  address: 120,
  donor: 60,
  goods: 60,
  employer: 60,
  institution: 60,
  /** Devices of one hand-out: a pair of crutches is two. */
  handout: 10,
  stock: 100_000,
  loanDays: 3 * 366,
  /** Members of a centre, and people there on one day: an attendance is one item. */
  capacity: 300,
  employments: 20,
  batch: 1_000_000,
  /** Fen. */
  amount: 100_000_000_000,
  people: 100_000,
  corrections: 50,
  /** From this birthday on nobody is a child. */
  childUnder: 18,
  /** Below it only a guardian consents. */
  guardianUnder: 14,
  /** Days ahead something can begin. */
  aheadDays: 366,
  perPage: 50,
} as const;
