import { A, createAsync } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { readCriticisms } from '../criticism/criticism.queries.ts';
import { useDesk } from '../shell/desk.ts';
import { todayWords } from './today.words.ts';

const { t } = todayWords;

/** Notices of criticism about the place that wait for its reply, each with its day; nothing when there is none. */
export const ReplyDuties: Component = () => {
  const desk = useDesk();
  const waiting = createAsync(async () => {
    // Who replies for a department sees its own alone, whatever place the desk looks at.
    const node = desk.holds('lead') ? desk.node() : desk.session()?.scope;
    return node === undefined ? undefined : (await readCriticisms(node, 'drafted', undefined)).rows;
  });
  return (
    <Show when={waiting()?.length}>
      {(count) => (
        <Notice tone="warn" title={t('criticism.title', { n: formatNumber(count(), language()) })}>
          <ul>
            <For each={waiting()}>
              {({ criticism, title, replyBy }) => (
                <li>
                  <A href={desk.keepNode(`/admin/criticisms/${criticism}`)}>
                    {t('criticism.by', { title, day: formatDate(replyBy, language()) })}
                  </A>
                </li>
              )}
            </For>
          </ul>
        </Notice>
      )}
    </Show>
  );
};
