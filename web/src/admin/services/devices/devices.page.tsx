import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { serviceConfigurers, serviceKeepers } from '../../../../../functions/services/services.actions.ts';
import { formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { LinkButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/table.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { createListPages } from '../../shell/list-pages.ts';
import { LedgerHead } from '../ledger-head.tsx';
import { ServiceList } from '../service-list.tsx';
import { DeviceLists } from './device-lists.tsx';
import { readStocks, renewDevices, type StockRow } from './devices.queries.ts';
import { devicesWords } from './devices.words.ts';
import { NewStockDialog } from './stock.actions.tsx';

const { t } = devicesWords;
const number = (n: number): string => formatNumber(n, language());

const figureColumn = (key: keyof StockRow['now'], header: string): Column<StockRow> => ({
  ...{ key, header },
  align: 'end',
  cell: ({ now }) => number(now[key]),
});

const columns = (desk: Desk): readonly Column<StockRow>[] => [
  {
    key: 'kind',
    header: t('column.kind'),
    isRowHeader: true,
    cell: ({ kind, stock }) => (
      <A href={desk.keepNode(`/admin/services/devices/stocks/${stock}`)}>{t(`kind.${kind}`)}</A>
    ),
  },
  { key: 'depot', header: t('column.depot'), cell: ({ node }) => desk.placeOf(node) },
  figureColumn('left', t('column.left')),
  figureColumn('lent', t('column.lent')),
  figureColumn('given', t('column.given')),
  figureColumn('repair', t('column.repair')),
  figureColumn('lost', t('column.lost')),
  ...(desk.holds(...serviceKeepers)
    ? [
        {
          key: 'do',
          header: t('column.do'),
          cell: ({ stock, kind, node, now }: StockRow) => (
            <Show when={now.left > 0}>
              <A
                href={desk.keepNode(`/admin/services/devices/new?stock=${stock}`)}
                aria-label={t('row.hand-out', { kind: t(`kind.${kind}`), depot: desk.placeOf(node) })}
              >
                {t('hand-out')}
              </A>
            </Show>
          ),
        },
      ]
    : []),
];

/** What stands in the depots of a place, by kind, and what of it is in people's hands. */
export const DevicesPage: Component = () => {
  const desk = useDesk();
  const hrefOf = (cursor: string | undefined): string =>
    desk.keepNode(`/admin/services/devices${cursor === undefined ? '' : `?cursor=${cursor}`}`);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readStocks(node, pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <LedgerHead
        ledger="devices"
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <Show when={desk.holds(...serviceConfigurers)}>
              <NewStockDialog />
            </Show>
            <Show when={desk.holds(...serviceKeepers)}>
              <LinkButton kind="main" href={desk.keepNode('/admin/services/devices/new')}>
                {t('hand-out')}
              </LinkButton>
            </Show>
          </>
        }
        figures={({ figures, now }) => [
          { term: t('figure.devices'), value: number(figures.devices) },
          { term: t('figure.lent'), value: number(now.lent) },
        ]}
      />
      <DeviceLists current="stock" />
      <ServiceList
        page={page()}
        pages={pages}
        hrefOf={hrefOf}
        caption={t('stocks.caption', { node: desk.placeOf(desk.node() ?? '') })}
        columns={columns(desk)}
        empty={t('stocks.empty')}
        emptyText={t('stocks.empty.text')}
        summary={(n) => t('stocks.count', { n })}
        renew={renewDevices}
      />
    </div>
  );
};
