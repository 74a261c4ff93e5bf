import type { HandoutState, HelpState, MembershipState, ReceiptState } from './services.words.ts';

/** Every list of a node holds what lies below it, too; a list of a state, what stands in it now. */

export const stocksList = (node: string): string => `device-stocks/${node}`;
/** By when they were handed out. */
export const handoutsList = (node: string, state: HandoutState): string => `device-handouts/${node}/${state}`;
/** What is lent, by the day it is to come back. */
export const loansList = (node: string): string => `device-loans/${node}`;

export const centresList = (node: string): string => `day-centres/${node}`;
/** By the first day of their membership. */
export const membersList = (centre: string, state: MembershipState): string =>
  `centre-members/${centre}/${state}`;
/** The days that were handed in. */
export const centreDaysList = (centre: string): string => `centre-days/${centre}`;

/** By the day they came. */
export const batchesList = (node: string): string => `donation-batches/${node}`;
/** Of a batch, or of a place. */
export const receiptsList = (of: string, state: ReceiptState): string => `donation-receipts/${of}/${state}`;

/** By their first day. */
export const helpsList = (node: string, state: HelpState): string => `rehabilitation-helps/${node}/${state}`;

/** Of one year, by day. */
export const eventsList = (node: string, year: string | number): string =>
  `assistance-events/${node}/${year}`;

/** Figures of a place and below it, by year and as they stand now. */
export const servicesSubject = (node: string): string => `services/${node}`;
