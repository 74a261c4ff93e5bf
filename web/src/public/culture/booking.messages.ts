import { ApiProblem } from '../../api/client.ts';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { codeOf, fieldMessage, problemMessage } from '../messages/messages.ts';
import { bookingWords } from '../public.words.ts';

/** What a refusal means for whoever enrolled or booked, in the language now shown. */
export const refusalMessage = (code: string): string =>
  bookingWords.find(`problem.${code}`) ?? problemMessage(code);

/** Everything an answer objects to, each at its field; without a field, at none. */
export const messagesOf = (thrown: unknown): readonly FieldMessage[] => {
  if (thrown instanceof ApiProblem && thrown.errors.length > 0) {
    return thrown.errors.map((problem) => ({ name: problem.path, message: fieldMessage(problem) }));
  }
  return [{ name: '', message: refusalMessage(codeOf(thrown)) }];
};

/** The number or time a refusal names; empty when it names none. */
export const detailOf = (thrown: unknown): string => (thrown instanceof ApiProblem ? thrown.detail : '');
