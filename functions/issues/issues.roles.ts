import type { Role } from '../platform/contract/roles.ts';

/** Those who take a resident's problem down: an issue lies at a place, and a department's area has no places. */
export const registrars = ['visitor', 'lead', 'supervisor', 'culture', 'disability', 'admin'] as const;

/** Who says which department a category belongs to; the culture office for its own. */
export const owning = ['culture', 'admin'] as const satisfies readonly Role[];

/** Who can answer for a town in a bureau's name; whoever walks from door to door cannot. */
export const officials = [
  'lead',
  'supervisor',
  'handler',
  'culture',
  'disability',
  'admin',
] as const satisfies readonly Role[];

/** Everybody who does something with issues. */
export const officers = [...registrars, 'handler'] as const;

/** Everybody who may see issues; inspectors and auditors see and change nothing. */
export const readers = [...officers, 'inspector', 'auditor'] as const satisfies readonly Role[];
