import { A, createAsync, revalidate, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { countedFigures } from '../../../../functions/issues/issues.words.ts';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { thisMonth } from '../shell/months.ts';
import { readCounted } from './counted.queries.ts';
import { issuesWords } from './issues.words.ts';
import { ledgerColumns } from './ledger-columns.tsx';
import { createNow } from './remaining.ts';
import './ledger.css';

const { t } = issuesWords;

/** The issues a figure of the three rates counts: as many as the figure says. */
export const CountedPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const now = createNow();
  const text = (name: string): string | undefined => {
    const value = search[name];
    return typeof value === 'string' ? value : undefined;
  };
  const figure = () => countedFigures.find((each) => each === search['figure']) ?? 'raised';
  const to = (): string => text('to') ?? thisMonth();
  const from = (): string => text('from') ?? to();
  const hrefOf = (cursor: string | undefined): string =>
    desk.keepNode(hrefWith('/admin/issues/counted', { figure: figure(), from: from(), to: to(), cursor }));
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readCounted({ node, figure: figure(), from: from(), to: to() }, pages.cursor());
    pages.reached(read.next);
    return read;
  });
  const title = (): string => t(`counted.${figure()}`);
  return (
    <div class="stack">
      <p>
        <A href={desk.keepNode(hrefWith('/admin', { from: from(), to: to() }))}>{t('counted.back')}</A>
      </p>
      <PageHeader
        title={title()}
        lead={t('counted.lead', { node: desk.placeOf(desk.node() ?? ''), from: from(), to: to() })}
      />
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={<EmptyState title={known().next ? t('counted.further') : t('counted.none')} />}
            >
              <Table
                caption={title()}
                captionHidden
                columns={ledgerColumns({ desk, now, isChanged: () => false })}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('ledger.count', { n: known().rows.length })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={hrefOf}
              renew={() => revalidate(readCounted.key)}
            />
          </>
        )}
      </Show>
    </div>
  );
};
