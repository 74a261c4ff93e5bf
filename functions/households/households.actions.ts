import type { Role } from '../platform/contract/roles.ts';

/** Who sees the register of their area, personal data masked. */
export const readers = [
  'visitor',
  'lead',
  'supervisor',
  'inspector',
  'disability',
  'admin',
  'auditor',
] as const;

/** Who keeps it. */
export const keepers = ['lead', 'admin'] as const;

/** Who writes a household down for the first time: whoever visits finds doors nobody knew. */
export const registrars = ['visitor', ...keepers] as const;

/** Who may open names, ID numbers and phones, one household at a time, each opening recorded. */
export const openers = ['visitor', 'lead', 'disability', 'admin'] as const satisfies readonly Role[];

/** Who sees in a timeline what a service was; for everybody else somebody of the household received one. */
export const serviceKnowers = ['disability'] as const satisfies readonly Role[];
