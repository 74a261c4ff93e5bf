import { problemMessage } from '../messages/messages.ts';
import { cultureWords } from '../public.words.ts';

/** What a refusal means for whoever looks what is on, in the language now shown. */
export const refusalMessage = (code: string): string =>
  cultureWords.find(`problem.${code}`) ?? problemMessage(code);
