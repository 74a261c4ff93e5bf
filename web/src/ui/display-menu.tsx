import { type Component, createUniqueId, onCleanup } from 'solid-js';
import {
  CONTRASTS,
  contrast,
  setContrast,
  setTextSize,
  setTheme,
  TEXT_SIZES,
  THEMES,
  textSize,
  theme,
} from '../lib/display.ts';
import { commonWords } from '../lib/i18n/common.words.ts';
import { LANGUAGES, type Language, language, setLanguage } from '../lib/i18n/i18n.ts';
import { type Option, RadioGroup } from './choice-field.tsx';
import { showToast } from './toast.tsx';
import './display-menu.css';

const { t } = commonWords;

/** Each language in its own words: whoever needs the switch can't read the page it stands on. */
const languageNames = { 'zh-CN': '简体中文', en: 'English' } satisfies Record<Language, string>;

const Choice = <Value extends string>(props: {
  label: string;
  values: readonly Value[];
  labelOf: (value: Value) => string;
  value: Value;
  onChange: (value: Value) => void;
}) => {
  const name = createUniqueId();
  const options = (): Option[] => props.values.map((value) => ({ value, label: props.labelOf(value) }));
  const change = (chosen: string): void => {
    const value = props.values.find((known) => known === chosen);
    if (value !== undefined) props.onChange(value);
  };
  return (
    <RadioGroup
      inline
      name={name}
      label={props.label}
      options={options()}
      value={props.value}
      onChange={change}
    />
  );
};

const changeLanguage = (wanted: Language): void => {
  setLanguage(wanted).catch(() => showToast(t('display.language.failed'), 'bad'));
};

/** Text size, contrast, colours and language; takes effect at once and is remembered in this browser. */
export const DisplayMenu: Component = () => {
  let menu: HTMLDetailsElement | undefined;
  const closeOutside = (event: Event): void => {
    if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  };
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !menu?.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  document.addEventListener('click', closeOutside);
  document.addEventListener('focusin', closeOutside);
  onCleanup(() => {
    document.removeEventListener('click', closeOutside);
    document.removeEventListener('focusin', closeOutside);
  });
  return (
    <details class="display-menu no-print" ref={(element) => (menu = element)} on:keydown={closeOnEscape}>
      <summary>{t('display.menu')}</summary>
      <div>
        <Choice
          label={t('display.text')}
          values={TEXT_SIZES}
          labelOf={(value) => t(`display.text.${value}`)}
          value={textSize()}
          onChange={setTextSize}
        />
        <Choice
          label={t('display.contrast')}
          values={CONTRASTS}
          labelOf={(value) => t(`display.contrast.${value}`)}
          value={contrast()}
          onChange={setContrast}
        />
        <Choice
          label={t('display.theme')}
          values={THEMES}
          labelOf={(value) => t(`display.theme.${value}`)}
          value={theme()}
          onChange={setTheme}
        />
        <Choice
          label={t('display.language')}
          values={LANGUAGES}
          labelOf={(value) => languageNames[value]}
          value={language()}
          onChange={changeLanguage}
        />
      </div>
    </details>
  );
};
