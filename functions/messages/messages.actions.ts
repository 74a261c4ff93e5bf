import type { Role } from '../platform/contract/roles.ts';

/** Who sees what could not be sent, and has it tried again. */
export const outboxReaders = ['admin', 'supervisor'] as const satisfies readonly Role[];

/** Who sets the mail address of other accounts. */
export const mailboxOwners = ['admin'] as const satisfies readonly Role[];
