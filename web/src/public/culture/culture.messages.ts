import { ApiProblem } from '../../api/client.ts';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { codeOf, fieldMessage, problemMessage } from '../messages/messages.ts';
import { cultureWords } from '../public.words.ts';

/** What a refusal means for whoever enrolled, in the language now shown. */
export const refusalMessage = (code: string): string =>
  cultureWords.find(`problem.${code}`) ?? problemMessage(code);

/** Everything an answer objects to, each at its field; without a field, at none. */
export const messagesOf = (thrown: unknown): readonly FieldMessage[] => {
  if (thrown instanceof ApiProblem && thrown.errors.length > 0) {
    return thrown.errors.map((problem) => ({ name: problem.path, message: fieldMessage(problem) }));
  }
  return [{ name: '', message: refusalMessage(codeOf(thrown)) }];
};
