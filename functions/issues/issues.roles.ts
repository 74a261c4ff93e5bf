import type { Role } from '../platform/contract/roles.ts';

/** Those who take a resident's problem down: an issue lies at a place, and a department's area has no places. */
export const registrars = ['visitor', 'lead', 'supervisor', 'culture', 'disability', 'admin'] as const;

/** Everybody who does something with issues. */
export const officers = [...registrars, 'handler'] as const;

/** Everybody who may see issues; inspectors and auditors see and change nothing. */
export const readers = [...officers, 'inspector', 'auditor'] as const satisfies readonly Role[];
