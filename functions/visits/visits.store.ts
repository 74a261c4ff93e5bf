import type { CaseType } from '../platform/ledger/steps.ts';
import { visitKeptUntil } from './visits.retention.ts';
import { type Visit, visitSchema } from './visits.states.ts';

export const visitType: CaseType<Visit> = {
  kind: 'VISIT',
  schema: visitSchema,
  raisedAt: ({ at }) => at,
  dueAt: () => undefined,
  keptUntil: visitKeptUntil,
};
