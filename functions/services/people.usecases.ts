import { holderOf, idNumberKey } from '../households/claims.store.ts';
import { householdKey, householdType } from '../households/households.store.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import type { StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Companion } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { byKey, type Item } from '../platform/runtime/store.ts';
import { consentGiven, idNumberIn, lacksGuardian, plainPerson, shownPerson } from './people.rules.ts';
import type { Consent, PlainPerson, ShownPerson } from './people.states.ts';
import { markOf, type RecordKey, sealPerson } from './people.store.ts';
import type { PersonFields } from './services.fields.ts';
import { servicesProblem } from './services.problems.ts';
import { actOf } from './services.usecases.ts';

const isTheirs = (item: Item | undefined, caller: Principal): boolean => {
  const household = item && parseStored(householdType, item).state;
  return household?.status === 'active' && isWithin(household.village, caller.scope);
};

/**
 * The household a person lives in: the one that is named, or the one the register has the ID number in. One read.
 * @throws Problem `person.household_unknown`, `person.household_differs`.
 */
const householdOf = async (
  { store, keyring }: Pick<Core, 'store' | 'keyring'>,
  { number }: PlainPerson,
  named: string | undefined,
  caller: Principal,
): Promise<string | undefined> => {
  const claim = await idNumberKey(keyring, idNumberIn(number));
  if (named === undefined) return holderOf(await store.get(claim));
  const state = householdKey(named, 'STATE');
  const found = byKey(await store.getMany([claim, state]));
  if (!isTheirs(found(state), caller)) throw servicesProblem('person.household_unknown');
  const holder = holderOf(found(claim));
  if (holder !== undefined && holder !== named) throw servicesProblem('person.household_differs');
  return named;
};

/** A person ready to be written beside their record. */
export interface Prepared {
  readonly plain: PlainPerson;
  readonly shown: { readonly person: ShownPerson; readonly consent: Consent };
  readonly sealed: Companion<never>;
  /** What the history says of the person: a digest and the consent. */
  readonly data: { readonly person: string; readonly consent: string };
  readonly mark: string;
  /** The household, or the person where none is known: who receives once. */
  readonly home: string;
}

/** @throws Problem `person.guardian_needed`, `person.household_unknown`, `person.household_differs`. */
export const preparePerson = async (
  deps: Pick<Core, 'store' | 'keyring'>,
  request: Pick<StaffCommand, 'caller' | 'now'>,
  record: RecordKey,
  { person, consent }: PersonFields,
): Promise<Prepared> => {
  const plain = plainPerson(person);
  if (lacksGuardian(plain, consent, request.now)) throw servicesProblem('person.guardian_needed');
  const [household, { companion, digest }, mark] = await Promise.all([
    householdOf(deps, plain, person.household, request.caller),
    sealPerson(deps.keyring, record, plain),
    markOf(deps.keyring, plain),
  ]);
  const given = consentGiven(consent, actOf(request));
  return {
    plain,
    shown: { person: shownPerson(plain, household), consent: given },
    sealed: companion,
    data: { person: digest, consent: given.version },
    mark,
    home: household ?? mark,
  };
};
