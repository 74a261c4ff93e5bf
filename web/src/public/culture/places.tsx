import { type Component, Show } from 'solid-js';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { cultureWords } from '../public.words.ts';
import type { Offer } from './culture.queries.ts';

const { t } = cultureWords;

const termsOf = (offer: Offer): string => {
  if (offer.state === 'not-yet') return t('offer.not-yet', { when: formatMoment(offer.opensAt, language()) });
  if (offer.state === 'open') return t('offer.open', { when: formatMoment(offer.closesAt, language()) });
  return offer.state === 'closed' ? t('offer.closed') : t('offer.called-off');
};

export const isFull = ({ taken, capacity }: Offer): boolean => taken >= capacity;
export const mayEnrol = (offer: Offer): boolean =>
  offer.state === 'open' && (!isFull(offer) || offer.hasWaitingList);

/** Places as they are now, and until when one may enrol. */
export const Places: Component<{ offer: Offer }> = (props) => (
  <div>
    <p>
      {t('offer.places', { capacity: props.offer.capacity, taken: props.offer.taken })}
      <Show when={props.offer.waiting > 0}>
        {' · '}
        {t('offer.waiting', { waiting: props.offer.waiting })}
      </Show>
    </p>
    <p class="soft">{termsOf(props.offer)}</p>
    <Show when={props.offer.state === 'open' && isFull(props.offer)}>
      <p>{props.offer.hasWaitingList ? t('offer.full') : t('offer.full.no-list')}</p>
    </Show>
  </div>
);
