import { type Component, For } from 'solid-js';
import type { Category } from '../../../../functions/programme/programme.words.ts';
import { categories } from '../../../../functions/programme/programme.words.ts';
import { formatDate, formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { SubNav } from '../../ui/page.tsx';
import { programmeWords } from '../programme/programme.words.ts';
import { today } from '../shell/days.ts';
import { figuresWords } from './figures.words.ts';

const { t } = figuresWords;

export const number = (value: number): string => formatNumber(value, language());
export const moment = (instant: string): string => formatMoment(instant, language());
export const day = (date: string): string => formatDate(date, language());

export const categoryIn = (text: unknown): Category | undefined => categories.find((one) => one === text);

export const categoryWords = (category: Category): string => programmeWords.t(`category.${category}`);

/** The year an address names, this one otherwise. */
export const yearIn = (text: unknown): string =>
  typeof text === 'string' && /^20\d\d$/.test(text) ? text : today().slice(0, 4);

/** To the year before, this one, and the one after. */
export const YearNav: Component<{ year: string; hrefOf: (year: string) => string }> = (props) => (
  <SubNav
    label={t('year.turn')}
    items={[-1, 0, 1].map((step) => {
      const label = String(Number(props.year) + step);
      return { label, href: props.hrefOf(label), current: step === 0 };
    })}
  />
);

/** Names in a row, each to be read on its own. */
export const Names: Component<{ of: readonly string[] }> = (props) => (
  <ul class="figures-names">
    <For each={props.of}>{(name) => <li>{name}</li>}</For>
  </ul>
);
