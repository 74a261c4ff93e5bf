import { officerOf } from '../platform/contract/officer.ts';
import type { Problem } from '../platform/contract/problems.ts';
import { holdsOneOf, isWithin, type Principal, type Role } from '../platform/contract/roles.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Accepted, changeCase, createCase } from '../platform/ledger/change.ts';
import { type Beside, parseStored } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { CaseType, Command, Fields, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { Act } from './people.rules.ts';
import { personOpeners, serviceKeepers } from './services.actions.ts';
import { type ServicesRefusal, servicesProblem } from './services.problems.ts';

export type Refusal = ServicesRefusal | 'access.node_unknown';

export const refuse = (refusal: Refusal): Problem =>
  servicesProblem(refusal === 'access.node_unknown' ? 'service.node_unknown' : refusal);

const missing = (): Problem => servicesProblem('service.not_found');

/** ID numbers are few enough to be guessed from a plain digest, so what was asked is remembered under a key. */
export const keyedCommand = async (
  { keyring }: Pick<Core, 'keyring'>,
  request: StaffCommand,
): Promise<Command> => ({
  ...commandOf(request),
  request: await keyring.mac('service-request', request.digest),
});

export const actOf = ({ caller, now }: Pick<StaffCommand, 'caller' | 'now'>): Act => ({
  by: officerOf(caller),
  now,
});

/** Whether a caller may do in a place what these roles do. */
export const mayAt = (node: string, caller: Principal, roles: readonly Role[]): boolean =>
  isWithin(node, caller.scope) && holdsOneOf(caller, roles);

/** What a caller may do with a record about a person; nothing any more once there is nobody in it. */
export const personRights = (
  { node, anonymisedAt }: { readonly node: string; readonly anonymisedAt?: Instant | undefined },
  caller: Principal,
): { readonly mayKeep: boolean; readonly mayOpen: boolean } => {
  const mayAct = (roles: readonly Role[]): boolean =>
    anonymisedAt === undefined && mayAt(node, caller, roles);
  return { mayKeep: mayAct(serviceKeepers), mayOpen: mayAct(personOpeners) };
};

type OfPlace = Fields & { readonly node: string };

/** @throws Problem `service.not_found`, `access.scope`. */
export const readRecord = async <S extends OfPlace>(
  { ledger }: Pick<Core, 'ledger'>,
  type: CaseType<S>,
  id: string,
  caller: Principal,
): Promise<Stored<S>> => {
  const stored = await ledger.read(type, id);
  if (!stored) throw missing();
  admitNode(stored.state.node, caller);
  return stored;
};

export const stateKey = ({ kind }: Pick<CaseType<unknown>, 'kind'>, id: string): ItemKey =>
  caseKey(kind, id, 'STATE');

/** The same record, of what was read with others. @throws Problem `service.not_found`, `access.scope`. */
export const recordAmong = <S extends OfPlace>(
  beside: Beside,
  type: CaseType<S>,
  id: string,
  caller: Principal,
): Stored<S> => {
  const item = beside(stateKey(type, id));
  if (!item) throw missing();
  const stored = parseStored(type, item);
  admitNode(stored.state.node, caller);
  return stored;
};

interface Change<S> {
  readonly type: CaseType<S>;
  readonly id: string;
  /** What a caller whose version is stale is shown. */
  readonly view: (stored: Stored<S>) => unknown;
  readonly beside?: readonly ItemKey[];
  readonly decide: (stored: Stored<S>, act: Act, beside: Beside) => Decided<S> | Promise<Decided<S>>;
}

type Decided<S> = Accepted<S, Refusal> | { readonly refusal: ServicesRefusal };

/** Changes one record as it stood in the version the caller saw. */
export const changeRecord = async <S extends OfPlace>(
  deps: Pick<Core, 'ledger' | 'keyring'>,
  request: StaffCommand,
  { type, id, view, beside = [], decide }: Change<S>,
): Promise<Stored<S>> => {
  const act = actOf(request);
  return changeCase<S, Refusal>({
    ...{ ledger: deps.ledger, type, id, refuse, missing, view, beside },
    command: await keyedCommand(deps, request),
    ifMatch: request.ifMatch,
    admit: ({ state }) => admitNode(state.node, request.caller),
    decide: (stored, found) => decide(stored, act, found),
  });
};

interface Create<S> {
  readonly type: CaseType<S>;
  readonly id: string;
  readonly occupied?: () => Problem;
  /** Asked again where another case of the same commit has moved on: from the second round on, what was read is old. */
  readonly make: (command: Command, act: Act, round: number) => Promise<Accepted<S, Refusal>>;
}

/**
 * Creates one record under the one id its key stands for. A second id would be wrong where a record changes others
 * along with it: a repeat would find the first one free.
 */
export const createRecord = async <S extends OfPlace>(
  deps: Pick<Core, 'ledger' | 'keyring'>,
  request: StaffCommand,
  { type, id, occupied, make }: Create<S>,
): Promise<Stored<S>> => {
  const command = await keyedCommand(deps, request);
  let round = 0;
  return createCase<S, Refusal>({
    ...{ ledger: deps.ledger, type, command, refuse, idFor: () => id },
    ...(occupied ? { occupied } : {}),
    make: () => {
      round += 1;
      return make(command, actOf(request), round);
    },
  });
};
