import { createSignal } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { clearSession, hasTexts, readSession, writeSession } from '../session.ts';
import type { Pair } from '../track/track.pair.ts';

const NAME = 'renovation.pair';

const isPair = (value: unknown): value is Pair => hasTexts(value, ['reference', 'code']);

const [pair, setPair] = createSignal<Pair | undefined>(readSession(NAME, isPair));

/** Reference and code of the application being looked at, for this tab alone, so that a reload shows it again. */
export { pair };

export const keepPair = (found: Pair): void => {
  setPair(found);
  writeSession(NAME, found);
};

export const forgetPair = (): void => {
  setPair(undefined);
  clearSession(NAME);
};

/** In the fragment, which never leaves the browser: a query would stand in the logs of every server on the way. */
export const linkTo = (path: string, { reference, code }: Pair): string =>
  `${path}#${new URLSearchParams({ reference: formatReference(reference), code })}`;
