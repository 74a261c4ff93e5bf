import { beforeEach, describe, expect, it } from 'vitest';
import { commonWords } from '../../web/src/lib/i18n/common.words.ts';
import {
  type Dictionary,
  defineWords,
  language,
  setLanguage,
  type Translation,
} from '../../web/src/lib/i18n/i18n.ts';

interface Module {
  words: Dictionary;
}
const chinese = import.meta.glob<Module>('../../web/src/**/*.zh.ts', { eager: true });
const english = import.meta.glob<Module>('../../web/src/**/*.en.ts', { eager: true });
const dictionaries = Object.entries(chinese).map(([path, { words }]): [string, Dictionary, Dictionary] => [
  path,
  words,
  english[path.replace('.zh.ts', '.en.ts')]?.words ?? {},
]);
const places = (text: string): string[] => [...(text.match(/\{\w+\}/g) ?? [])].sort();
/** Places whose number a word goes by. */
const counted = (text: string): string[] => [...text.matchAll(/\{(\w+):/g)].map(([, name]) => `{${name}}`);

const greeting = { hello: '你好，{name}', bye: '再见' } as const;

describe('dictionaries', () => {
  it('there are at least those of the shell', () => {
    expect(dictionaries.length).toBeGreaterThanOrEqual(3);
  });

  it.each(dictionaries)('%s has the same keys and places to fill in English', (_path, zh, en) => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const [key, text] of Object.entries(zh))
      expect([key, places(en[key] ?? '')]).toEqual([key, places(text)]);
  });

  it.each(dictionaries)('%s says one or many of a number that stands there', (_path, _zh, en) => {
    const unknown = Object.entries(en).filter(([, text]) =>
      counted(text).some((place) => !places(text).includes(place)),
    );
    expect(unknown).toEqual([]);
  });

  it.each(dictionaries)('%s leaves no text empty and no Chinese in the English', (_path, zh, en) => {
    expect(Object.values(zh).filter((text) => text.trim() === '')).toEqual([]);
    const mixed = Object.entries(en).filter(
      ([key, text]) => /\p{Script=Han}/u.test(text) && key !== 'display.menu',
    );
    expect(mixed).toEqual([]);
  });

  it('a gap, an extra key or a place left unfilled does not compile', () => {
    // @ts-expect-error a key is missing
    const gap = { hello: 'Hello, {name}' } as const satisfies Translation<typeof greeting>;
    // @ts-expect-error a key too many
    const extra = { hello: 'Hello, {name}', bye: 'Bye', again: 'Again' } as const satisfies Translation<
      typeof greeting
    >;
    // @ts-expect-error the name must be given
    const unfilled = (): string => commonWords.t('photo.remove');
    // @ts-expect-error there is no such key
    const unknown = (): string => commonWords.t('photo.eat');
    expect([gap, extra, unfilled, unknown]).toHaveLength(4);
  });
});

describe('language', () => {
  beforeEach(() => setLanguage('zh-CN'));

  const define = (en: () => Promise<{ words: Translation<typeof greeting> }>) =>
    defineWords({ 'zh-CN': async () => ({ words: greeting }), en });

  it('words in use follow a change of language, and the page says which it speaks', async () => {
    const words = define(async () => ({ words: { hello: 'Hello, {name}', bye: 'Bye' } }));
    await words.load();
    expect(words.t('hello', { name: '王' })).toBe('你好，王');
    await setLanguage('en');
    expect(words.t('hello', { name: 'Wang' })).toBe('Hello, Wang');
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('huimin.language')).toBe('en');
  });

  it('a language whose words cannot be brought is not shown by halves', async () => {
    let isNetworkUp = false;
    const words = define(async () => {
      if (!isNetworkUp) throw new TypeError('network down');
      return { words: { hello: 'Hello, {name}', bye: 'Bye' } };
    });
    await words.load();
    await expect(setLanguage('en')).rejects.toThrow('network down');
    expect(language()).toBe('zh-CN');
    expect(words.t('bye')).toBe('再见');
    isNetworkUp = true;
    await setLanguage('en');
    expect(words.t('bye')).toBe('Bye');
  });

  it('text typed by people is put in as it stands, even if it looks like a place', async () => {
    const words = define(async () => ({ words: greeting }));
    await words.load();
    expect(words.t('hello', { name: '{bye} $& <b>' })).toBe('你好，{bye} $& <b>');
  });
});
