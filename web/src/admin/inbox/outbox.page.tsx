import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { messagesContract } from '../../../../functions/messages/messages.contract.ts';
import { type MailState, mailStates } from '../../../../functions/messages/messages.words.ts';
import { call } from '../../api/client.ts';
import { formatMomentShort, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { showToast } from '../../ui/toast.tsx';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { catchUp } from '../shell/catch-up.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { type MailRow, readOutbox, renewOutbox } from './inbox.queries.ts';
import { inboxWords } from './inbox.words.ts';
import './inbox.css';

const { t } = inboxWords;

const columnsOf = (desk: Desk, state: MailState): readonly Column<MailRow>[] => [
  {
    key: 'to',
    header: t('column.to'),
    isRowHeader: true,
    cell: (row) => (
      <>
        {row.to}
        <span class="soft inbox-line">{desk.placeOf(row.of)}</span>
      </>
    ),
  },
  {
    key: 'messages',
    header: t('column.messages'),
    nowrap: true,
    cell: (row) => t('column.messages.n', { n: formatNumber(row.messages, language()) }),
  },
  {
    key: 'attempts',
    header: t('column.attempts'),
    nowrap: true,
    cell: (row) => t('column.attempts.n', { n: formatNumber(row.attempts, language()) }),
  },
  {
    key: 'at',
    header: t(`at.${state}`),
    nowrap: true,
    cell: (row) => <time datetime={row.at}>{formatMomentShort(row.at)}</time>,
  },
  ...(state === 'sent'
    ? []
    : [
        {
          key: 'error',
          header: t('column.error'),
          cell: (row: MailRow) => (row.error ? t(`error.${row.error}`) : ''),
        },
      ]),
  ...(state === 'failed'
    ? [{ key: 'again', header: t('column.again'), cell: (row: MailRow) => <Again row={row} /> }]
    : []),
];

const Again: Component<{ row: MailRow }> = (props) => {
  const [busy, setBusy] = createSignal(false);
  const again = async (): Promise<void> => {
    setBusy(true);
    try {
      const { mail, version: ifMatch } = props.row;
      await call(messagesContract.routes.sendAgain, { params: { mail }, body: {}, ifMatch });
      showToast(t('again.done'));
    } catch (thrown) {
      showToast(problemMessage(codeOf(thrown)), 'bad');
    } finally {
      setBusy(false);
      void catchUp(readOutbox.key);
    }
  };
  return (
    <Button busy={busy()} label={t('again.label', { name: props.row.to })} onPress={() => void again()}>
      {t('again.do')}
    </Button>
  );
};

/** Mails to the people of an organisation and below it: what waits, what went, and what could not be sent and why. */
export const OutboxPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const state = (): MailState => mailStates.find((each) => each === search['state']) ?? 'failed';
  const hrefOf = (to: MailState, cursor?: string | undefined): string =>
    desk.keepNode(`/admin/outbox?state=${to}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
  const pages = createListPages((cursor) => hrefOf(state(), cursor));
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readOutbox(node, state(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode('/admin/inbox')}>{t('outbox.back')}</A>
      </p>
      <PageHeader title={t('outbox.title')} lead={t('outbox.lead')} />
      <SubNav
        label={t('outbox.states')}
        items={(['failed', 'waiting', 'sent'] as const).map((each) => ({
          href: hrefOf(each),
          label: t(`state.${each}`),
          current: each === state(),
        }))}
      />
      <Show when={page()}>
        {(known) => (
          <>
            <Show when={!known().sending}>
              <Notice>{t('mailbox.not-sending')}</Notice>
            </Show>
            <Show
              when={known().rows.length > 0}
              fallback={<EmptyState title={t('outbox.empty', { state: t(`state.${state()}`) })} />}
            >
              <Table
                caption={t('outbox.caption', {
                  node: desk.placeOf(desk.node() ?? ''),
                  state: t(`state.${state()}`),
                })}
                columns={columnsOf(desk, state())}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('inbox.count', { n: known().rows.length })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={(cursor) => hrefOf(state(), cursor)}
              renew={renewOutbox}
            />
          </>
        )}
      </Show>
    </div>
  );
};
