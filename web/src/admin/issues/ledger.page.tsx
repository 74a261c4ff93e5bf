import { createAsyncStore, revalidate, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, createSignal, Show } from 'solid-js';
import { type IssueList, issueLists } from '../../../../functions/issues/issues.lists.ts';
import { registrars } from '../../../../functions/issues/issues.roles.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { readIssues, renewLedgers } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { createNowFigures } from '../shell/now-figures.ts';
import { overlay } from './fresh-cases.ts';
import { issuesWords } from './issues.words.ts';
import { JumpToCase } from './jump-to-case.tsx';
import { ledgerColumns } from './ledger-columns.tsx';
import { KeysHelp, LedgerKeys } from './ledger-keys.tsx';
import { createNow } from './remaining.ts';
import './ledger.css';

const { t } = issuesWords;

export const LedgerPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const figures = createNowFigures(desk);
  const now = createNow();
  const [helping, setHelping] = createSignal(false);

  const list = (): IssueList => issueLists.find((each) => each === search['list']) ?? 'open';
  const hrefOf = (wanted: IssueList, page?: string): string =>
    desk.keepNode(`/admin/issues?list=${wanted}${page === undefined ? '' : `&cursor=${page}`}`);
  const pages = createListPages((to) => hrefOf(list(), to));
  const { cursor } = pages;

  const page = createAsyncStore(
    async () => {
      const node = desk.node();
      if (node === undefined) return undefined;
      const read = await readIssues(node, list(), cursor());
      pages.reached(read.body.next);
      return read;
    },
    // The same case keeps its row, and so the focus in it, when the list is read again.
    { reconcile: { key: 'reference' } },
  );
  const shown = createMemo(() => {
    const read = page();
    const node = desk.node();
    return read && node !== undefined
      ? overlay(read, { node, list: list(), isFirstPage: cursor() === undefined })
      : undefined;
  });
  const renew = async (): Promise<void> => {
    await revalidate(readIssues.key);
    void renewLedgers();
  };
  const isChanged = (reference: string): boolean => shown()?.changed.has(reference) ?? false;

  return (
    <div class="stack">
      <PageHeader
        title={t('ledger.title')}
        actions={
          <>
            <JumpToCase />
            <Show when={desk.holds(...registrars)}>
              <LinkButton kind="main" href={desk.keepNode('/admin/issues/new')}>
                {t('ledger.register')}
              </LinkButton>
            </Show>
          </>
        }
      />
      <SubNav
        label={t('ledger.lists')}
        items={issueLists.map((each) => ({
          href: hrefOf(each),
          label: t(`list.${each}`),
          count: figures()?.now[each] ?? 0,
          current: each === list(),
        }))}
      />
      <Show when={shown()}>
        {(ledger) => (
          <>
            <Show when={ledger().gone > 0}>
              <Notice>{t('ledger.gone', { n: ledger().gone })}</Notice>
            </Show>
            <Show when={ledger().rows.length > 0} fallback={<Empty list={list()} />}>
              <LedgerKeys onHelp={() => setHelping(true)}>
                <Table
                  caption={t('ledger.caption', {
                    node: desk.placeOf(desk.node() ?? ''),
                    list: t(`list.${list()}`),
                  })}
                  columns={ledgerColumns({ desk, now, isChanged })}
                  rows={ledger().rows}
                />
              </LedgerKeys>
            </Show>
            <ListFoot
              summary={t('ledger.count', { n: ledger().rows.length })}
              asOf={page()?.body.asOf}
              cursor={cursor()}
              previousHref={pages.previousHref()}
              next={page()?.body.next}
              hrefOf={(to) => hrefOf(list(), to)}
              renew={renew}
            >
              <KeysHelp open={helping()} onChange={setHelping} />
            </ListFoot>
          </>
        )}
      </Show>
    </div>
  );
};

const Empty: Component<{ list: IssueList }> = (props) => (
  <EmptyState title={props.list === 'late' ? t('ledger.empty.late') : t('ledger.empty')}>
    <p>{t('ledger.empty.text')}</p>
  </EmptyState>
);
