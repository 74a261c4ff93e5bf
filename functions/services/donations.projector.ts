import { trailOf } from '../platform/contract/node-path.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import type { Batch, Receipt } from './donations.states.ts';
import { batchRow, batchType, receiptType } from './donations.store.ts';
import type { ReceiptRow } from './donations.views.ts';
import { batchesList, receiptsList, servicesSubject } from './services.lists.ts';
import { timelineEntries } from './timeline.ts';

export const batchProjector: Projector<Batch> = {
  type: batchType,
  project: (stored) => {
    const { node, day, createdAt } = stored.state;
    const row = batchRow(stored);
    return {
      entries: trailOf(node).map((at) => ({ list: batchesList(at), sort: `${day}#${createdAt}`, row })),
      counts: [],
    };
  },
};

const receiptRow = ({ id, version, state: receipt }: Stored<Receipt>): ReceiptRow => {
  const { state, batch, node, goods, unit, quantity, person, at } = receipt;
  return {
    ...{ receipt: id, version, state, batch, node, goods, unit, quantity },
    ...{ name: person.name, number: person.number, at },
  };
};

/** What was taken back stays in its own list and counts nowhere. */
export const receiptProjector: Projector<Receipt> = {
  type: receiptType,
  project: (stored) => {
    const { id, state: receipt } = stored;
    const { state, batch, node, person, at } = receipt;
    const nodes = trailOf(node);
    const row = receiptRow(stored);
    return {
      entries: [
        ...[batch, ...nodes].map((of) => ({ list: receiptsList(of, state), sort: at, row })),
        ...timelineEntries({ service: 'donation', ledger: 'receipts', record: id, state, at }, person),
      ],
      counts:
        state === 'taken-back'
          ? []
          : nodes.map((each) => ({
              ...{ subject: servicesSubject(each), period: localDateOf(at).slice(0, 4) },
              ...{ field: 'receipts', by: 1 },
            })),
    };
  },
};
