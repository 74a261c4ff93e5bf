import type { Role } from '../platform/contract/roles.ts';

/** Who plans what takes place within their area, and counts who was there. */
export const programmeKeepers = ['culture', 'admin'] as const satisfies readonly Role[];

export const programmeReaders = [
  ...programmeKeepers,
  'lead',
  'supervisor',
  'inspector',
  'visitor',
  'handler',
  'auditor',
] as const satisfies readonly Role[];
