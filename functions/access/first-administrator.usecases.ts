import { randomUUID } from 'node:crypto';
import type { Principal } from '../platform/contract/roles.ts';
import { type Command, stepOf } from '../platform/ledger/steps.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { AccessParts } from './access.parts.ts';
import { accessProblem } from './access.problems.ts';
import { newCredential } from './credentials.store.ts';
import { foundDistrict } from './organisations.rules.ts';
import type { OrganisationNode } from './organisations.states.ts';
import { districtIsFirst, organisationType } from './organisations.store.ts';
import { initialPassword } from './passwords.usecases.ts';
import { open } from './staff.rules.ts';
import { loginNameTaken, staffType } from './staff.store.ts';

export interface FirstAdministrator {
  readonly district: { readonly id: string; readonly name: OrganisationNode['name'] };
  readonly loginName: string;
  readonly name: string;
  readonly now: Instant;
}

/** What opens the door of an empty table; shown once. */
export interface Founding {
  readonly administrator: Principal;
  readonly initialPassword: string;
}

/**
 * The district and an administrator of all of it, in one commit, in a table that has no district yet. Nobody is
 * signed in who could do this through the API.
 * @throws Problem `access.district_exists` when there is one, also when two found it at the same moment.
 */
export const foundWithAdministrator = async (
  parts: AccessParts,
  { district, loginName, name, now }: FirstAdministrator,
): Promise<Founding> => {
  const key = randomUUID();
  const staffId = referenceFrom(`first-administrator ${key}`);
  const command: Command = { key, request: '', actor: { kind: 'staff', id: staffId, name }, now };
  const founded = foundDistrict({ ...district, now });
  if ('refusal' in founded) throw accessProblem(founded.refusal);
  const account = open({ loginName, name, roles: ['admin'], scope: district.id }, now);
  const password = await initialPassword(parts, command);
  const step = { before: undefined };
  const result = await parts.ledger.commit(
    [
      stepOf(command, { type: organisationType, id: district.id, ...step, ...founded }),
      stepOf(command, { type: staffType, id: staffId, ...step, ...account }),
    ],
    [
      districtIsFirst,
      loginNameTaken(loginName, staffId),
      newCredential(staffId, await parts.passwords.hash(password)),
    ],
  );
  if (result.outcome !== 'committed') throw accessProblem('access.district_exists');
  return {
    administrator: { staffId, sessionId: '', name, roles: ['admin'], scope: district.id },
    initialPassword: password,
  };
};
