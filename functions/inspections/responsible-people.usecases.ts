import { readStaff } from '../access/staff.store.ts';
import { parentOf } from '../platform/contract/node-path.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Core } from '../platform/runtime/core.ts';

interface ResponsiblePerson {
  readonly id: string;
  readonly name: string;
  readonly lead: boolean;
}

/** Those who visit or lead in a village or its whole town, leads first. */
export const responsiblePeople = async (
  { store }: Pick<Core, 'store'>,
  village: string,
  caller: Principal,
): Promise<ResponsiblePerson[]> => {
  admitNode(village, caller);
  const staff = await readStaff(store, parentOf(village) ?? village);
  return staff
    .filter(({ status, scope }) => status === 'active' && isWithin(village, scope))
    .filter(({ roles }) => roles.includes('lead') || roles.includes('visitor'))
    .map(({ staffId, name, roles }) => ({ id: staffId, name, lead: roles.includes('lead') }))
    .sort((a, b) => Number(b.lead) - Number(a.lead) || a.name.localeCompare(b.name, 'zh-CN'));
};
