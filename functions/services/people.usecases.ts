import { holderOf, idNumberKey } from '../households/claims.store.ts';
import { householdKey, householdType } from '../households/households.store.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { type Beside, parseStored } from '../platform/ledger/ledger.ts';
import type { StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Companion } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import { byKey, type Item, type ItemKey } from '../platform/runtime/store.ts';
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

interface Lookup {
  readonly keys: readonly ItemKey[];
  /**
   * The household a person lives in: the one that is named, or the one the register has the ID number in.
   * @throws Problem `person.household_unknown`, `person.household_differs`.
   */
  readonly in: (beside: Beside) => string | undefined;
}

const householdLookup = async (
  keyring: Keyring,
  { number }: PlainPerson,
  named: string | undefined,
  caller: Principal,
): Promise<Lookup> => {
  const claim = await idNumberKey(keyring, idNumberIn(number));
  if (named === undefined) return { keys: [claim], in: (beside) => holderOf(beside(claim)) };
  const state = householdKey(named, 'STATE');
  return {
    keys: [claim, state],
    in: (beside) => {
      if (!isTheirs(beside(state), caller)) throw servicesProblem('person.household_unknown');
      const holder = holderOf(beside(claim));
      if (holder !== undefined && holder !== named) throw servicesProblem('person.household_differs');
      return named;
    },
  };
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
  readonly beside: Beside;
}

/**
 * One read, of what the caller also needs, too.
 * @param keysFor what else is read, by the mark of the person.
 * @throws Problem `person.guardian_needed`, `person.household_unknown`, `person.household_differs`.
 */
export const preparePerson = async (
  { store, keyring }: Pick<Core, 'store' | 'keyring'>,
  request: Pick<StaffCommand, 'caller' | 'now'>,
  record: RecordKey,
  { person, consent }: PersonFields,
  keysFor: (mark: string) => readonly ItemKey[],
): Promise<Prepared> => {
  const plain = plainPerson(person);
  if (lacksGuardian(plain, consent, request.now)) throw servicesProblem('person.guardian_needed');
  const [lookup, { companion, digest }, mark] = await Promise.all([
    householdLookup(keyring, plain, person.household, request.caller),
    sealPerson(keyring, record, plain),
    markOf(keyring, plain),
  ]);
  const beside = byKey(await store.getMany([...lookup.keys, ...keysFor(mark)]));
  const household = lookup.in(beside);
  const given = consentGiven(consent, actOf(request));
  return {
    plain,
    shown: { person: shownPerson(plain, household), consent: given },
    sealed: companion,
    data: { person: digest, consent: given.version },
    mark,
    home: household ?? mark,
    beside,
  };
};
