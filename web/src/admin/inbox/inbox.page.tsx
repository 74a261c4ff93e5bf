import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { type CheckName, checkNames } from '../../../../functions/findings/findings.words.ts';
import { outboxReaders } from '../../../../functions/messages/messages.actions.ts';
import type { Tiding } from '../../../../functions/messages/messages.words.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatDate, formatMomentShort } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { showToast } from '../../ui/toast.tsx';
import { findingsWords } from '../findings/findings.words.ts';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { type MessageRow, markAllRead, markRead, readInbox, renewInbox } from './inbox.queries.ts';
import { inboxWords } from './inbox.words.ts';
import { MailboxSection } from './mailbox.tsx';
import './inbox.css';

const { t } = inboxWords;

const toneOf = (tiding: Tiding): Tone => {
  if (tiding === 'finding-notice') return 'warn';
  if (tiding.startsWith('finding-')) return 'bad';
  return tiding === 'issue-extension-granted' ? 'ok' : 'info';
};

const isCheck = (subject: string): subject is CheckName => checkNames.some((check) => check === subject);

/** Checks of what has a reference; in the id of their findings it follows the check's name. */
const referred: readonly string[] = [
  'issue-deadline',
  'issue-unclaimed',
  'issue-unanswered',
  'renovation-step',
] satisfies CheckName[];

/** What it is about: the check's name, and the reference where there is one. */
const subjectOf = ({ about, subject }: MessageRow): string => {
  if (about.kind === 'ISSUE') return t('message.issue', { reference: formatReference(about.id) });
  const check = isCheck(subject) ? findingsWords.t(`check.${subject}`) : subject;
  if (!referred.includes(subject)) return check;
  return t('message.check', { check, reference: formatReference(about.id.slice(subject.length + 1)) });
};

const hrefOf = ({ about }: MessageRow): string =>
  about.kind === 'ISSUE' ? `/admin/issues/${about.id}` : `/admin/findings/${about.id}`;

/** @param readHere messages opened on this page: the list follows a moment later. */
const columnsOf = (
  desk: Desk,
  readHere: () => ReadonlySet<string>,
  open: (row: MessageRow) => void,
): readonly Column<MessageRow>[] => [
  {
    key: 'what',
    header: t('column.what'),
    isRowHeader: true,
    cell: (row) => (
      <>
        <A href={desk.keepNode(hrefOf(row))} onClick={() => open(row)}>
          {subjectOf(row)}
        </A>{' '}
        <Show when={row.readAt === undefined && !readHere().has(row.message)}>
          <StatusTag tone="info">{t('message.unread')}</StatusTag>
        </Show>
        <span class="inbox-line">
          <StatusTag tone={toneOf(row.tiding)}>{t(`tiding.${row.tiding}`)}</StatusTag>
        </span>
        <Show when={row.instead}>
          {(node) => (
            <span class="soft inbox-line">{t('message.above', { node: desk.placeOf(node()) })}</span>
          )}
        </Show>
      </>
    ),
  },
  { key: 'place', header: t('column.place'), cell: (row) => desk.placeOf(row.node) },
  {
    key: 'since',
    header: t('column.since'),
    cell: (row) => (
      <>
        <time datetime={row.since}>{formatMomentShort(row.since)}</time>
        <Show when={row.by}>
          {(day) => (
            <span class="soft inbox-line">{t('column.by', { day: formatDate(day(), language()) })}</span>
          )}
        </Show>
      </>
    ),
  },
  {
    key: 'written',
    header: t('column.written'),
    nowrap: true,
    cell: (row) => <time datetime={row.writtenAt}>{formatMomentShort(row.writtenAt)}</time>,
  },
];

/** What the caller was told, the newest first, and whether by mail, too. */
export const InboxPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const [readHere, setReadHere] = createSignal<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = createSignal(false);
  const which = (): 'all' | 'unread' => (search['which'] === 'unread' ? 'unread' : 'all');
  const hrefOfList = (to: 'all' | 'unread', cursor?: string | undefined): string =>
    desk.keepNode(`/admin/inbox?which=${to}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
  const pages = createListPages((cursor) => hrefOfList(which(), cursor));
  const page = createAsync(async () => {
    const read = await readInbox(which(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  const open = ({ message, readAt }: MessageRow): void => {
    if (readAt !== undefined) return;
    setReadHere((before) => new Set([...before, message]));
    void markRead(message);
  };
  const readAll = async (): Promise<void> => {
    setBusy(true);
    try {
      const { read, more } = await markAllRead();
      setReadHere((before) => new Set([...before, ...(page()?.rows ?? []).map(({ message }) => message)]));
      showToast(t(more ? 'inbox.read-all.more' : 'inbox.read-all.done', { n: read }));
    } catch (thrown) {
      showToast(problemMessage(codeOf(thrown)), 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack">
      <PageHeader title={t('inbox.title')} lead={t('inbox.lead')} />
      <SubNav
        label={t('inbox.which')}
        items={(['all', 'unread'] as const).map((each) => ({
          href: hrefOfList(each),
          label: t(`inbox.${each}`),
          current: each === which(),
        }))}
      />
      <div class="row">
        <Button busy={busy()} onPress={() => void readAll()}>
          {t('inbox.read-all')}
        </Button>
        <Show when={desk.holds(...outboxReaders)}>
          <A href={desk.keepNode('/admin/outbox')}>{t('inbox.outbox')}</A>
        </Show>
      </div>
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={t('inbox.empty')}>
                  <p>{t('inbox.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table
                caption={t('inbox.caption')}
                captionHidden
                columns={columnsOf(desk, readHere, open)}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('inbox.count', { n: known().rows.length })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={(cursor) => hrefOfList(which(), cursor)}
              renew={renewInbox}
            />
          </>
        )}
      </Show>
      <MailboxSection />
    </div>
  );
};
