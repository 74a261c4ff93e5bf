import type { Role } from '../platform/contract/roles.ts';

/** Who sees campaigns, plans and coverage of their area. */
export const readers = ['visitor', 'lead', 'supervisor', 'inspector', 'admin', 'auditor'] as const;

/** Who answers for whether all were visited: those who read a proof. */
export const overseers = ['lead', 'supervisor', 'inspector', 'admin', 'auditor'] as const;

/** Who makes, starts and ends a campaign. */
export const keepers = ['admin'] as const;

/** Who says which household is whose. */
export const planners = ['lead', 'admin'] as const;

/** Who can be given households. */
export const assignable = ['visitor', 'lead'] as const satisfies readonly Role[];
