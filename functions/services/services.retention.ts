import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import { deletedText } from '../platform/contract/masks.ts';
import type { Fields } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { periodEnd, withoutTexts } from '../retention/retention.rules.ts';
import { type Membership, membershipSchema } from './centres.states.ts';
import { type Handout, handoutSchema } from './devices.states.ts';
import { type Receipt, receiptSchema } from './donations.states.ts';
import { type Help, helpSchema } from './helps.states.ts';
import type { ShownPerson } from './people.states.ts';

interface OfPerson {
  readonly anonymisedAt?: Instant | undefined;
}

const after = ({ anonymisedAt }: OfPerson, endedAt: Instant | undefined): Instant | undefined =>
  anonymisedAt === undefined && endedAt !== undefined ? periodEnd('services', endedAt) : undefined;

/** What was given for good ended as it was given; a loan does when it came back. */
export const handoutKeptUntil = (handout: Handout): Instant | undefined => {
  if (handout.state === 'lent') return undefined;
  return after(handout, handout.state === 'returned' ? handout.returned.at : handout.at);
};

export const membershipKeptUntil = (membership: Membership): Instant | undefined =>
  after(membership, membership.state === 'left' ? membership.left.at : undefined);

export const receiptKeptUntil = (receipt: Receipt): Instant | undefined =>
  after(receipt, receipt.state === 'taken-back' ? receipt.takenBack.at : receipt.at);

export const helpKeptUntil = (help: Help): Instant | undefined => {
  switch (help.state) {
    case 'open':
      return undefined;
    case 'completed':
      return after(help, help.completed.at);
    case 'broken-off':
      return after(help, help.brokenOff.at);
  }
};

const texts = ['note', 'employer', 'again'] as const;

/** Who it was, and what was noted of them; that somebody was helped, with what, stays, and counts. */
const anonymous =
  <S extends Fields & { readonly person: ShownPerson }>(schema: GenericSchema<unknown, S>) =>
  (record: S, at: Instant): S =>
    v.parse(schema, {
      ...withoutTexts(record, texts),
      person: {
        ...{ name: deletedText, number: deletedText },
        withCertificate: record.person.withCertificate,
      },
      anonymisedAt: at,
    });

export const anonymousHandout = anonymous(handoutSchema);
export const anonymousMembership = anonymous(membershipSchema);
export const anonymousReceipt = anonymous(receiptSchema);
export const anonymousHelp = anonymous(helpSchema);
