import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith, isPlace } from '../campaigns/place.ts';
import { today } from '../shell/days.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { moment, number } from './venue-marks.tsx';
import { readUpgrades, type Upgrades } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;

type Row = Upgrades['rows'][number];

const tones = {
  planned: 'info',
  'under-way': 'warn',
  done: 'ok',
  'given-up': 'neutral',
} as const satisfies Record<Row['state'], string>;

const columnsFor = (desk: Desk): readonly Column<Row>[] => [
  { key: 'title', header: t('upgrade.title'), isRowHeader: true, cell: ({ title }) => title },
  { key: 'kind', header: t('list.kind'), cell: ({ kind }) => t(`upgrade.${kind}`) },
  {
    key: 'state',
    header: t('upgrade.state'),
    cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`upgrade.state.${state}`)}</StatusTag>,
  },
  { key: 'where', header: t('list.where'), cell: ({ node }) => desk.placeOf(node) },
  {
    key: 'due',
    header: t('upgrade.due'),
    nowrap: true,
    cell: ({ dueDay }) => formatDate(dueDay, language()),
  },
  {
    key: 'cost',
    header: t('upgrade.cost'),
    align: 'end',
    cell: ({ cost }) => (cost === undefined ? t('none') : number(cost)),
  },
];

/** New equipment and new venues of one year, with how many are done. */
export const UpgradesPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const year = (): string => {
    const asked = search['year'];
    return typeof asked === 'string' && /^20\d\d$/.test(asked) ? asked : today().slice(0, 4);
  };
  const list = createAsync(async () => {
    const node = desk.node();
    return isPlace(node) ? readUpgrades(node, year()) : undefined;
  });
  const hrefOf = (one: number): string => desk.keepNode(hrefWith('/admin/upgrades', { year: String(one) }));
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode('/admin/venues')}>{t('venue.back')}</A>
      </p>
      <PageHeader title={t('upgrades.title', { year: year() })} />
      <SubNav
        label={t('upgrades.turn')}
        items={[Number(year()) - 1, Number(year()), Number(year()) + 1].map((one) => ({
          label: String(one),
          href: hrefOf(one),
        }))}
      />
      <Show when={list()}>
        {(known) => (
          <>
            <p>
              {t('upgrades.equipment', known().equipment)} {t('upgrades.new-venues', known().newVenues)}
            </p>
            <Show when={known().rows.length > 0} fallback={<EmptyState title={t('upgrades.empty')} />}>
              <Table
                caption={t('upgrades.caption', { node: desk.placeOf(desk.node() ?? '') })}
                columns={columnsFor(desk)}
                rows={known().rows}
              />
            </Show>
            <p class="soft">{t('as-of', { when: moment(known().asOf) })}</p>
          </>
        )}
      </Show>
    </div>
  );
};
