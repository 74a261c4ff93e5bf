import { createCase } from '../platform/ledger/change.ts';
import { admitNode, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Companion, LedgerEvent, Stored } from '../platform/ledger/steps.ts';
import { longIdFrom } from '../platform/runtime/ids.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { type Claim, claimChanges, claimsOf } from './claims.store.ts';
import type { Details, NewMember } from './households.fields.ts';
import { type HouseholdRefusal, householdProblem } from './households.problems.ts';
import { firstMembers, registered } from './households.rules.ts';
import type { ActiveHousehold, Household } from './households.states.ts';
import { householdType } from './households.store.ts';
import {
  areaKey,
  type HouseholdDependencies,
  isOpenArea,
  keyedCommand,
  knownVillage,
  namingHolder,
} from './households.usecases.ts';
import { sealPeople } from './people.store.ts';

export interface NewHousehold {
  readonly village: string;
  readonly details: Details;
  readonly members: readonly NewMember[];
  readonly source: Household['source'];
  readonly import?: Household['import'];
}

interface Prepared {
  readonly next: ActiveHousehold;
  readonly events: readonly [LedgerEvent];
  readonly companions: readonly Companion<HouseholdRefusal>[];
  readonly claims: readonly Claim[];
}

/** Everything that is written with a new household, under its id. */
export const prepareHousehold = async (
  keyring: Keyring,
  id: string,
  { members, ...asked }: NewHousehold,
  now: Instant,
): Promise<Prepared> => {
  const membership = firstMembers(members);
  const next = registered({ ...asked, membership, now });
  const [person, claims] = await Promise.all([
    sealPeople(keyring, id, membership.people),
    claimsOf(keyring, id, next, membership.people),
  ]);
  return {
    next,
    events: [{ type: 'registered', data: { source: asked.source, person: person.digest } }],
    companions: [person.companion, ...claimChanges(id, [], claims)],
    claims,
  };
};

/**
 * Writes a household into the register of its village.
 * @throws Problem `access.scope`, `household.village_unknown`, `household.area_unknown`, or
 * `household.address_taken` and `household.id_number_taken` with the household that has it in `errors[0].n`.
 */
export const registerHousehold = async (
  deps: HouseholdDependencies,
  request: StaffCommand,
  asked: NewHousehold,
): Promise<Stored<Household>> => {
  const { village, details } = asked;
  admitNode(village, request.caller);
  await knownVillage(deps, village, request.now);
  if (details.area !== undefined && !isOpenArea(await deps.store.get(areaKey(details.area)), village)) {
    throw householdProblem('household.area_unknown');
  }
  const seed = await deps.keyring.mac('household', `${request.caller.staffId} ${request.key}`);
  const command = await keyedCommand(deps, request);
  let claimed: { id: string; claims: readonly Claim[] } = { id: '', claims: [] };
  return namingHolder(
    deps,
    request.caller,
    () => claimed,
    () =>
      createCase<Household, HouseholdRefusal>({
        ledger: deps.ledger,
        type: householdType,
        command,
        refuse: (refusal) => householdProblem(refusal),
        idFor: (attempt) => longIdFrom(`${seed} ${attempt}`),
        make: async (id) => {
          const { claims, ...made } = await prepareHousehold(deps.keyring, id, asked, request.now);
          claimed = { id, claims };
          return made;
        },
      }),
  );
};
