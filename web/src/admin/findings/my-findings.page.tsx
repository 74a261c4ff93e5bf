import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { findingColumns } from './finding-columns.tsx';
import { readMyFindings, renewFindings } from './findings.queries.ts';
import { findingsWords } from './findings.words.ts';
import './findings.css';

const { t } = findingsWords;

/** What one person answers for, wherever it is. */
export const MyFindingsPage: Component = () => {
  const desk = useDesk();
  const hrefOf = (cursor: string | undefined): string =>
    desk.keepNode(`/admin/findings/mine${cursor === undefined ? '' : `?cursor=${cursor}`}`);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const read = await readMyFindings(pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode('/admin/findings')}>{t('finding.back')}</A>
      </p>
      <PageHeader title={t('list.caption.mine')} />
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={t('list.empty')}>
                  <p>{t('list.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table
                caption={t('list.caption.mine')}
                captionHidden
                columns={findingColumns(desk, known().asOf)}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('list.count', { n: known().rows.length })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={hrefOf}
              renew={renewFindings}
            />
          </>
        )}
      </Show>
    </div>
  );
};
