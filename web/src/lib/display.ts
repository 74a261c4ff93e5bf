import { createSignal } from 'solid-js';
import { readSetting, writeSetting } from './local-settings.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export const CONTRASTS = ['auto', 'more'] as const;
export const TEXT_SIZES = ['normal', 'big'] as const;
export type Theme = (typeof THEMES)[number];
export type Contrast = (typeof CONTRASTS)[number];
export type TextSize = (typeof TEXT_SIZES)[number];

const [theme, storeTheme] = createSignal<Theme>(readSetting('theme', THEMES) ?? 'auto');
const [contrast, storeContrast] = createSignal<Contrast>(readSetting('contrast', CONTRASTS) ?? 'auto');
const [textSize, storeTextSize] = createSignal<TextSize>(readSetting('text', TEXT_SIZES) ?? 'normal');

export { contrast, textSize, theme };

const mark = (name: 'theme' | 'contrast' | 'text', value: string | undefined): void => {
  if (value === undefined) document.documentElement.removeAttribute(`data-${name}`);
  else document.documentElement.setAttribute(`data-${name}`, value);
};

const wishedContrast = (): MediaQueryList | undefined => window.matchMedia?.('(prefers-contrast: more)');

/** Writes the choices on <html>, where the style sheets read them. */
const apply = (): void => {
  // Light and dark follow the system in CSS alone; only a deliberate choice is written.
  mark('theme', theme() === 'auto' ? undefined : theme());
  // CSS cannot share one rule between a media query and a switch, so the system's wish is copied here.
  mark('contrast', contrast() === 'more' || wishedContrast()?.matches ? 'more' : undefined);
  mark('text', textSize() === 'big' ? 'big' : undefined);
};

/** Applies the remembered choices and follows the system's contrast setting. Call once, before the first paint. */
export const startDisplay = (): void => {
  apply();
  wishedContrast()?.addEventListener('change', apply);
};

export const setTheme = (value: Theme): void => {
  storeTheme(value);
  writeSetting('theme', value);
  apply();
};

export const setContrast = (value: Contrast): void => {
  storeContrast(value);
  writeSetting('contrast', value);
  apply();
};

export const setTextSize = (value: TextSize): void => {
  storeTextSize(value);
  writeSetting('text', value);
  apply();
};
