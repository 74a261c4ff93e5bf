import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';

export const campaignStates = ['draft', 'running', 'ended'] as const;
export type CampaignState = (typeof campaignStates)[number];

/**
 * How a village's plan stands. `stopped`: nobody is left who could take the rest, or the days ran out; it is made
 * anew with other people.
 */
export const planStatuses = ['running', 'done', 'stopped'] as const;
export const stopReasons = ['nobody-left', 'not-enough-days', 'campaign-ended'] as const;
export type StopReason = (typeof stopReasons)[number];

/**
 * How the visit of one household stands. `empty`: nobody lives or trades there; `excluded`: taken out of the
 * campaign by its lead; `missed`: the campaign ended before anybody was met.
 */
export const assignmentStatuses = ['planned', 'visited', 'refused', 'empty', 'excluded', 'missed'] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];

/** What came of one try at a door. */
export const tryOutcomes = ['met', 'not-home', 'refused', 'vacant', 'moved', 'appointment'] as const;
export type TryOutcome = (typeof tryOutcomes)[number];

/** The part of a day a visit is proposed for, or was agreed on; `rest-day` is any time of a day off. */
export const slots = ['morning', 'afternoon', 'evening', 'rest-day'] as const;
export type Slot = (typeof slots)[number];

/** Why a household is to be visited on another day than the planned one. */
export const putOffReasons = ['off-peak', 'appointment'] as const;

/** Lengths in characters (code points) unless the name says otherwise. */
export const limits = {
  name: 60,
  objective: 1_000,
  step: 200,
  steps: 20,
  material: 60,
  materials: 20,
  reason: 500,
  /** Days from the first to the last. */
  days: 366,
  perDay: 20,
  perDayMost: 60,
  /** Persons of one village's plan, or who take over from one. */
  people: 100,
  areas: 200,
  /** Households one request gives out or hands over; the next one goes on. */
  atOnce: 400,
  /** Tries and earlier assignees that an assignment keeps, so that it stays one small item. */
  tries: 12,
  formerly: 12,
  page: 50,
  /** Campaigns one page of their list is made of. */
  campaignsPage: 200,
  /** Households a proof names of each kind; it counts them all. */
  proofRows: 100,
} as const;

/** A district, a town or a village. */
export const scopeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{6}(\/\d{9}(\/\d{12})?)?$/, fieldCode('id.invalid')),
);

/** The statistical code of a village, the last part of its path. */
export const villageIdSchema = v.pipe(v.string(), v.regex(/^\d{12}$/, fieldCode('id.invalid')));

/** Path of a village from its code alone: each code begins with the code of what it hangs on. */
export const villagePath = (id: string): string => `${id.slice(0, 6)}/${id.slice(0, 9)}/${id}`;
