import type { Role } from '../../platform/contract/roles.ts';
import { demoTowns, departmentOf, kuangqu, villagesOf, yongan } from './district.ts';

export interface DemoAccount {
  readonly loginName: string;
  readonly name: string;
  readonly roles: readonly [Role, ...Role[]];
  readonly scope: string;
}

/** The password of every demo account; printed at the start, and good for nothing else. */
export const demoPassword = 'huimin-demo-2026';

const yonganTown = demoTowns.find(({ path }) => path === yongan);
if (!yonganTown) throw new Error('the demo district has no Yong’an');

const kuangquTown = demoTowns.find(({ path }) => path === kuangqu);
const [lixin] = kuangquTown ? villagesOf(kuangquTown) : [];
if (!lixin) throw new Error('the demo district has no 立新');

/** Two people of the community whose campaign is under way. */
export const villageAccounts: readonly DemoAccount[] = [
  { loginName: 'community', name: '孔令辉', roles: ['lead', 'visitor'], scope: lixin.path },
  { loginName: 'doorstep', name: '颜秀兰', roles: ['visitor'], scope: lixin.path },
];

/** Keeps the culture centre of the same community. */
export const demoKeeper: DemoAccount = {
  ...{ loginName: 'keeper', name: '褚凤霞', roles: ['culture'], scope: lixin.path },
};

export const demoCulture: DemoAccount = {
  ...{ loginName: 'culture', name: '宋文静', roles: ['culture'], scope: '370402' },
};

/** One account per role; the first administrator of the district stands beside them. */
export const demoAdministrator: DemoAccount = {
  loginName: 'admin',
  name: '董海涛',
  roles: ['admin'],
  scope: '370402',
};

export const demoAccounts: readonly DemoAccount[] = [
  { loginName: 'supervisor', name: '冯立新', roles: ['supervisor'], scope: yongan },
  { loginName: 'supervision', name: '丁卫东', roles: ['supervisor'], scope: '370402' },
  { loginName: 'lead', name: '高建国', roles: ['lead'], scope: yongan },
  { loginName: 'handler', name: '马志强', roles: ['handler'], scope: departmentOf(yonganTown, 'chengjian') },
  { loginName: 'visitor', name: '周雪', roles: ['visitor'], scope: yongan },
  { loginName: 'inspector', name: '韩永平', roles: ['inspector'], scope: kuangqu },
  demoCulture,
  { loginName: 'disability', name: '于春华', roles: ['disability'], scope: '370402' },
  { loginName: 'fed-town', name: '孙桂兰', roles: ['disability'], scope: yongan },
  { loginName: 'contractor', name: '徐德胜', roles: ['contractor'], scope: '370402' },
  { loginName: 'auditor', name: '郭晓东', roles: ['auditor'], scope: '370402' },
  ...villageAccounts,
  demoKeeper,
];
