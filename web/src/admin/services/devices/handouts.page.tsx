import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { serviceKeepers } from '../../../../../functions/services/services.actions.ts';
import { formatDate, formatMomentShort, formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { LinkButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/table.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { createListPages } from '../../shell/list-pages.ts';
import { LedgerHead } from '../ledger-head.tsx';
import { ServiceList } from '../service-list.tsx';
import { DeviceLists, type HandoutList, handoutLists } from './device-lists.tsx';
import { HandoutTag, LateTag } from './device-marks.tsx';
import { type HandoutRow, type LoanPage, readHandouts, readLoans, renewDevices } from './devices.queries.ts';
import { devicesWords } from './devices.words.ts';

const { t } = devicesWords;

const columns = (desk: Desk): readonly Column<HandoutRow>[] => [
  {
    key: 'person',
    header: t('column.person'),
    isRowHeader: true,
    cell: ({ handout, name, number }) => (
      <>
        <A href={desk.keepNode(`/admin/services/devices/handouts/${handout}`)}>{name}</A>
        <span class="soft services-line">{number}</span>
      </>
    ),
  },
  { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
  {
    key: 'quantity',
    header: t('column.quantity'),
    align: 'end',
    cell: ({ quantity }) => formatNumber(quantity, language()),
  },
  { key: 'depot', header: t('column.depot'), cell: ({ node }) => desk.placeOf(node) },
  {
    key: 'state',
    header: t('column.state'),
    cell: ({ state, daysLate }) => (
      <Show when={daysLate} fallback={<HandoutTag state={state} />}>
        {(n) => <LateTag days={n()} />}
      </Show>
    ),
  },
  {
    key: 'until',
    header: t('column.until'),
    nowrap: true,
    cell: ({ until }) => (until === undefined ? '–' : formatDate(until, language())),
  },
  {
    key: 'at',
    header: t('column.at'),
    nowrap: true,
    cell: ({ at }) => <time datetime={at}>{formatMomentShort(at)}</time>,
  },
];

const readList = (node: string, list: HandoutList, cursor: string | undefined): Promise<LoanPage> =>
  list === 'late' || list === 'lent'
    ? readLoans(node, list === 'late', cursor)
    : readHandouts(node, list, cursor);

/** Who has what: loans by the day they are to come back, so that the longest late come first. */
export const HandoutsPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const list = (): HandoutList => handoutLists.find((each) => each === search['list']) ?? 'late';
  const hrefOf = (cursor: string | undefined): string =>
    desk.keepNode(
      `/admin/services/devices/handouts?list=${list()}${cursor === undefined ? '' : `&cursor=${cursor}`}`,
    );
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readList(node, list(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <LedgerHead
        ledger="devices"
        title={t('title')}
        actions={
          <Show when={desk.holds(...serviceKeepers)}>
            <LinkButton kind="main" href={desk.keepNode('/admin/services/devices/new')}>
              {t('hand-out')}
            </LinkButton>
          </Show>
        }
      />
      <DeviceLists current={list()} />
      <ServiceList
        page={page()}
        pages={pages}
        hrefOf={hrefOf}
        caption={t('handouts.caption', {
          node: desk.placeOf(desk.node() ?? ''),
          list: t(`list.${list()}`),
        })}
        columns={columns(desk)}
        empty={list() === 'late' ? t('handouts.empty.late') : t('handouts.empty')}
        summary={(n) => t('handouts.count', { n })}
        renew={renewDevices}
      />
    </div>
  );
};
