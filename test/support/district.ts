import { randomUUID } from 'node:crypto';
import type { AccessParts } from '../../functions/access/access.parts.ts';
import { organisationProjector, staffProjector } from '../../functions/access/access.projector.ts';
import { foundWithAdministrator } from '../../functions/access/first-administrator.usecases.ts';
import { establishNode } from '../../functions/access/organisations.usecases.ts';
import { createPasswords } from '../../functions/access/password-hash.ts';
import { changePassword } from '../../functions/access/passwords.usecases.ts';
import { authenticate } from '../../functions/access/sessions.usecases.ts';
import { signIn } from '../../functions/access/sign-in.usecases.ts';
import type { NewStaff } from '../../functions/access/staff.rules.ts';
import { openAccount } from '../../functions/access/staff.usecases.ts';
import { idOfPath } from '../../functions/platform/contract/node-path.ts';
import { type Principal, type Role, roles } from '../../functions/platform/contract/roles.ts';
import type { Projector } from '../../functions/platform/ledger/projections.ts';
import type { StaffCommand } from '../../functions/platform/ledger/staff-command.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { applyProjection } from './projections.ts';

/** A small district: two towns, three villages, a bureau of the district and an office of a town. */
export const places = {
  district: '370402',
  town: '370402/370402101',
  village: '370402/370402101/370402101201',
  secondVillage: '370402/370402101/370402101202',
  townOffice: '370402/370402101/370402101-cgb',
  otherTown: '370402/370402102',
  otherVillage: '370402/370402102/370402102201',
  bureau: '370402/370402-zjj',
} as const;

/** From the top down: each hangs on one that has to be there. */
const nodes = [
  { path: places.town, name: { zh: '永安镇', en: "Yong'an Town" } },
  { path: places.village, name: { zh: '东村', en: 'East Village' } },
  { path: places.secondVillage, name: { zh: '西村', en: 'West Village' } },
  { path: places.townOffice, name: { zh: '城管办', en: 'Town Management Office' } },
  { path: places.otherTown, name: { zh: '矿区街道', en: 'Kuangqu Sub-district' } },
  { path: places.otherVillage, name: { zh: '矿山社区', en: 'Kuangshan Community' } },
  { path: places.bureau, name: { zh: '住建局', en: 'Housing Bureau' } },
] as const;

export interface Account {
  readonly principal: Principal;
  readonly loginName: string;
  readonly password: string;
  /** The Cookie header of a session that is signed in. */
  readonly cookie: string;
}

export interface District {
  readonly parts: AccessParts;
  /** Administers the whole district. */
  readonly administrator: Account;
  /** One account for each role; in the town, but the handler in the bureau. */
  readonly accounts: Readonly<Record<Role, Account>>;
  /** One more, opened by the district's administrator and signed in with a password of its own. */
  readonly staff: (account: NewStaff) => Promise<Account>;
}

/** As cheap as can be: what the cost is for is tested where it is set. */
export const cheapPasswords = createPasswords({ N: 2, r: 1, p: 1 });

export const intentOf = (caller: Principal, { clock }: Pick<Core, 'clock'>): StaffCommand => {
  const key = randomUUID();
  return { caller, key, digest: `digest of ${key}`, ifMatch: undefined, now: clock.now() };
};

/** What the stream would do: brings the lists up to what these cases say now. */
export const projected = async <S>(
  { store }: Pick<Core, 'store'>,
  projector: Projector<S>,
  id: string,
): Promise<void> => {
  const image = await store.get({ PK: `${projector.type.kind}#${id}`, SK: 'STATE' });
  if (!image) throw new Error(`there is no ${projector.type.kind} ${id}`);
  await applyProjection(store, projector, image, 'stream');
};

const signedIn = async (
  parts: AccessParts,
  loginName: string,
  password: string,
): Promise<Pick<Account, 'cookie' | 'principal'>> => {
  const now = parts.clock.now();
  const { staffId, token } = await signIn(parts, {
    loginName,
    password,
    // Everybody from a place of their own: not even a hundred at once are held for one who guesses.
    sourceIp: `where ${loginName} is`,
    userAgent: '',
    now,
  });
  const cookie = `huimin-session=${staffId}.${token}`;
  const principal = await authenticate(parts)([cookie], now);
  if (!principal) throw new Error(`${loginName} is not signed in`);
  return { cookie, principal };
};

/** Signs in with the password that was handed out and chooses another, as everybody has to. */
const settled = async (parts: AccessParts, loginName: string, initialPassword: string): Promise<Account> => {
  const { cookie, principal: caller } = await signedIn(parts, loginName, initialPassword);
  const password = `Own secret of 24 for account ${randomUUID()}`;
  await changePassword(parts, {
    ...intentOf(caller, parts),
    oldPassword: initialPassword,
    newPassword: password,
  });
  const principal = await authenticate(parts)([cookie], parts.clock.now());
  if (!principal) throw new Error(`${loginName} is no longer signed in`);
  return { principal, loginName, password, cookie };
};

const scopeOf = (role: Role): string => (role === 'handler' ? places.bureau : places.town);

/** Builds the district through the use cases people have, in an empty table. */
export const buildDistrict = async (core: Core): Promise<District> => {
  const parts = { ...core, passwords: cheapPasswords };
  const founding = await foundWithAdministrator(parts, {
    district: { id: places.district, name: { zh: '市中区', en: 'Shizhong District' } },
    loginName: 'district.office',
    name: '王红',
    now: core.clock.now(),
  });
  const caller = founding.administrator;
  await projected(core, organisationProjector, places.district);
  await projected(core, staffProjector, caller.staffId);
  for (const { path, name } of nodes) {
    const parent = path.slice(0, path.lastIndexOf('/'));
    await establishNode(core, intentOf(caller, core), { parent, id: idOfPath(path), name });
    await projected(core, organisationProjector, idOfPath(path));
  }
  const staff = async (account: NewStaff): Promise<Account> => {
    const opened = await openAccount(parts, intentOf(caller, core), account);
    const settledAccount = await settled(parts, account.loginName, opened.initialPassword);
    await projected(core, staffProjector, opened.staff.id);
    return settledAccount;
  };
  const administrator = await settled(parts, 'district.office', founding.initialPassword);
  const accounts = await Promise.all(
    roles.map(
      async (role) =>
        [
          role,
          await staff({ loginName: `${role}.one`, name: `${role} 一`, roles: [role], scope: scopeOf(role) }),
        ] as const,
    ),
  );
  return { parts, administrator, accounts: recordOf(accounts), staff };
};

const recordOf = (entries: readonly (readonly [Role, Account])[]): Readonly<Record<Role, Account>> => {
  const of = (role: Role): Account => {
    const account = entries.find(([held]) => held === role)?.[1];
    if (!account) throw new Error(`no account has the role ${role}`);
    return account;
  };
  return {
    visitor: of('visitor'),
    lead: of('lead'),
    handler: of('handler'),
    supervisor: of('supervisor'),
    inspector: of('inspector'),
    culture: of('culture'),
    disability: of('disability'),
    contractor: of('contractor'),
    admin: of('admin'),
    auditor: of('auditor'),
  };
};
