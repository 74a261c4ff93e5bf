import { nodeStands } from '../access/organisations.store.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { admitNode, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { CentreDetails, Leaving, NewCentre, NewEmployment, NewMembership } from './centres.fields.ts';
import * as rules from './centres.rules.ts';
import type { Centre, Membership } from './centres.states.ts';
import {
  centreType,
  freePlaces,
  memberClaim,
  membershipType,
  membersKey,
  parseMembers,
  resizePlaces,
  takePlace,
} from './centres.store.ts';
import type { CentreView, MembershipView } from './centres.views.ts';
import { claimed, freed, moved } from './held.store.ts';
import { markOf, personKey, unsealPerson } from './people.store.ts';
import { preparePerson } from './people.usecases.ts';
import { serviceConfigurers, serviceKeepers } from './services.actions.ts';
import { servicesProblem } from './services.problems.ts';
import {
  changeRecord,
  createRecord,
  mayAt,
  personRights,
  recordAmong,
  stateKey,
} from './services.usecases.ts';

/** With how many members it has at the moment it is shown. One read. */
export const centreView = async (
  { store }: Pick<Core, 'store'>,
  { id, version, state }: Stored<Centre>,
  caller: Principal,
): Promise<CentreView> => ({
  ...state,
  centre: id,
  version,
  members: parseMembers(await store.get(membersKey(id))),
  mayKeep: mayAt(state.node, caller, serviceKeepers),
  mayConfigure: state.state === 'open' && mayAt(state.node, caller, serviceConfigurers),
});

export const membershipView = (
  { id, version, state }: Stored<Membership>,
  caller: Principal,
): MembershipView => ({
  ...state,
  membership: id,
  version,
  ...personRights(state, caller),
});

/** @throws Problem `access.scope`, `service.node_unknown`. */
export const createCentre = (
  deps: Core,
  request: StaffCommand,
  fields: NewCentre,
): Promise<Stored<Centre>> => {
  const { caller, key } = request;
  admitNode(fields.node, caller);
  const id = referenceFrom(`day-centre ${caller.staffId} ${key}`);
  return createRecord<Centre>(deps, request, {
    type: centreType,
    id,
    make: async (_, act) => ({
      ...rules.openCentre(fields, act),
      companions: [nodeStands(fields.node), freePlaces(id, fields.capacity)],
    }),
  });
};

export interface OfCentre extends StaffCommand {
  readonly params: { readonly centre: string };
}

const plainView = ({ id, version, state }: Stored<Centre>): object => ({ ...state, centre: id, version });

export const changeCentre = (deps: Core, request: OfCentre, body: CentreDetails): Promise<Stored<Centre>> =>
  changeRecord<Centre>(deps, request, {
    ...{ type: centreType, id: request.params.centre, view: plainView },
    decide: ({ state }) => rules.changeCentre(state, body),
  });

/** @throws Problem `centre.too_small` where it has more members than that. */
export const resizeCentre = (
  deps: Core,
  request: OfCentre,
  body: { readonly capacity: number; readonly reason: string },
): Promise<Stored<Centre>> =>
  changeRecord<Centre>(deps, request, {
    ...{ type: centreType, id: request.params.centre, view: plainView },
    decide: ({ id, state }) => {
      const decided = rules.resize(state, body);
      if ('refusal' in decided) return decided;
      return { ...decided, companions: [resizePlaces(id, body.capacity, 'centre.too_small')] };
    },
  });

/** @throws Problem `centre.has_members`. */
export const closeCentre = (
  deps: Core,
  request: OfCentre,
  { reason }: { readonly reason: string },
): Promise<Stored<Centre>> =>
  changeRecord<Centre>(deps, request, {
    ...{ type: centreType, id: request.params.centre, view: plainView },
    decide: ({ id, state }, act) => {
      const decided = rules.closeCentre(state, reason, act);
      if ('refusal' in decided) return decided;
      return { ...decided, companions: [resizePlaces(id, 0, 'centre.has_members')] };
    },
  });

/**
 * Takes a person into a centre, where it has a place and they are a member of none. One read and one transaction.
 */
export const joinCentre = async (
  deps: Core,
  request: OfCentre,
  fields: NewMembership,
): Promise<Stored<Membership>> => {
  const { caller, key, params } = request;
  const id = referenceFrom(`centre-membership ${caller.staffId} ${key}`);
  const record = { kind: membershipType.kind, id };
  const prepared = await preparePerson(deps, request, record, fields, () => [
    stateKey(centreType, params.centre),
  ]);
  const { shown, data, sealed, mark } = prepared;
  const centre = recordAmong(prepared.beside, centreType, params.centre, caller);
  return createRecord<Membership>(deps, request, {
    type: membershipType,
    id,
    make: async (_, act) => {
      const decided = rules.join({ centre, fields, shown, data }, act);
      if ('refusal' in decided) throw servicesProblem(decided.refusal);
      const claim = claimed(memberClaim(mark), id, 'member.elsewhere' as const);
      return { ...decided, companions: [sealed, claim, takePlace(centre.id)] };
    },
  });
};

interface OfMembership extends StaffCommand {
  readonly params: { readonly membership: string };
}

export const recordEmployment = (
  deps: Core,
  request: OfMembership,
  body: NewEmployment,
): Promise<Stored<Membership>> =>
  changeRecord<Membership>(deps, request, {
    ...{ type: membershipType, id: request.params.membership },
    view: (stored) => membershipView(stored, request.caller),
    decide: ({ state }, act) => rules.employ(state, body, act),
  });

/** Gives back the place and lets the person join a centre anew. */
export const leaveCentre = (
  deps: Core,
  request: OfMembership,
  body: Leaving,
): Promise<Stored<Membership>> => {
  const record = { kind: membershipType.kind, id: request.params.membership };
  return changeRecord<Membership>(deps, request, {
    ...{ type: membershipType, id: record.id, beside: [personKey(record)] },
    view: (stored) => membershipView(stored, request.caller),
    decide: async ({ state }, act, beside) => {
      const decided = rules.leave(state, body, act);
      if ('refusal' in decided) return decided;
      const person = await unsealPerson(deps.keyring, record, beside(personKey(record)));
      const claim = freed(memberClaim(await markOf(deps.keyring, person)));
      return { ...decided, companions: [claim, moved(membersKey(state.centre), { members: -1 })] };
    },
  });
};
