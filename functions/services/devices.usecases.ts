import { nodeStands } from '../access/organisations.store.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { admitNode, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import { type Instant, localDateOf } from '../platform/runtime/time.ts';
import type {
  Delivery,
  Extension,
  Mending,
  NewHandout,
  NewStock,
  Return,
  StockCorrection,
} from './devices.fields.ts';
import * as rules from './devices.rules.ts';
import type { Handout, Stock } from './devices.states.ts';
import { handoutType, leftKey, parseLeft, stockRow, stockType } from './devices.store.ts';
import type { HandoutView, StockView } from './devices.views.ts';
import { moved } from './held.store.ts';
import { preparePerson } from './people.usecases.ts';
import { serviceKeepers } from './services.actions.ts';
import { servicesProblem } from './services.problems.ts';
import {
  changeRecord,
  createRecord,
  mayAt,
  personRights,
  recordAmong,
  stateKey,
} from './services.usecases.ts';

/** With what is left at the moment it is shown. One read. */
export const stockView = async (
  { store }: Pick<Core, 'store'>,
  stored: Stored<Stock>,
  caller: Principal,
): Promise<StockView> => ({
  ...stockRow(stored),
  now: parseLeft(await store.get(leftKey(stored.id))),
  mayKeep: mayAt(stored.state.node, caller, serviceKeepers),
});

export const handoutView = (
  { id, version, state }: Stored<Handout>,
  caller: Principal,
  now: Instant,
): HandoutView => ({
  ...state,
  handout: id,
  version,
  daysLate: state.state === 'lent' ? rules.daysLateOf(state.until, localDateOf(now)) : undefined,
  ...personRights(state, caller),
});

/** One for each depot and kind. @throws Problem `access.scope`, `device.stock_exists`, `service.node_unknown`. */
export const createStock = (deps: Core, request: StaffCommand, fields: NewStock): Promise<Stored<Stock>> => {
  const { node, kind, quantity } = fields;
  admitNode(node, request.caller);
  const id = referenceFrom(`device-stock ${node} ${kind}`);
  return createRecord<Stock>(deps, request, {
    type: stockType,
    id,
    occupied: () => servicesProblem('device.stock_exists'),
    make: async (_, act) => ({
      ...rules.beginStock(fields, act),
      companions: [
        nodeStands(node),
        { write: { Put: { Item: { ...leftKey(id), ...rules.emptyLeft, left: quantity } } } },
      ],
    }),
  });
};

interface OfStock extends StaffCommand {
  readonly params: { readonly stock: string };
}

export const deliverTo = (deps: Core, request: OfStock, body: Delivery): Promise<Stored<Stock>> =>
  changeRecord<Stock>(deps, request, {
    ...{ type: stockType, id: request.params.stock, view: stockRow },
    decide: ({ id, state }, act) => ({
      ...rules.deliver(state, body, act),
      companions: [moved(leftKey(id), { left: body.quantity })],
    }),
  });

/** @throws Problem `device.none_left` when more is taken off than is left. */
export const correctStock = (deps: Core, request: OfStock, body: StockCorrection): Promise<Stored<Stock>> =>
  changeRecord<Stock>(deps, request, {
    ...{ type: stockType, id: request.params.stock, view: stockRow },
    decide: ({ id, state }, act) => ({
      ...rules.correctStock(state, body, act),
      companions: [moved(leftKey(id), { left: body.by }, 'device.none_left')],
    }),
  });

/** @throws Problem `device.none_to_mend`. */
export const mendDevices = (deps: Core, request: OfStock, body: Mending): Promise<Stored<Stock>> =>
  changeRecord<Stock>(deps, request, {
    ...{ type: stockType, id: request.params.stock, view: stockRow },
    decide: ({ id, state }, act) => ({
      ...rules.mend(state, body, act),
      companions: [moved(leftKey(id), rules.movesOfMending(body), 'device.none_to_mend')],
    }),
  });

/**
 * Gives or lends devices. The stock's own record is not written: however many hand out at once, each takes what is
 * left or is refused. One read and one transaction.
 */
export const handOut = async (
  deps: Core,
  request: StaffCommand,
  fields: NewHandout,
): Promise<Stored<Handout>> => {
  const { caller, key } = request;
  const id = referenceFrom(`device-handout ${caller.staffId} ${key}`);
  const record = { kind: handoutType.kind, id };
  const { shown, data, sealed, beside } = await preparePerson(deps, request, record, fields, () => [
    stateKey(stockType, fields.stock),
  ]);
  const stock = recordAmong(beside, stockType, fields.stock, caller);
  return createRecord<Handout>(deps, request, {
    type: handoutType,
    id,
    make: async (_, act) => {
      const decided = rules.handOut({ fields, stock: stock.state, shown, data }, act);
      if ('refusal' in decided) throw servicesProblem(decided.refusal);
      const moves = rules.movesOfHandout(decided.next);
      return { ...decided, companions: [sealed, moved(leftKey(stock.id), moves, 'device.none_left')] };
    },
  });
};

interface OfHandout extends StaffCommand {
  readonly params: { readonly handout: string };
}

export const extendLoan = (deps: Core, request: OfHandout, body: Extension): Promise<Stored<Handout>> =>
  changeRecord<Handout>(deps, request, {
    ...{ type: handoutType, id: request.params.handout },
    view: (stored) => handoutView(stored, request.caller, request.now),
    decide: ({ state }, act) => rules.extend(state, body, act),
  });

export const takeDeviceBack = (deps: Core, request: OfHandout, body: Return): Promise<Stored<Handout>> =>
  changeRecord<Handout>(deps, request, {
    ...{ type: handoutType, id: request.params.handout },
    view: (stored) => handoutView(stored, request.caller, request.now),
    decide: ({ state }, act) => {
      const decided = rules.giveBack(state, body, act);
      if ('refusal' in decided) return decided;
      return { ...decided, companions: [moved(leftKey(state.stock), rules.movesOfReturn(state, body))] };
    },
  });
