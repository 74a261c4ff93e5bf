import { accessProblems } from '../../../../functions/access/access.problems.ts';
import { campaignProblems } from '../../../../functions/campaigns/campaigns.problems.ts';
import { householdProblems } from '../../../../functions/households/households.problems.ts';
import { inspectionProblems } from '../../../../functions/inspections/inspections.problems.ts';
import { issueProblems } from '../../../../functions/issues/issues.problems.ts';
import { photoProblems } from '../../../../functions/photos/photos.problems.ts';
import { fieldMessages } from '../../../../functions/platform/contract/fields.ts';
import { platformProblems } from '../../../../functions/platform/contract/problems.ts';
import { visitProblems } from '../../../../functions/visits/visits.problems.ts';
import { ApiProblem, unreachable } from '../../api/client.ts';
import { messageWords } from './messages.words.ts';

const problems = {
  ...platformProblems,
  ...accessProblems,
  ...issueProblems,
  ...inspectionProblems,
  ...householdProblems,
  ...campaignProblems,
  ...visitProblems,
  ...photoProblems,
  [unreachable]: undefined,
};

const isKnown = <T extends object>(table: T, code: string): code is keyof T & string =>
  Object.hasOwn(table, code);

/** The code of anything thrown; what is no answer of the service is a failure of ours. */
export const codeOf = (thrown: unknown): string =>
  thrown instanceof ApiProblem ? thrown.code : 'service.failed';

/** What a refusal means and what to do about it, in the language now shown. */
export const problemMessage = (code: string): string =>
  messageWords.t(isKnown(problems, code) ? code : 'service.failed');

/** What is wrong with a field; `n` is the number that belongs to the code. */
export const fieldMessage = (code: string, n: string): string =>
  isKnown(fieldMessages, code) ? messageWords.t(code, { n }) : problemMessage(code);
