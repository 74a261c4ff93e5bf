import type { Role } from '../platform/contract/roles.ts';

/** Who keeps these ledgers within their area: the federation of the node or of one above it. */
export const serviceKeepers = ['disability'] as const satisfies readonly Role[];

/** Who sets up depots and day centres. */
export const serviceConfigurers = ['disability', 'admin'] as const satisfies readonly Role[];

/** Who sees depots, centres, batches and events, in which nobody is named. */
export const thingReaders = ['disability', 'admin', 'auditor'] as const satisfies readonly Role[];

/** Who sees what was done for whom, names and numbers masked. */
export const personReaders = ['disability', 'auditor'] as const satisfies readonly Role[];

/** Who opens a name, number or phone, one at a time, each opening recorded. */
export const personOpeners = ['disability'] as const satisfies readonly Role[];

export const serviceFigureReaders = [
  'disability',
  'lead',
  'supervisor',
  'admin',
  'auditor',
] as const satisfies readonly Role[];
