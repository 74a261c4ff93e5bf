import { A, createAsync, revalidate } from '@solidjs/router';
import { type Component, onCleanup, Show } from 'solid-js';
import { formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { adminWords } from '../admin.words.ts';
import { readUnread } from '../inbox/inbox.queries.ts';
import { useDesk } from './desk.ts';

const { t } = adminWords;

/** How often it is asked for again while somebody looks at the desk. */
const renewEveryMilliseconds = 60_000;

/** The way to the caller's messages; without a figure it still leads there. */
export const InboxLink: Component<{ unread?: number | undefined }> = (props) => (
  <A href="/admin/inbox">
    <Show when={props.unread} fallback={t('inbox.link')}>
      {(unread) => t('inbox.link.unread', { n: formatNumber(unread(), language()) })}
    </Show>
  </A>
);

/** The same with how many are unread, kept fresh. */
export const InboxSlot: Component = () => {
  const desk = useDesk();
  const unread = createAsync(async () => (desk.session() === undefined ? undefined : await readUnread()));
  const renew = setInterval(() => {
    if (document.visibilityState === 'visible') void revalidate(readUnread.key);
  }, renewEveryMilliseconds);
  onCleanup(() => clearInterval(renew));
  return <InboxLink unread={unread()} />;
};
