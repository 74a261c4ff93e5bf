import { batch, createSignal } from 'solid-js';
import { readSetting, writeSetting } from '../local-settings.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words of one language by key: `{name}` marks a place to fill, `{name:day|days}` a word that goes by its number. */
export type Dictionary = Readonly<Record<string, string>>;
/** What every other language must offer: the same keys as the Chinese words, none missing, none extra. */
export type Translation<Zh extends Dictionary> = Readonly<Record<keyof Zh, string>>;

type PlaceIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceIn<Rest>
  : never;
type Fill = Readonly<Record<string, string | number>>;
type FillOf<Text extends string> = [PlaceIn<Text>] extends [never]
  ? []
  : [fill: Readonly<Record<PlaceIn<Text>, string | number>>];

export interface Words<Zh extends Dictionary> {
  /** The words for a key in the language now shown; reactive. The places a text has must be filled. */
  t: <Key extends keyof Zh & string>(key: Key, ...fill: FillOf<Zh[Key]>) => string;
  /** The words for a key that came from elsewhere, such as an answer's code; undefined for one it does not have. */
  find: (key: string, fill?: Fill) => string | undefined;
  /** Brings the words of the language now shown. Rejects when the network does. */
  load: () => Promise<void>;
}

const languageOfBrowser = (): Language => {
  for (const tag of navigator.languages) {
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
};

const [language, showLanguage] = createSignal<Language>(
  readSetting('language', LANGUAGES) ?? languageOfBrowser(),
);

export { language };

/** Dictionaries some page has asked for: a change of language must bring all of them before it shows. */
const inUse = new Set<(wanted: Language) => Promise<void>>();

/** Takes up the room of a character, and with it that of a space. */
const widePunctuation = /[\u3000-\u303f\uff00-\uffef]/;
const spaced = (space: string, edge: string | undefined): string =>
  widePunctuation.test(edge ?? '') ? '' : space;

/** A space beside a place is for what is not Chinese or a name: `{day} 前` becomes `11-30 前`, but `（周一）前`. */
const fillIn = (text: string, fill: Fill | undefined): string =>
  fill === undefined
    ? text
    : text
        .replaceAll(/\{(\w+):([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, many: string) =>
          String(fill[name]) === '1' ? one : many,
        )
        .replaceAll(/( ?)\{(\w+)\}( ?)/g, (place, before: string, name: string, after: string) => {
          if (fill[name] === undefined) return place;
          const value = String(fill[name]);
          return `${spaced(before, value[0])}${value}${spaced(after, value.at(-1))}`;
        });

/** Writes the language on <html>, for screen readers, hyphenation and fonts. Call once at the start. */
export const startLanguage = (): void => {
  document.documentElement.lang = language();
};

/** Shows the site in another language and remembers it. Rejects, changing nothing, when the words can't be loaded. */
export const setLanguage = async (wanted: Language): Promise<void> => {
  await Promise.all([...inUse].map((bring) => bring(wanted)));
  showLanguage(wanted);
  writeSetting('language', wanted);
  startLanguage();
};

/** One dictionary in its languages, each brought only when it is shown. Chinese is the original. */
export const defineWords = <const Zh extends Dictionary>(sources: {
  'zh-CN': () => Promise<{ words: Zh }>;
  en: () => Promise<{ words: Translation<Zh> }>;
}): Words<Zh> => {
  const [loaded, setLoaded] = createSignal<Partial<Record<Language, Translation<Zh>>>>({});

  const bring = async (wanted: Language): Promise<void> => {
    if (loaded()[wanted] !== undefined) return;
    const { words } = await sources[wanted]();
    batch(() => setLoaded((before) => ({ ...before, [wanted]: words })));
  };

  // The other language for a moment is better than a blank while the wanted one is on its way.
  const shown = (): Translation<Zh> | undefined => loaded()[language()] ?? loaded()['zh-CN'] ?? loaded().en;

  return {
    t: (key, ...fill: readonly Fill[]) => {
      const words = shown();
      if (words === undefined) throw new Error(`words asked for before they were loaded: ${key}`);
      return fillIn(words[key], fill[0]);
    },
    find: (key, fill) => {
      const words: Dictionary | undefined = shown();
      const text = words !== undefined && Object.hasOwn(words, key) ? words[key] : undefined;
      return text === undefined ? undefined : fillIn(text, fill);
    },
    load: async () => {
      inUse.add(bring);
      await bring(language());
    },
  };
};

/** For `lazy`: brings a page together with the words it speaks, so it never shows without them. */
export const withWords =
  <Page>(words: readonly Pick<Words<Dictionary>, 'load'>[], page: () => Promise<Page>) =>
  async (): Promise<Page> => {
    const [loadedPage] = await Promise.all([page(), ...words.map((each) => each.load())]);
    return loadedPage;
  };
