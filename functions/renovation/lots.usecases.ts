import { trailOf } from '../platform/contract/node-path.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { platformProblem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import type { ResponseInputOf } from '../platform/contract/route.ts';
import { changeCase, createCase, type Decision } from '../platform/ledger/change.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import { commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import { type CaseType, type Command, type Step, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { type Lot, lotSchema } from './lots.states.ts';
import { workerAt } from './planning.usecases.ts';
import type { renovationContract } from './renovation.contract.ts';
import { type RenovationRefusal, renovationProblem } from './renovation.problems.ts';
import { seesArea } from './renovation.roles.ts';
import type { Act, RenovationDecision } from './renovation.rules.ts';
import type { Renovation } from './renovation.states.ts';
import { renovationType } from './renovation.store.ts';
import { admitNode, type RenovationDependencies, refused } from './renovation.usecases.ts';
import { type LotRow, lotRowSchema } from './renovation.views.ts';
import { renovationMissing } from './renovation-missing.problems.ts';
import { assign, pay } from './renovation-works.rules.ts';

type LotView = ResponseInputOf<typeof renovationContract.routes.readLot>;

const lotType: CaseType<Lot> = {
  kind: 'LOT',
  schema: lotSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

/** Lots of a place and below it; of one contractor, wherever they are. */
export const lotsList = (node: string): string => `renovation-lots/${node}`;
export const lotsOfContractor = (staffId: string): string => `renovation-lots/of/${staffId}`;

const rowOf = ({ id, state }: Stored<Lot>): LotRow => ({
  ...{ lot: id, name: state.name, node: state.node, contractor: state.contractor },
  ...{ homes: state.renovations.length, createdAt: state.createdAt },
});

export const lotProjector: Projector<Lot> = {
  type: lotType,
  project: (stored) => {
    const { node, contractor, createdAt } = stored.state;
    const lists = [...trailOf(node).map(lotsList), lotsOfContractor(contractor.id)];
    return {
      entries: lists.map((list) => ({ list, sort: createdAt, row: rowOf(stored) })),
      counts: [],
    };
  },
};

/** Access pattern 5: one page of lots, the newest first. */
export const lotPage = (store: Store, list: string, cursor: ItemKey | undefined): Promise<Page<LotRow>> =>
  readListPage(store, lotRowSchema, { list, order: 'newest first', cursor, size: 50 });

const homeOf = ({ id, state }: Stored<Renovation>): LotView['rows'][number] => {
  const lines = 'plan' in state ? (state.plan?.lines ?? []) : [];
  const built = 'completion' in state ? state.completion.lines : undefined;
  return {
    reference: id,
    ...{ state: state.state, village: state.village, name: state.applicant.name },
    lines: lines.flatMap(({ item, unit, price, quantity, amount }) => {
      const done = built?.find((line) => line.item === item);
      if (!built) return [{ item, unit, price, quantity, amount }];
      return done ? [{ item, unit, price, quantity: done.quantity, amount: done.amount }] : [];
    }),
    amount:
      'acceptance' in state ? state.acceptance.amount : 'reservation' in state ? state.reservation.amount : 0,
    acceptedAt: 'acceptance' in state ? state.acceptance.at : undefined,
    paidAt: 'payment' in state ? state.payment.at : undefined,
  };
};

const lotView = async ({ store }: Pick<Core, 'store'>, stored: Stored<Lot>): Promise<LotView> => {
  const homes = await readCases(store, renovationType, stored.state.renovations);
  const rows = stored.state.renovations.flatMap((reference) => {
    const home = homes.find(({ id }) => id === reference);
    return home ? [homeOf(home)] : [];
  });
  return { ...rowOf(stored), version: stored.version, rows };
};

const lotMissing = () => renovationProblem('renovation.lot_not_found');

/** To another contractor a lot isn't there. */
const admitLot = ({ state }: Pick<Stored<Lot>, 'state'>, caller: Principal): void => {
  if (state.contractor.id === caller.staffId) return;
  if (!seesArea(caller)) throw lotMissing();
  if (!isWithin(state.node, caller.scope)) throw platformProblem('access.scope');
};

export const readLot = async (
  deps: Pick<Core, 'ledger' | 'store'>,
  lot: string,
  caller: Principal,
): Promise<{ readonly view: LotView; readonly version: number }> => {
  const stored = await deps.ledger.read(lotType, lot);
  if (!stored) throw lotMissing();
  admitLot(stored, caller);
  return { view: await lotView(deps, stored), version: stored.version };
};

/** The same step of several applications, to be committed together. @throws Problem when one can't take it. */
const stepsFor = async (
  { store }: Pick<Core, 'store'>,
  references: readonly string[],
  command: Command,
  caller: Principal,
  decide: (stored: Stored<Renovation>) => RenovationDecision,
): Promise<Step<Renovation>[]> => {
  const found = await readCases(store, renovationType, references);
  return references.map((reference) => {
    const stored = found.find(({ id }) => id === reference);
    if (!stored) throw renovationMissing();
    admitNode(stored.state.village, caller);
    const decided = decide(stored);
    if ('refusal' in decided) throw refused(decided.refusal, decided.detail);
    const { next, events } = decided;
    return stepOf<Renovation>(command, { type: renovationType, id: reference, before: stored, next, events });
  });
};

export interface Assigning {
  readonly name: string;
  readonly node: string;
  readonly contractor: string;
  readonly renovations: readonly string[];
}

/** Gives homes to a contractor: all of them, or none. */
export const assignLot = async (
  deps: RenovationDependencies,
  request: StaffCommand,
  { name, node, contractor, renovations }: Assigning,
): Promise<{ readonly view: LotView; readonly version: number }> => {
  const { caller, now } = request;
  admitNode(node, caller);
  const worker = await workerAt(deps, contractor, node, 'contractor');
  if (!worker) throw renovationProblem('renovation.contractor_unknown');
  const references = [...new Set(renovations)];
  const command = commandOf(request);
  const act: Act = { by: officerOf(caller), now, calendar: await deps.calendars.current(now) };
  const seed = await deps.keyring.mac('renovation-lot', `${caller.staffId} ${request.key}`);
  const idFor = (attempt: number): string => referenceFrom(`${seed} ${attempt}`);
  // Before anything is decided: what the first request did has taken every home of it out of its state.
  const earlier = await deps.ledger.earlier(lotType, idFor(1), command);
  if (earlier === 'key-reused') throw platformProblem('request.key_reused');
  const stored =
    earlier ??
    (await createCase<Lot, RenovationRefusal>({
      ledger: deps.ledger,
      type: lotType,
      command,
      refuse: refused,
      idFor,
      make: async (id) => ({
        next: {
          ...{ name, node, contractor: worker, renovations: references, payments: [] },
          ...{ by: act.by, createdAt: now },
        },
        events: [{ type: 'assigned', data: { contractor: worker.name, renovations: references } }],
        alongside: await stepsFor(deps, references, command, caller, ({ id: reference, state }) =>
          state.state === 'ready' && isWithin(state.village, node)
            ? assign(state, act, worker, id)
            : { refusal: 'renovation.not_ready', detail: reference },
        ),
      }),
    }));
  return { view: await lotView(deps, stored), version: stored.version };
};

const paidIn = (
  lot: Lot,
  references: readonly string[],
  { by, now }: Pick<Act, 'by' | 'now'>,
  note: string,
): Decision<Lot, RenovationRefusal> => ({
  next: { ...lot, payments: [...lot.payments, { note, renovations: [...references], by, at: now }] },
  events: [{ type: 'paid', data: { renovations: [...references], note } }],
});

/** Marks accepted homes of a lot as paid: all that are named, or none. */
export const payLot = async (
  deps: RenovationDependencies,
  request: StaffCommand & { readonly params: { readonly lot: string } },
  { renovations, note }: { readonly renovations: readonly string[]; readonly note: string },
): Promise<{ readonly view: LotView; readonly version: number }> => {
  const { caller, now } = request;
  const references = [...new Set(renovations)];
  const command = commandOf(request);
  const act = { by: officerOf(caller), now };
  const stored = await changeCase<Lot, RenovationRefusal>({
    ledger: deps.ledger,
    type: lotType,
    id: request.params.lot,
    command,
    ifMatch: request.ifMatch,
    missing: lotMissing,
    refuse: refused,
    admit: (lot) => admitLot(lot, caller),
    view: rowOf,
    decide: async ({ id, state: lot }) => {
      const other = references.find((reference) => !lot.renovations.includes(reference));
      if (other !== undefined) return { refusal: 'renovation.not_accepted', detail: other };
      const decided = paidIn(lot, references, act, note);
      if ('refusal' in decided) return decided;
      const alongside = await stepsFor(deps, references, command, caller, ({ id: reference, state }) =>
        state.state === 'accepted'
          ? pay(state, act, id, note)
          : { refusal: 'renovation.not_accepted', detail: reference },
      );
      return { ...decided, alongside };
    },
  });
  return { view: await lotView(deps, stored), version: stored.version };
};
