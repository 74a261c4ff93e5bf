import type { StaffRow } from '../access/access.views.ts';
import type { Staff } from '../access/staff.states.ts';
import { readStaffAt, staffType } from '../access/staff.store.ts';
import { parentOf } from '../platform/contract/node-path.ts';
import type { Officer } from '../platform/contract/officer.ts';
import type { Role } from '../platform/contract/roles.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Store } from '../platform/runtime/store.ts';
import type { Reason } from './messages.words.ts';
import type { Audience } from './telling.ts';

/** Somebody who is to be told, and why it is them. */
export interface Recipient {
  readonly to: Officer;
  readonly of: string;
  readonly reason: Reason;
  readonly instead?: string | undefined;
}

/** Who may be told where there is nobody below, besides those the matter is for. */
const above = ['lead', 'supervisor'] as const satisfies readonly Role[];

/** Looks people up for several audiences: an organisation and a person once each. */
export const createDirectory = (store: Store) => {
  const places = new Map<string, Promise<readonly StaffRow[]>>();
  const people = new Map<string, Promise<readonly Stored<Staff>[]>>();
  return {
    at: (node: string): Promise<readonly StaffRow[]> => {
      const known = places.get(node) ?? readStaffAt(store, node);
      places.set(node, known);
      return known;
    },
    /** The account when it can sign in. */
    active: async (id: string): Promise<Stored<Staff> | undefined> => {
      const known = people.get(id) ?? readCases(store, staffType, [id]);
      people.set(id, known);
      return (await known).find(({ state }) => state.status === 'active');
    },
  };
};
export type Directory = ReturnType<typeof createDirectory>;

const holders = (
  rows: readonly StaffRow[],
  roles: readonly Role[],
  why: Pick<Recipient, 'reason' | 'instead'>,
): Recipient[] =>
  rows
    .filter((row) => row.roles.some((role) => roles.includes(role)))
    .map(({ staffId, name, scope }) => ({ to: { id: staffId, name }, of: scope, ...why }));

/**
 * The person who took it on; or those of the fitting role at the place; or, where there is nobody, those above it, one
 * organisation after the other, and at the district at last its administrators. Usually one read.
 */
export const recipientsOf = async (
  directory: Directory,
  { officer, node, roles, upwards }: Audience,
): Promise<readonly Recipient[]> => {
  const own = officer && (await directory.active(officer.id));
  if (own) {
    const { name, scope } = own.state;
    return [{ to: { id: own.id, name }, of: scope, reason: 'yours' }];
  }
  const there = holders(await directory.at(node), roles, { reason: 'role' });
  if (there.length > 0 || upwards === 'nowhere') return there;
  const [fitting, why] =
    upwards === 'overseeing'
      ? [roles, { reason: 'role' } as const]
      : [[...roles, ...above], { reason: 'above', instead: node } as const];
  for (let next = parentOf(node); next !== undefined; next = parentOf(next)) {
    const found = holders(await directory.at(next), fitting, why);
    if (found.length > 0) return found;
  }
  const district = node.split('/')[0] ?? node;
  return holders(await directory.at(district), [...above, 'admin'], { reason: 'nobody', instead: node });
};
