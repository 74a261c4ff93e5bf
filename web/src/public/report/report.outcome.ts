import { createOutcome } from '../questions/outcome.ts';
import { hasTexts } from '../session.ts';

export interface Receipt {
  readonly reference: string;
  readonly code: string;
  /** RFC 3339. */
  readonly raisedAt: string;
}

const isReceipt = (value: unknown): value is Receipt => hasTexts(value, ['reference', 'code', 'raisedAt']);

export const outcome = createOutcome('report', isReceipt);
