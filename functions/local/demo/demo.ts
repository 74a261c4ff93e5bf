import type { AccessParts } from '../../access/access.parts.ts';
import { foundWithAdministrator } from '../../access/first-administrator.usecases.ts';
import {
  createOrganisationNodes,
  establishNode,
  type OrganisationNodes,
} from '../../access/organisations.usecases.ts';
import { createPasswords } from '../../access/password-hash.ts';
import { changePassword } from '../../access/passwords.usecases.ts';
import { signIn } from '../../access/sign-in.usecases.ts';
import { openAccount } from '../../access/staff.usecases.ts';
import { type Calendars, createCalendars } from '../../calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../calendar/calendar-published.usecases.ts';
import { projectors } from '../../insight/projectors.ts';
import { rebuildProjections } from '../../insight/rebuild.usecases.ts';
import type { Principal } from '../../platform/contract/roles.ts';
import type { Core } from '../../platform/runtime/core.ts';
import { addDays, type Instant, localDateOf, startOfDay } from '../../platform/runtime/time.ts';
import { type DemoAccount, demoAccounts, demoAdministrator, demoPassword } from './accounts.ts';
import { demoNodes } from './district.ts';
import { playIssues } from './issues.ts';
import { createPersonas } from './personas.ts';

export type Progress = (step: string) => void;

const daysBack = 100;

/** The account signs in with the password it was given and chooses the one all demo accounts have. */
const choosePassword = async (
  parts: AccessParts,
  { loginName, roles, name, scope }: DemoAccount,
  password: string,
  now: Instant,
): Promise<Principal> => {
  const { staffId, session } = await signIn(parts, {
    loginName,
    password,
    sourceIp: loginName,
    userAgent: '',
    now,
  });
  const caller: Principal = { staffId, sessionId: session.digest, name, roles, scope };
  const key = `demo-password-${loginName}`;
  await changePassword(parts, {
    caller,
    key,
    digest: key,
    now,
    oldPassword: password,
    newPassword: demoPassword,
  });
  return { ...caller, sessionId: '' };
};

const createTree = async (core: Core, administrator: Principal, now: Instant): Promise<void> => {
  const [district, ...nodes] = demoNodes;
  if (!district) throw new Error('the demo district is empty');
  for (const kind of ['town', 'department', 'village'] as const) {
    const group = nodes.filter((node) => node.kind === kind);
    await Promise.all(
      group.map(({ id, path, name }) =>
        establishNode(
          core,
          { caller: administrator, key: `demo-node-${id}`, digest: id, ifMatch: undefined, now },
          { parent: path.slice(0, path.lastIndexOf('/')), id, name },
        ),
      ),
    );
  }
};

/** All at once: their passwords are hashed slowly, on every core there is. */
const createAccounts = (parts: AccessParts, administrator: Principal, now: Instant): Promise<Principal[]> =>
  Promise.all(
    demoAccounts.map(async (account) => {
      const { loginName, name, roles, scope } = account;
      const key = `demo-staff-${loginName}`;
      const opened = await openAccount(
        parts,
        { caller: administrator, key, digest: key, ifMatch: undefined, now },
        { loginName, name, roles: [...roles], scope },
      );
      return choosePassword(parts, account, opened.initialPassword, now);
    }),
  );

/** The calendar and the tree don't change while the demo is played; asked for at every moment of it, once is enough. */
const asOfNow = (calendars: Calendars, now: Instant): Calendars['current'] => {
  const calendar = calendars.current(now);
  return () => calendar;
};

const asKnown = (core: Core, now: Instant): OrganisationNodes['at'] => {
  const nodes = createOrganisationNodes(core);
  return (path) => nodes.at(path, now);
};

/** The tree, the calendar and an account for every role, before anybody raises an issue. */
export interface FoundedDistrict {
  readonly accounts: readonly Principal[];
  readonly calendars: Calendars;
}

/** Days before today on which the demo district was set up. */
const foundedOn = (now: Instant): Instant => startOfDay(addDays(localDateOf(now), -daysBack));

/** Sets up the demo district in an empty table, through the use cases people have. */
export const foundDemo = async (
  parts: AccessParts,
  now: Instant,
  onProgress: Progress,
): Promise<FoundedDistrict> => {
  const founded = foundedOn(now);
  onProgress('calendar 2004–2026');
  const calendars = createCalendars(parts);
  await loadPublishedYears(calendars, founded);
  onProgress('district, towns, villages, departments');
  const [district] = demoNodes;
  if (!district) throw new Error('the demo district is empty');
  const { administrator, initialPassword } = await foundWithAdministrator(parts, {
    ...{ district, loginName: demoAdministrator.loginName, name: demoAdministrator.name, now: founded },
  });
  await createTree(parts, administrator, founded);
  onProgress('an account for every role');
  await choosePassword(parts, demoAdministrator, initialPassword, founded);
  return { accounts: await createAccounts(parts, administrator, founded), calendars };
};

/** Lists and figures, once for each case as it stands now; the stream would do it for every version on the way. */
export const listDemo = async ({ store }: Pick<Core, 'store'>, now: Instant): Promise<void> => {
  await rebuildProjections(store, projectors, foundedOn(now).slice(0, 7), now.slice(0, 7));
};

/** Loads the demo district into an empty table through the use cases, as if its officers had worked for ten weeks. */
export const loadDemo = async (core: Core, now: Instant, onProgress: Progress): Promise<void> => {
  const parts: AccessParts = { ...core, passwords: createPasswords() };
  const { accounts, calendars } = await foundDemo(parts, now, onProgress);
  const deps = {
    ...core,
    calendars: { current: asOfNow(calendars, now) },
    nodes: { at: asKnown(core, now) },
  };
  await playIssues(deps, createPersonas(accounts), now, (done, of) => onProgress(`issues ${done} of ${of}`));
  onProgress('lists and figures');
  await listDemo(core, now);
};
