import { caseKey } from '../platform/ledger/case-keys.ts';
import type { CaseType, Companion } from '../platform/ledger/steps.ts';
import { inspectionKeptUntil } from './inspections.retention.ts';
import { type Inspection, inspectionSchema } from './inspections.states.ts';

export const inspectionType: CaseType<Inspection> = {
  kind: 'INSPECTION',
  schema: inspectionSchema,
  raisedAt: ({ drawnAt }) => drawnAt,
  dueAt: () => undefined,
  keptUntil: inspectionKeptUntil,
};

/** Holds a check's commit to its inspection running at that very moment. */
export const inspectionRuns = (inspection: string): Companion<'inspection.not_running'> => ({
  write: {
    ConditionCheck: {
      Key: caseKey(inspectionType.kind, inspection, 'STATE'),
      ConditionExpression: '#state.#state = :running',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':running': 'running' },
    },
  },
  refusal: 'inspection.not_running',
});
