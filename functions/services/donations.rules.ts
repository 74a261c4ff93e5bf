import type { Accepted, Decision } from '../platform/ledger/change.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import type { NewBatch, NewReceipt } from './donations.fields.ts';
import type { Batch, Receipt } from './donations.states.ts';
import type { Act } from './people.rules.ts';
import type { Consent, ShownPerson } from './people.states.ts';
import type { ServicesRefusal } from './services.problems.ts';

export const recordBatch = (fields: NewBatch, { by, now }: Act): Decision<Batch, ServicesRefusal> =>
  fields.day > localDateOf(now)
    ? { refusal: 'service.day_not_possible' }
    : {
        next: { ...fields, createdAt: now, createdBy: by },
        events: [{ type: 'recorded', data: { quantity: fields.quantity } }],
      };

export const correctBatch = (
  batch: Batch,
  { by, reason }: { readonly by: number; readonly reason: string },
): Accepted<Batch> => ({
  next: { ...batch, quantity: batch.quantity + by },
  events: [{ type: 'corrected', data: { by, reason } }],
});

interface Receiving {
  readonly batch: { readonly id: string; readonly state: Batch };
  readonly fields: Pick<NewReceipt, 'quantity' | 'signed' | 'again'>;
  readonly shown: { readonly person: ShownPerson; readonly consent: Consent };
  readonly data: Readonly<Record<string, unknown>>;
}

export const receive = (
  { batch: { id, state }, fields: { quantity, signed, again }, shown, data }: Receiving,
  { by, now }: Act,
): Accepted<Receipt> => ({
  next: {
    state: 'received',
    ...{ batch: id, node: state.node, goods: state.goods, unit: state.unit, quantity },
    ...shown,
    ...{ signed, at: now, by },
    ...(again === undefined ? {} : { again }),
  },
  events: [{ type: 'received', data: { ...data, quantity, again } }],
});

export const takeBack = (
  receipt: Receipt,
  reason: string,
  { by, now }: Act,
): Decision<Receipt, ServicesRefusal> =>
  receipt.state === 'taken-back'
    ? { refusal: 'donation.taken_back' }
    : {
        next: { ...receipt, state: 'taken-back', takenBack: { at: now, by, reason } },
        events: [{ type: 'taken-back', data: { reason } }],
      };
