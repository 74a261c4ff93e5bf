import { caseKey } from '../platform/ledger/case-keys.ts';
import type { CaseType, Companion } from '../platform/ledger/steps.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { type Check, checkSchema } from './checks.states.ts';
import { checkKeptUntil, rectificationKeptUntil } from './inspections.retention.ts';
import { type DiscrepancyKind, limits } from './inspections.words.ts';
import { type Rectification, rectificationSchema } from './rectifications.states.ts';

/** One for each visit of a started inspection, `<inspection>.<n>`: two who check at once don't meet. */
export const checkType: CaseType<Check> = {
  kind: 'CHECK',
  schema: checkSchema,
  raisedAt: ({ openedAt }) => openedAt,
  dueAt: () => undefined,
  keptUntil: checkKeptUntil,
};

export const rectificationType: CaseType<Rectification> = {
  kind: 'RECTIFICATION',
  schema: rectificationSchema,
  raisedAt: ({ issuedAt }) => issuedAt,
  dueAt: (rectification) => (rectification.state === 'open' ? rectification.due.dueAt : undefined),
  keptUntil: rectificationKeptUntil,
};

export const checkId = (inspection: string, n: number): string => `${inspection}.${n}`;

/** One for each kind of discrepancy of a check, so that a check recorded again finds those it led to. */
export const rectificationId = (inspection: string, n: number, kind: DiscrepancyKind): string =>
  referenceFrom(`rectification ${inspection} ${n} ${kind}`);

/** Every check an inspection can have, whether it has it or not: so they can be read along with it. */
export const checkKeys = (inspection: string): ItemKey[] =>
  Array.from({ length: limits.size }, (_, index) =>
    caseKey(checkType.kind, checkId(inspection, index + 1), 'STATE'),
  );

/** Holds the end of an inspection to the checks it was decided on. */
export const checkUnchanged = (id: string, version: number): Companion<'inspection.checks_changed'> => ({
  write: {
    ConditionCheck: {
      Key: caseKey(checkType.kind, id, 'STATE'),
      ConditionExpression: 'version = :seen',
      ExpressionAttributeValues: { ':seen': version },
    },
  },
  refusal: 'inspection.checks_changed',
});
