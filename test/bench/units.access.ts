import type { accessContract } from '../../functions/access/access.contract.ts';
import type { accessPublicContract } from '../../functions/access/access-public.contract.ts';
import { organisationType } from '../../functions/access/organisations.store.ts';
import { closeNode, establishNode } from '../../functions/access/organisations.usecases.ts';
import { signIn } from '../../functions/access/sign-in.usecases.ts';
import { staffType } from '../../functions/access/staff.store.ts';
import { suspendStaff } from '../../functions/access/staff.usecases.ts';
import { idOfPath } from '../../functions/platform/contract/node-path.ts';
import type { Call } from '../support/call.ts';
import { type Account, type District, intentOf, places } from '../support/district.ts';
import type { Plays } from './units.plays.ts';

interface Ready {
  /** An account nobody has done anything with yet. */
  readonly newcomer: () => Promise<Account>;
  /** The id of a village nobody has done anything with yet. */
  readonly village: () => Promise<string>;
  readonly nextVillage: () => string;
  readonly staffCommand: (account: Account, body?: object) => Promise<Call>;
  readonly nodeCommand: (nodeId: string, body?: object) => Promise<Call>;
}

const readyOn = ({ parts, administrator, staff }: District): Ready => {
  let made = 0;
  const cookie = administrator.cookie;
  const nextVillage = (): string => {
    made += 1;
    return `${idOfPath(places.town)}${String(300 + made)}`;
  };
  return {
    nextVillage,
    newcomer: () => {
      made += 1;
      return staff({ loginName: `newcomer.${made}`, name: '新人', roles: ['visitor'], scope: places.town });
    },
    village: async () => {
      const id = nextVillage();
      const name = { zh: '新村', en: 'New Village' };
      await establishNode(parts, intentOf(administrator.principal, parts), { parent: places.town, id, name });
      return id;
    },
    staffCommand: async ({ principal: { staffId } }, body = {}) => {
      const stored = await parts.ledger.read(staffType, staffId);
      return { cookie, params: { staffId }, body, ifMatch: stored?.version ?? 0 };
    },
    nodeCommand: async (nodeId, body = {}) => {
      const stored = await parts.ledger.read(organisationType, nodeId);
      return { cookie, params: { nodeId }, body, ifMatch: stored?.version ?? 0 };
    },
  };
};

export const accessPlays = (district: District): Plays<typeof accessContract> => {
  const { administrator, parts, accounts } = district;
  const { cookie } = administrator;
  const { newcomer, village, nextVillage, staffCommand, nodeCommand } = readyOn(district);
  const byAdministrator = () => intentOf(administrator.principal, parts);
  let opened = 0;
  return {
    whoAmI: async () => ({ cookie: accounts.lead.cookie }),
    sessions: async () => ({ cookie }),
    revokeSession: async () => {
      const { loginName, password } = administrator;
      const now = parts.clock.now();
      const { session } = await signIn(parts, {
        ...{ loginName, password, now, sourceIp: '192.0.2.1', userAgent: '' },
      });
      return { cookie, params: { sessionId: session.digest } };
    },
    changePassword: async () => {
      const account = await newcomer();
      const body = { oldPassword: account.password, newPassword: `${account.password} and another` };
      return { cookie: account.cookie, body };
    },
    staff: async () => ({ cookie, query: { node: places.district } }),
    staffMember: async () => ({ cookie, params: { staffId: accounts.lead.principal.staffId } }),
    openAccount: async () => {
      opened += 1;
      const body = { loginName: `opened.${opened}`, name: '新人', roles: ['visitor'], scope: places.town };
      return { cookie, body };
    },
    assignment: async () => staffCommand(await newcomer(), { roles: ['lead'], scope: places.village }),
    suspension: async () => staffCommand(await newcomer()),
    reinstatement: async () => {
      const account = await newcomer();
      const { ifMatch } = await staffCommand(account);
      await suspendStaff(parts, { ...byAdministrator(), ifMatch }, account.principal.staffId);
      return staffCommand(account);
    },
    'password-reset': async () => staffCommand(await newcomer()),
    establish: async () => ({
      cookie,
      body: { parent: places.town, id: nextVillage(), name: { zh: '新村', en: 'New Village' } },
    }),
    name: async () => nodeCommand(await village(), { name: { zh: '改名村', en: 'Renamed Village' } }),
    closing: async () => nodeCommand(await village()),
    reopening: async () => {
      const id = await village();
      await closeNode(parts, { ...byAdministrator(), ifMatch: 1 }, id);
      return nodeCommand(id);
    },
  };
};

export const accessPublicPlays = ({ accounts, parts }: District): Plays<typeof accessPublicContract> => {
  const { loginName, password } = accounts.visitor;
  return {
    signIn: async () => ({ body: { loginName, password } }),
    signOut: async () => {
      const now = parts.clock.now();
      const { staffId, token } = await signIn(parts, {
        ...{ loginName, password, now, sourceIp: '192.0.2.1', userAgent: '' },
      });
      return { cookie: `huimin-session=${staffId}.${token}` };
    },
    organisations: async () => ({}),
  };
};
