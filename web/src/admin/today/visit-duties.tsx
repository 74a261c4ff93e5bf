import { type Component, lazy, Show } from 'solid-js';
import { withWords } from '../../lib/i18n/i18n.ts';
import { LoadingState } from '../../ui/state.tsx';
import { isPlace } from '../campaigns/place.ts';
import { dayLedgersWords } from '../day-ledgers/day-ledgers.words.ts';
import { useDesk } from '../shell/desk.ts';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import { todayWords } from './today.words.ts';

const { t } = todayWords;

/** Only for those who answer for visits; who makes them finds them on the phone. */
const LeadDuties = lazy(
  withWords([dayLedgersWords], async () => ({ default: (await import('./lead-duties.tsx')).LeadDuties })),
);

/** What visits leave to do: for a visitor the way to the phone's list, for a lead what has to be seen to. */
export const VisitDuties: Component = () => {
  const desk = useDesk();
  return (
    <section class="stack duties" aria-labelledby="visits-waiting">
      <h2 id="visits-waiting">{t('visits.title')}</h2>
      <Show when={desk.holds('visitor')}>
        <section class="duty">
          <h3>{t('visits.field')}</h3>
          <p class="soft">{t('visits.field.text')}</p>
          <p>
            <a class="button" data-kind="main" href="/field" rel="external">
              {t('visits.field.open')}
            </a>
          </p>
        </section>
      </Show>
      <Show when={desk.holds('lead') && isPlace(desk.node()) && desk.node()}>
        {(node) => (
          // Visits that can't be read leave the issues standing.
          <SlotBoundary fallback={<LoadingState />}>
            <LeadDuties node={node()} />
          </SlotBoundary>
        )}
      </Show>
    </section>
  );
};
