import { explanationOf } from './messages.words.ts';

export { codeOf } from '../../api/client.ts';

/** What a refusal means and what to do about it, in the language now shown. */
export const problemMessage = (code: string): string => explanationOf(code);

/** What is wrong with a field; `n` is the number that belongs to the code. */
export const fieldMessage = (code: string, n: string): string => explanationOf(code, n);
