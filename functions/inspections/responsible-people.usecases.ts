import type { StaffRow } from '../access/access.views.ts';
import { readStaffPage } from '../access/staff.store.ts';
import { platformProblem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { ItemKey } from '../platform/runtime/store.ts';

interface ResponsiblePerson {
  readonly id: string;
  readonly name: string;
  readonly lead: boolean;
}

const staffUnder = async ({ store }: Pick<Core, 'store'>, node: string): Promise<StaffRow[]> => {
  const found: StaffRow[] = [];
  let from: ItemKey | undefined;
  do {
    const { rows, last } = await readStaffPage(store, node, from);
    found.push(...rows);
    from = last && { PK: String(last['PK']), SK: String(last['SK']) };
  } while (from);
  return found;
};

/** Those who visit or lead in a village or its whole town, leads first. */
export const responsiblePeople = async (
  core: Pick<Core, 'store'>,
  village: string,
  caller: Principal,
): Promise<ResponsiblePerson[]> => {
  if (!isWithin(village, caller.scope)) throw platformProblem('access.scope');
  const town = village.slice(0, village.lastIndexOf('/'));
  const staff = await staffUnder(core, town === '' ? village : town);
  return staff
    .filter(({ status, scope }) => status === 'active' && isWithin(village, scope))
    .filter(({ roles }) => roles.includes('lead') || roles.includes('visitor'))
    .map(({ staffId, name, roles }) => ({ id: staffId, name, lead: roles.includes('lead') }))
    .sort((a, b) => Number(b.lead) - Number(a.lead) || a.name.localeCompare(b.name, 'zh-CN'));
};
