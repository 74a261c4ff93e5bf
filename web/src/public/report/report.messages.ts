import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { fieldMessage } from '../messages/messages.ts';
import { reportWords } from '../public.words.ts';
import type { words } from './report.zh.ts';

const { t } = reportWords;

/** Better than "fill this in": what exactly is missing. */
const missingWords: Readonly<Record<string, keyof typeof words & `missing.${string}`>> = {
  what: 'missing.what',
  'place.path': 'missing.town',
  'place.text': 'missing.place',
  forWhom: 'missing.for',
  'reporter.name': 'missing.name',
  otherName: 'missing.other',
  'reporter.phone': 'missing.phone',
};
const saysMissing = ['field.required', 'field.choice', 'id.invalid'];

const messageOf = (problem: FieldProblem): string => {
  const missing = missingWords[problem.path];
  return missing !== undefined && saysMissing.includes(problem.code) ? t(missing) : fieldMessage(problem);
};

/** What is wrong with the answers, in words; the first word per field is enough. */
export const messagesOf = (problems: readonly FieldProblem[]): readonly FieldMessage[] =>
  problems
    .filter(({ path }, index) => problems.findIndex((other) => other.path === path) === index)
    .map((problem) => ({ name: problem.path, message: messageOf(problem) }));
