import { admitPersonal, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { CaseType, Fields, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { byKey } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { membershipType } from './centres.store.ts';
import { handoutType } from './devices.store.ts';
import { receiptType } from './donations.store.ts';
import { helpType } from './helps.store.ts';
import { changedPerson, shownPerson } from './people.rules.ts';
import type { Consent, Opening, PlainPerson, ShownPerson } from './people.states.ts';
import { personKey, readOpenings, recordOpening, sealPerson, unsealPerson } from './people.store.ts';
import type { ChangedPerson } from './services.fields.ts';
import { changeRecord, readRecord, recordAmong, stateKey } from './services.usecases.ts';
import type { PersonalLedger } from './services.words.ts';

type AboutPerson = Fields & {
  readonly node: string;
  readonly person: ShownPerson;
  readonly consent: Consent;
  readonly anonymisedAt?: Instant | undefined;
};

/** Does the same to a record of whichever ledger. */
const inLedger = <T>(
  ledger: PersonalLedger,
  task: <S extends AboutPerson>(type: CaseType<S>) => Promise<T>,
): Promise<T> => {
  switch (ledger) {
    case 'handouts':
      return task(handoutType);
    case 'memberships':
      return task(membershipType);
    case 'receipts':
      return task(receiptType);
    case 'helps':
      return task(helpType);
  }
};

const kindOf: Readonly<Record<PersonalLedger, string>> = {
  handouts: handoutType.kind,
  memberships: membershipType.kind,
  receipts: receiptType.kind,
  helps: helpType.kind,
};

interface OfPerson {
  readonly ledger: PersonalLedger;
  readonly record: string;
}

interface Found {
  readonly kind: string;
  readonly stored: Stored<AboutPerson>;
}

/** A record about a person, of whichever ledger. @throws Problem `service.not_found`, `access.scope`. */
export const readAboutPerson = (
  deps: Pick<Core, 'ledger'>,
  { ledger, record }: OfPerson,
  caller: StaffCommand['caller'],
): Promise<Found> =>
  inLedger(ledger, async (type) => ({
    kind: type.kind,
    stored: await readRecord(deps, type, record, caller),
  }));

interface Opens extends Pick<StaffCommand, 'caller' | 'now'> {
  readonly params: OfPerson;
  readonly body: { readonly reason: string };
}

/** The plain name, number and phone, for somebody who needs them; recorded first. */
export const openPerson = async (deps: Core, { caller, now, params, body }: Opens): Promise<PlainPerson> => {
  const record = { kind: kindOf[params.ledger], id: params.record };
  const beside = byKey(await deps.store.getMany([stateKey(record, record.id), personKey(record)]));
  await inLedger(params.ledger, async (type) =>
    admitPersonal(recordAmong(beside, type, record.id, caller).state),
  );
  const { staffId, name } = caller;
  await recordOpening(deps.store, record, { at: now, staffId, name, reason: body.reason });
  return unsealPerson(deps.keyring, record, beside(personKey(record)));
};

/** Who opened them, the latest first. */
export const openingsOf = async (
  deps: Pick<Core, 'ledger' | 'store'>,
  { caller, params }: Pick<Opens, 'caller' | 'params'>,
): Promise<Opening[]> => {
  const { kind, stored } = await readAboutPerson(deps, params, caller);
  return readOpenings(deps.store, { kind, id: stored.id });
};

interface Changes extends StaffCommand {
  readonly params: OfPerson;
  readonly body: ChangedPerson;
}

export const changePerson = (
  deps: Core,
  request: Changes,
): Promise<{ readonly person: ShownPerson; readonly version: number }> =>
  inLedger(request.params.ledger, async (type) => {
    const record = { kind: type.kind, id: request.params.record };
    const view = ({ state, version }: Stored<AboutPerson>) => ({ person: state.person, version });
    return view(
      await changeRecord(deps, request, {
        ...{ type, id: record.id, view, beside: [personKey(record)] },
        decide: async ({ state }, _, beside) => {
          const before = await unsealPerson(deps.keyring, record, beside(personKey(record)));
          const after = changedPerson(before, request.body);
          if (JSON.stringify(after) === JSON.stringify(before)) return { refusal: 'service.nothing_changed' };
          const { companion, digest } = await sealPerson(deps.keyring, record, after);
          const person = shownPerson(after, state.person.household);
          return {
            next: { ...state, person },
            events: [{ type: 'person-changed', data: { person: digest } }],
            companions: [companion],
          };
        },
      }),
    );
  });
