import type { StaffRow } from '../access/access.views.ts';
import { readStaff } from '../access/staff.store.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Core } from '../platform/runtime/core.ts';
import { venueKeepers } from './venues.actions.ts';
import { readVenue, venueMissing } from './venues.usecases.ts';

/** The town a place belongs to, or is. */
const townOf = (node: string): string => node.split('/').slice(0, 2).join('/');

const keeps = ({ status, roles, scope }: StaffRow, node: string): boolean =>
  status === 'active' && venueKeepers.some((role) => roles.includes(role)) && isWithin(node, scope);

/**
 * Who of the venue's town keeps venues at its place, by login name; whoever acts for the whole district can be named,
 * but is not proposed. One strongly consistent read and a query, eventually consistent.
 * @throws Problem `venue.not_found`, `access.scope`.
 */
export const keepersFor = async (
  { ledger, store }: Pick<Core, 'ledger' | 'store'>,
  venue: string,
  caller: Principal,
): Promise<Pick<StaffRow, 'staffId' | 'name'>[]> => {
  const stored = await readVenue({ ledger }, venue);
  if (!stored) throw venueMissing();
  const { node } = stored.state;
  admitNode(node, caller);
  return (await readStaff(store, townOf(node)))
    .filter((row) => keeps(row, node))
    .map(({ staffId, name }) => ({ staffId, name }));
};
