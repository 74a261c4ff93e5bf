import type { NodeView } from '../access/access.views.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { Problem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type Accepted, changeCase } from '../platform/ledger/change.ts';
import { type Beside, parseStored } from '../platform/ledger/ledger.ts';
import { admitNode, admitPersonal, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Command, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { byKey, type Item, type ItemKey } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { areaType } from './areas.store.ts';
import { type Claim, claimChanges, claimsOf, holderOf } from './claims.store.ts';
import type { ChangedMember, Details } from './households.fields.ts';
import { householdView } from './households.presentation.ts';
import { type HouseholdRefusal, householdProblem, householdProblems } from './households.problems.ts';
import * as rules from './households.rules.ts';
import type { GoneHousehold, Household } from './households.states.ts';
import { householdKey, householdType } from './households.store.ts';
import { openPeople, readInhabited, recordOpening, sealPeople } from './people.store.ts';

export interface HouseholdDependencies extends Core {
  readonly nodes: { readonly at: (path: string, now: Instant) => Promise<NodeView | undefined> };
}

/** What a request brings to a change of one household. */
export interface HouseholdCommand extends StaffCommand {
  readonly params: { readonly household: string };
}

const householdMissing = (): Problem => householdProblem('household.not_found');

/** @throws Problem unless it is a village of the district that is not closed. */
export const knownVillage = async (
  { nodes }: Pick<HouseholdDependencies, 'nodes'>,
  village: string,
  now: Instant,
): Promise<void> => {
  const node = await nodes.at(village, now);
  if (!node?.active || node.kind !== 'village') throw householdProblem('household.village_unknown');
};

export const areaKey = (area: string): ItemKey => caseKey(areaType.kind, area, 'STATE');

/** An area that takes households of this village. */
export const isOpenArea = (item: Item | undefined, village: string): boolean => {
  const area = item && parseStored(areaType, item).state;
  return area?.active === true && area.village === village;
};

/** ID numbers are few enough to be guessed from a plain digest, so what was asked is remembered under a key. */
export const keyedCommand = async (
  { keyring }: Pick<Core, 'keyring'>,
  request: StaffCommand,
): Promise<Command> => ({
  ...commandOf(request),
  request: await keyring.mac('household-request', request.digest),
});

/** @throws Problem `household.not_found`, `access.scope`. */
export const readHousehold = async (
  { ledger }: Pick<Core, 'ledger'>,
  id: string,
  caller: Principal,
): Promise<Stored<Household>> => {
  const stored = await ledger.read(householdType, id);
  if (!stored) throw householdMissing();
  admitNode(stored.state.village, caller);
  return stored;
};

/** The household that holds what this one wants, and the field it wants it in; only to who may see it. */
export const inTheWay = async (
  { store }: Pick<Core, 'store'>,
  id: string,
  claims: readonly Claim[],
  refusal: HouseholdRefusal,
  caller: Principal,
): Promise<{ readonly path: string; readonly household: string | undefined }> => {
  const wanted = claims.filter((claim) => claim.refusal === refusal);
  const found = byKey(await store.getMany(wanted.map(({ key }) => key)));
  for (const { key, path } of wanted) {
    const holder = holderOf(found(key));
    if (holder === undefined || holder === id) continue;
    const state = await store.get(householdKey(holder, 'STATE'));
    const isSeen = state && isWithin(parseStored(householdType, state).state.village, caller.scope);
    return { path, household: isSeen ? holder : undefined };
  }
  // Whoever held it has let go of it since.
  return { path: wanted[0]?.path ?? '', household: undefined };
};

/** Runs a command that takes claims, and names who holds what it was refused for. */
export const namingHolder = async <T>(
  deps: Pick<Core, 'store'>,
  caller: Principal,
  claimed: () => { readonly id: string; readonly claims: readonly Claim[] },
  task: () => Promise<T>,
): Promise<T> => {
  try {
    return await task();
  } catch (thrown) {
    const { id, claims } = claimed();
    const refusal =
      thrown instanceof Problem && claims.find((claim) => claim.refusal === thrown.code)?.refusal;
    if (!refusal) throw thrown;
    const { path, household } = await inTheWay(deps, id, claims, refusal, caller);
    const message = householdProblems[refusal].title;
    throw householdProblem(refusal, { errors: [{ path, code: refusal, n: household ?? '', message }] });
  }
};

type Decided = Accepted<Household, HouseholdRefusal> | { readonly refusal: HouseholdRefusal };

interface Change {
  readonly beside?: readonly ItemKey[];
  readonly decide: (
    household: Household,
    people: rules.People,
    beside: Beside,
  ) => Promise<{ readonly decided: Decided; readonly people?: rules.People }>;
}

/** Changes a household and, in the same commit, what it holds. */
const change = async (
  deps: HouseholdDependencies,
  request: HouseholdCommand,
  { beside: keys = [], decide }: Change,
): Promise<Stored<Household>> => {
  const { caller } = request;
  const { household: id } = request.params;
  const { keyring } = deps;
  const personKey = householdKey(id, 'PERSON');
  const command = await keyedCommand(deps, request);
  let wanted: readonly Claim[] = [];
  const run = (): Promise<Stored<Household>> =>
    changeCase<Household, HouseholdRefusal>({
      ledger: deps.ledger,
      type: householdType,
      id,
      command,
      ifMatch: request.ifMatch,
      missing: householdMissing,
      refuse: (refusal) => householdProblem(refusal),
      admit: ({ state }) => admitNode(state.village, caller),
      view: (stored) => householdView(stored, caller),
      beside: [personKey, ...keys],
      decide: async ({ state }, beside) => {
        const before = await openPeople(keyring, id, beside(personKey));
        const { decided, people = before } = await decide(state, before, beside);
        if ('refusal' in decided) return decided;
        wanted = await claimsOf(keyring, id, decided.next, people);
        const held = await claimsOf(keyring, id, state, before);
        const companions = [...(decided.companions ?? []), ...claimChanges(id, held, wanted)];
        return { ...decided, companions };
      },
    });
  return namingHolder(deps, caller, () => ({ id, claims: wanted }), run);
};

export const changeDetails = (
  deps: HouseholdDependencies,
  request: HouseholdCommand,
  details: Details,
): Promise<Stored<Household>> =>
  change(deps, request, {
    beside: details.area === undefined ? [] : [areaKey(details.area)],
    decide: async (household, _, beside) => {
      const { area } = details;
      // Whoever stays in a closed area may still correct the address.
      const isNew = area !== undefined && area !== household.area;
      if (isNew && !isOpenArea(beside(areaKey(area)), household.village)) {
        return { decided: { refusal: 'household.area_unknown' } };
      }
      return { decided: rules.changeDetails(household, details) };
    },
  });

export const changeMembers = (
  deps: HouseholdDependencies,
  request: HouseholdCommand,
  changed: readonly ChangedMember[],
): Promise<Stored<Household>> =>
  change(deps, request, {
    decide: async (household, before) => {
      const membership = rules.changedMembers(household, before, changed);
      if ('refusal' in membership) return { decided: membership };
      const { people } = membership;
      const sealed = await sealPeople(deps.keyring, request.params.household, people);
      const decided = rules.changeMembers(household, membership, sealed.digest);
      if ('refusal' in decided) return { decided };
      return { decided: { ...decided, companions: [sealed.companion] }, people };
    },
  });

export const departHousehold = (
  deps: HouseholdDependencies,
  request: HouseholdCommand,
  { reason, note }: Pick<GoneHousehold['gone'], 'reason' | 'note'>,
): Promise<Stored<Household>> =>
  change(deps, request, {
    decide: async (household) => ({
      decided: rules.depart(household, {
        ...{ reason, at: request.now, by: officerOf(request.caller) },
        ...(note === undefined ? {} : { note }),
      }),
    }),
  });

export const returnHousehold = (
  deps: HouseholdDependencies,
  request: HouseholdCommand,
): Promise<Stored<Household>> =>
  change(deps, request, { decide: async (household) => ({ decided: rules.comeBack(household) }) });

export interface PlainMember extends rules.Person {
  readonly no: number;
}

/** The plain names, ID numbers and phones of a household, for somebody who needs them; recorded first. */
export const openContact = async (
  deps: HouseholdDependencies,
  request: Omit<HouseholdCommand, 'ifMatch'> & { readonly body: { readonly reason: string } },
): Promise<PlainMember[]> => {
  const { caller, now, params, body } = request;
  const [found] = await readInhabited(deps, [params.household]);
  if (!found) throw householdMissing();
  const { id, state } = found.stored;
  admitNode(state.village, caller);
  admitPersonal(state);
  const { staffId, name } = caller;
  await recordOpening(deps.store, id, { at: now, staffId, name, reason: body.reason });
  const people = await found.people();
  return state.members.map(({ no, name: mask }) => ({ no, ...(people[String(no)] ?? { name: mask }) }));
};
