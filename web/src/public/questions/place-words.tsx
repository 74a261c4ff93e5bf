import { createAsync } from '@solidjs/router';
import { type Component, Suspense } from 'solid-js';
import { language } from '../../lib/i18n/i18n.ts';
import { readOrganisations } from '../queries.ts';

interface PlaceWordsProps {
  /** Town and village as the answers name them; those not chosen are empty. */
  paths: readonly string[];
  /** The exact place, in the resident's words. */
  text?: string;
}

/** Parts of an answer in one line, as the language now shown separates them. */
export const joined = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(language() === 'en' ? ', ' : ' ');

const Named: Component<PlaceWordsProps> = (props) => {
  const nodes = createAsync(() => readOrganisations().catch(() => undefined));
  const names = (): string[] =>
    props.paths
      .flatMap((path) => nodes()?.find((node) => node.path === path)?.name ?? [])
      .map((name) => (language() === 'en' ? name.en : name.zh));
  return <>{joined([...names(), props.text ?? '']) || '—'}</>;
};

/** Without the names of town and village, when they can't be had, the exact place has to do. */
export const PlaceWords: Component<PlaceWordsProps> = (props) => (
  <Suspense fallback={props.text ?? '…'}>
    <Named {...props} />
  </Suspense>
);
