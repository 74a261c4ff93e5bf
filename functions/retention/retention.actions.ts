import type { Role } from '../platform/contract/roles.ts';

/** Who sees what is kept until when, and what is about to go: numbers, nobody's data. */
export const retentionReaders = ['admin', 'auditor'] as const satisfies readonly Role[];
