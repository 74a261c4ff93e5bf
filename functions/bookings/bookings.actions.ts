import type { Role } from '../platform/contract/roles.ts';

/** Who keeps bookings, within the area of their account: the culture office, its keepers and administrators. */
export const keepers = ['culture', 'admin'] as const satisfies readonly Role[];

/** Who may see them, names masked. */
export const readers = [
  ...keepers,
  'lead',
  'supervisor',
  'inspector',
  'visitor',
  'handler',
  'auditor',
] as const satisfies readonly Role[];
