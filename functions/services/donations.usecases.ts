import { nodeStands } from '../access/organisations.store.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { admitNode, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Companion, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import { byKey } from '../platform/runtime/store.ts';
import { type Instant, localDateOf } from '../platform/runtime/time.ts';
import { type CountedOnce, countedKey, countedStep } from './counted.store.ts';
import type { NewBatch, NewReceipt } from './donations.fields.ts';
import * as rules from './donations.rules.ts';
import type { Batch, Receipt } from './donations.states.ts';
import {
  batchLeftKey,
  batchRow,
  batchType,
  parseBatchLeft,
  receiptType,
  receivedClaim,
} from './donations.store.ts';
import type { BatchView, ReceiptView } from './donations.views.ts';
import { claimed, freed, moved } from './held.store.ts';
import { markOf, personKey, unsealPerson } from './people.store.ts';
import { preparePerson } from './people.usecases.ts';
import { serviceKeepers } from './services.actions.ts';
import { servicesProblem } from './services.problems.ts';
import {
  changeRecord,
  createRecord,
  keyedCommand,
  mayAt,
  personRights,
  recordAmong,
  stateKey,
} from './services.usecases.ts';

/** With how much is left at the moment it is shown. One read. */
export const batchView = async (
  { store }: Pick<Core, 'store'>,
  stored: Stored<Batch>,
  caller: Principal,
): Promise<BatchView> => ({
  ...batchRow(stored),
  left: parseBatchLeft(await store.get(batchLeftKey(stored.id))),
  mayKeep: mayAt(stored.state.node, caller, serviceKeepers),
});

export const receiptView = ({ id, version, state }: Stored<Receipt>, caller: Principal): ReceiptView => ({
  ...state,
  receipt: id,
  version,
  ...personRights(state, caller),
});

/** @throws Problem `access.scope`, `service.node_unknown`, `service.day_not_possible`. */
export const createBatch = (deps: Core, request: StaffCommand, fields: NewBatch): Promise<Stored<Batch>> => {
  const { caller, key } = request;
  admitNode(fields.node, caller);
  const id = referenceFrom(`donation-batch ${caller.staffId} ${key}`);
  return createRecord<Batch>(deps, request, {
    type: batchType,
    id,
    make: async (_, act) => {
      const decided = rules.recordBatch(fields, act);
      if ('refusal' in decided) throw servicesProblem(decided.refusal);
      const left = { write: { Put: { Item: { ...batchLeftKey(id), left: fields.quantity } } } };
      return { ...decided, companions: [nodeStands(fields.node), left] };
    },
  });
};

interface OfBatch extends StaffCommand {
  readonly params: { readonly batch: string };
}

/** @throws Problem `donation.none_left` where more was handed out than there would have been. */
export const correctBatch = (
  deps: Core,
  request: OfBatch,
  body: { readonly by: number; readonly reason: string },
): Promise<Stored<Batch>> =>
  changeRecord<Batch>(deps, request, {
    ...{ type: batchType, id: request.params.batch, view: batchRow },
    decide: ({ id, state }) => ({
      ...rules.correctBatch(state, body),
      companions: [moved(batchLeftKey(id), { left: body.by }, 'donation.none_left')],
    }),
  });

const householdsOf = (at: Instant, home: string): CountedOnce => ({
  what: 'households',
  year: localDateOf(at).slice(0, 4),
  mark: home,
});

/** A household receives once; so does a person, whether their household is known or not. */
const onceEach = (
  batch: string,
  receipt: string,
  who: readonly string[],
): Companion<'donation.received_before'>[] =>
  [...new Set(who)].map((one) => claimed(receivedClaim(batch, one), receipt, 'donation.received_before'));

/** Hands goods to a household. One read, one more of whom the year counts, and one transaction. */
export const receiveGoods = async (
  deps: Core,
  request: OfBatch,
  fields: NewReceipt,
): Promise<Stored<Receipt>> => {
  const { caller, key, now, params } = request;
  const id = referenceFrom(`donation-receipt ${caller.staffId} ${key}`);
  const record = { kind: receiptType.kind, id };
  const prepared = await preparePerson(deps, request, record, fields, () => [
    stateKey(batchType, params.batch),
  ]);
  const { shown, data, sealed, mark, home } = prepared;
  const batch = recordAmong(prepared.beside, batchType, params.batch, caller);
  const { node } = batch.state;
  const of = householdsOf(now, home);
  return createRecord<Receipt>(deps, request, {
    type: receiptType,
    id,
    make: async (command, act) => ({
      ...rules.receive({ batch, fields, shown, data }, act),
      companions: [
        sealed,
        moved(batchLeftKey(batch.id), { left: -fields.quantity }, 'donation.none_left'),
        ...(fields.again === undefined ? onceEach(batch.id, id, [mark, home]) : []),
      ],
      alongside: [
        countedStep(command, of, byKey(await deps.store.getMany([countedKey(of)])), {
          ...{ record: id, node, counts: true },
        }),
      ],
    }),
  });
};

interface OfReceipt extends StaffCommand {
  readonly params: { readonly receipt: string };
}

/** Takes goods back into their batch; the household may receive from it anew. */
export const takeGoodsBack = async (
  deps: Core,
  request: OfReceipt,
  { reason }: { readonly reason: string },
): Promise<Stored<Receipt>> => {
  const record = { kind: receiptType.kind, id: request.params.receipt };
  const command = await keyedCommand(deps, request);
  return changeRecord<Receipt>(deps, request, {
    ...{ type: receiptType, id: record.id, beside: [personKey(record)] },
    view: (stored) => receiptView(stored, request.caller),
    decide: async ({ state }, act, beside) => {
      const decided = rules.takeBack(state, reason, act);
      if ('refusal' in decided) return decided;
      const mark = await markOf(
        deps.keyring,
        await unsealPerson(deps.keyring, record, beside(personKey(record))),
      );
      const home = state.person.household ?? mark;
      const of = householdsOf(state.at, home);
      const counted = byKey(await deps.store.getMany([countedKey(of)]));
      return {
        ...decided,
        companions: [
          moved(batchLeftKey(state.batch), { left: state.quantity }),
          ...(state.again === undefined
            ? [...new Set([mark, home])].map((one) => freed(receivedClaim(state.batch, one)))
            : []),
        ],
        alongside: [
          countedStep(command, of, counted, { record: record.id, node: state.node, counts: false }),
        ],
      };
    },
  });
};
