import { createOutcome } from '../questions/outcome.ts';
import { hasTexts } from '../session.ts';

export interface Receipt {
  readonly reference: string;
  readonly code: string;
  /** RFC 3339. */
  readonly appliedAt: string;
  /** RFC 3339, until when the first step is to be done; empty when nobody can say yet. */
  readonly dueAt: string;
  /** Items with commas between. */
  readonly wants: string;
}

const isReceipt = (value: unknown): value is Receipt =>
  hasTexts(value, ['reference', 'code', 'appliedAt', 'dueAt', 'wants']);

export const outcome = createOutcome('renovation', isReceipt);
