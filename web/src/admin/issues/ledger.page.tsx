import { createAsyncStore, revalidate, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, createSignal, Show } from 'solid-js';
import { type IssueList, issueLists } from '../../../../functions/issues/issues.lists.ts';
import { registrars } from '../../../../functions/issues/issues.roles.ts';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { readIssues, renewLedgers } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { createNowFigures } from '../shell/now-figures.ts';
import { overlay } from './fresh-cases.ts';
import { issuesWords } from './issues.words.ts';
import { JumpToCase } from './jump-to-case.tsx';
import { ledgerColumns } from './ledger-columns.tsx';
import { KeysHelp, LedgerKeys } from './ledger-keys.tsx';
import { OwnerLinks } from './owners/owner-links.tsx';
import { createNow } from './remaining.ts';
import './ledger.css';

const { t } = issuesWords;

export const LedgerPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  /** A bureau whose ledger is asked for by itself, whatever place the desk looks at. */
  const owner = (): string | undefined => {
    const asked = search['owner'];
    const scope = desk.session()?.scope;
    return typeof asked === 'string' && scope !== undefined && isWithin(asked, scope) ? asked : undefined;
  };
  const ledgerNode = (): string | undefined => owner() ?? desk.node();
  const figures = createNowFigures(desk, ledgerNode);
  const now = createNow();
  const [helping, setHelping] = createSignal(false);

  const list = (): IssueList => issueLists.find((each) => each === search['list']) ?? 'open';
  const hrefOf = (wanted: IssueList, page?: string): string =>
    desk.keepNode(hrefWith('/admin/issues', { list: wanted, owner: owner(), cursor: page }));
  const pages = createListPages((to) => hrefOf(list(), to));
  const { cursor } = pages;

  const page = createAsyncStore(
    async () => {
      const node = ledgerNode();
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
    const node = ledgerNode();
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
        title={
          owner() === undefined
            ? t('ledger.title')
            : t('ledger.title.of', { owner: desk.nameOf(owner() ?? '') })
        }
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
      <SlotBoundary>
        <OwnerLinks here={owner()} />
      </SlotBoundary>
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
                    node: desk.placeOf(ledgerNode() ?? ''),
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
