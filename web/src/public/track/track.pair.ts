import { createSignal } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { clearSession, hasTexts, readSession, writeSession } from '../session.ts';

const NAME = 'track';

export interface Pair {
  readonly reference: string;
  readonly code: string;
}

const isPair = (value: unknown): value is Pair => hasTexts(value, ['reference', 'code']);

const [pair, setPair] = createSignal<Pair | undefined>(readSession(NAME, isPair));

/** Reference and code of the issue being looked at, for this tab alone, so that a reload shows it again. */
export { pair };

export const keepPair = (found: Pair): void => {
  setPair(found);
  writeSession(NAME, found);
};

/** On a shared phone, whoever asks about another issue should not leave this one behind. */
export const forgetPair = (): void => {
  setPair(undefined);
  clearSession(NAME);
};

/** In the fragment, which never leaves the browser: a query would stand in the logs of every server on the way. */
export const trackHref = ({ reference, code }: Pair): string =>
  `/track#${new URLSearchParams({ reference: formatReference(reference), code })}`;

/** @param hash with or without its `#` */
export const pairFromHash = (hash: string): Pair => {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  return { reference: given.get('reference') ?? '', code: given.get('code') ?? '' };
};
