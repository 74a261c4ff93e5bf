import { type Component, type JSX, Show } from 'solid-js';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { renovationCaseWords, renovationWords } from './renovation.words.ts';

const { t } = renovationCaseWords;

export const moment = (instant: string): string => formatMoment(instant, language());

interface Act {
  readonly at: string;
  readonly by?: { readonly name: string } | undefined;
  readonly how?: 'paper' | 'in-person' | 'phone' | undefined;
}

/** Who did something and when; an officer for the applicant with how they said it. */
export const actWords = ({ at, by, how }: Act): string => {
  const who = by
    ? t('case.by-at', { name: by.name, when: moment(at) })
    : t('case.at-site', { when: moment(at) });
  return how === undefined ? who : `${who} · ${t('case.how', { how: renovationWords.t(`way.${how}`) })}`;
};

export const lines = (...each: readonly (string | undefined | false)[]): string =>
  each.filter((line) => typeof line === 'string' && line !== '').join('\n');

export const fact = (term: string, value: JSX.Element | undefined): Fact | false =>
  value === undefined || value === '' ? false : { term, value };

interface PartProps {
  id: string;
  title: string;
  facts: readonly (Fact | false | undefined)[];
  children?: JSX.Element;
}

/** A part of the case under its heading; one without facts isn't shown. */
export const Part: Component<PartProps> = (props) => {
  const facts = (): Fact[] =>
    props.facts.filter((each): each is Fact => each !== false && each !== undefined);
  return (
    <Show when={facts().length > 0}>
      <section class="stack" aria-labelledby={props.id}>
        <h2 id={props.id}>{props.title}</h2>
        {props.children}
        <DescriptionList facts={facts()} />
      </section>
    </Show>
  );
};
