import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { useDesk } from '../shell/desk.ts';
import { readSupervisionLists } from '../supervision/supervision.queries.ts';
import { todayWords } from './today.words.ts';

const { t } = todayWords;

/** What of the latest supervision list nobody has looked at; nothing when all is. */
export const SupervisionDuties: Component = () => {
  const desk = useDesk();
  const latest = createAsync(async () => (await readSupervisionLists(undefined)).rows[0]);
  return (
    <Show when={latest()}>
      {(known) => (
        <Show when={known().left > 0}>
          <Notice tone="warn" title={t('supervision.title', { n: formatNumber(known().left, language()) })}>
            <p>
              <A href={desk.keepNode(`/admin/supervision/${known().date}`)}>
                {t('supervision.open', { day: formatDate(known().date, language()) })}
              </A>
            </p>
          </Notice>
        </Show>
      )}
    </Show>
  );
};
