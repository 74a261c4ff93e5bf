import { revalidate } from '@solidjs/router';
import { type Component, onCleanup, Show } from 'solid-js';
import { readers } from '../../../../functions/issues/issues.roles.ts';
import { LateLink } from '../admin.layout.tsx';
import { readFigures } from '../queries.ts';
import { useDesk } from './desk.ts';
import { createNowFigures } from './now-figures.ts';

/** How often what is late is asked for again while somebody looks at the desk. */
const renewEveryMilliseconds = 60_000;

/** What is late in the organisation looked at, kept fresh, for everybody who may see issues. */
export const LateSlot: Component = () => {
  const desk = useDesk();
  const figures = createNowFigures(desk);
  const renew = setInterval(() => {
    if (document.visibilityState === 'visible') void revalidate(readFigures.key);
  }, renewEveryMilliseconds);
  onCleanup(() => clearInterval(renew));
  return (
    <Show when={desk.holds(...readers)}>
      <LateLink href={desk.keepNode('/admin/issues?list=late')} count={figures()?.now['late'] ?? 0} />
    </Show>
  );
};
