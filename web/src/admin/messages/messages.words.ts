import { type Dictionary, defineWords, type Translation, type Words } from '../../lib/i18n/i18n.ts';

/** What fields and the service can object to on any page. */
export const messageWords = defineWords({
  'zh-CN': () => import('./messages.zh.ts'),
  en: () => import('./messages.en.ts'),
});

const explaining: Pick<Words<Dictionary>, 'find'>[] = [messageWords];

/** What only one noun can object to, by its problem table; brought with that noun's pages. */
export const defineProblemWords = <const Zh extends Dictionary>(sources: {
  'zh-CN': () => Promise<{ words: Zh }>;
  en: () => Promise<{ words: Translation<Zh> }>;
}): Words<Zh> => {
  const words = defineWords(sources);
  explaining.push(words);
  return words;
};

/** What a code means, by the words brought so far; those of a page are all here before it is shown. */
export const explanationOf = (code: string, n = ''): string =>
  explaining.map((words) => words.find(code, { n })).find((text) => text !== undefined) ??
  messageWords.t('service.failed');
