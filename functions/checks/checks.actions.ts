import type { Role } from '../platform/contract/roles.ts';

/** Runs say how many, of what and when, and nothing of anybody: whoever oversees a place sees all of them. */
export const runReaders = [
  'lead',
  'supervisor',
  'inspector',
  'admin',
  'auditor',
] as const satisfies readonly Role[];
