import { A } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { StatusTag } from '../../ui/notice.tsx';
import { cultureWords } from '../public.words.ts';
import type { ListedDate } from './culture.queries.ts';
import './culture.css';

const { t } = cultureWords;

/** One date in a list of what is on; its heading stands one level below that of the list. */
export const ListedItem: Component<{ date: ListedDate; heading: 'h2' | 'h3' }> = (props) => (
  <li class="on-date keep-together">
    <p class="on-when">
      <time datetime={props.date.from}>{formatMoment(props.date.from, language())}</time>
    </p>
    <Dynamic component={props.heading} class="on-title">
      <A href={`/culture/activities/${props.date.activity}`}>{props.date.title}</A>
    </Dynamic>
    <p class="soft">
      {t(`category.${props.date.category}`)} · {props.date.place}
    </p>
    <Show
      when={props.date.state !== 'cancelled'}
      fallback={<StatusTag tone="bad">{t('on.cancelled')}</StatusTag>}
    >
      <StatusTag tone={props.date.offer === undefined ? 'ok' : 'info'}>
        {props.date.offer === undefined ? t('on.free') : t('on.enrol')}
      </StatusTag>
    </Show>
  </li>
);
