import { nodeStands } from '../access/organisations.store.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Decision } from '../platform/ledger/change.ts';
import { admitNode, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import { byKey } from '../platform/runtime/store.ts';
import { type CountedOnce, countedKey, countedStep } from './counted.store.ts';
import { claimed, freed } from './held.store.ts';
import type { BreakingOff, Completion, NewHelp } from './helps.fields.ts';
import * as rules from './helps.rules.ts';
import type { Help } from './helps.states.ts';
import { helpClaim, helpType } from './helps.store.ts';
import type { HelpView } from './helps.views.ts';
import type { Act } from './people.rules.ts';
import { markOf, personKey, unsealPerson } from './people.store.ts';
import { preparePerson } from './people.usecases.ts';
import { serviceKeepers } from './services.actions.ts';
import { type ServicesRefusal, servicesProblem } from './services.problems.ts';
import { changeRecord, createRecord, mayAt, personRights } from './services.usecases.ts';

export const helpView = ({ id, version, state }: Stored<Help>, caller: Principal): HelpView => ({
  ...state,
  help: id,
  version,
  mayKeep: state.state === 'open' && mayAt(state.node, caller, serviceKeepers),
  mayOpen: personRights(state, caller).mayOpen,
});

/** Begins a help; of one child and kind one is open at a time. One read and one transaction. */
export const beginHelp = async (
  deps: Core,
  request: StaffCommand,
  fields: NewHelp,
): Promise<Stored<Help>> => {
  const { caller, key } = request;
  const { node, kind, from } = fields;
  admitNode(node, caller);
  const id = referenceFrom(`rehabilitation-help ${caller.staffId} ${key}`);
  const record = { kind: helpType.kind, id };
  const countedOf = (mark: string): CountedOnce => ({ what: 'children', year: from.slice(0, 4), mark });
  const prepared = await preparePerson(deps, request, record, fields, (mark) => [
    countedKey(countedOf(mark)),
  ]);
  const { plain, shown, data, sealed, mark } = prepared;
  const of = countedOf(mark);
  return createRecord<Help>(deps, request, {
    type: helpType,
    id,
    make: async (command, act, round) => {
      const decided = rules.begin({ fields, plain, shown, data }, act);
      if ('refusal' in decided) throw servicesProblem(decided.refusal);
      const beside = round === 1 ? prepared.beside : byKey(await deps.store.getMany([countedKey(of)]));
      return {
        ...decided,
        companions: [
          nodeStands(node),
          sealed,
          claimed(helpClaim(mark, kind), id, 'help.open_already' as const),
        ],
        alongside: [countedStep(command, of, beside, { record: id, node, counts: true })],
      };
    },
  });
};

interface OfHelp extends StaffCommand {
  readonly params: { readonly help: string };
}

const end = (
  deps: Core,
  request: OfHelp,
  decide: (help: Help, act: Act) => Decision<Help, ServicesRefusal>,
): Promise<Stored<Help>> => {
  const record = { kind: helpType.kind, id: request.params.help };
  return changeRecord<Help>(deps, request, {
    ...{ type: helpType, id: record.id, beside: [personKey(record)] },
    view: (stored) => helpView(stored, request.caller),
    decide: async ({ state }, act, beside) => {
      const decided = decide(state, act);
      if ('refusal' in decided) return decided;
      const child = await unsealPerson(deps.keyring, record, beside(personKey(record)));
      return { ...decided, companions: [freed(helpClaim(await markOf(deps.keyring, child), state.kind))] };
    },
  });
};

export const completeHelp = (deps: Core, request: OfHelp, body: Completion): Promise<Stored<Help>> =>
  end(deps, request, (help, act) => rules.complete(help, body, act));

export const breakOffHelp = (deps: Core, request: OfHelp, body: BreakingOff): Promise<Stored<Help>> =>
  end(deps, request, (help, act) => rules.breakOff(help, body, act));
