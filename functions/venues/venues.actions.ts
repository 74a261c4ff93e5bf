import type { Role } from '../platform/contract/roles.ts';

/** Who keeps venues, their hours and their programme within their area; the keeper of one is of the culture role. */
export const venueKeepers = ['culture', 'admin'] as const satisfies readonly Role[];

export const venueReaders = [
  ...venueKeepers,
  'lead',
  'supervisor',
  'inspector',
  'visitor',
  'handler',
  'auditor',
] as const satisfies readonly Role[];
