import type { Role } from '../platform/contract/roles.ts';

/** Who sets figures of a year's plan, whatever they are about. */
export const targetKeepers = [
  'culture',
  'disability',
  'supervisor',
  'admin',
] as const satisfies readonly Role[];

export const targetReaders = [
  ...targetKeepers,
  'lead',
  'inspector',
  'visitor',
  'handler',
  'auditor',
] as const satisfies readonly Role[];
