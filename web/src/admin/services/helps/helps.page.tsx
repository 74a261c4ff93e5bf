import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { serviceKeepers } from '../../../../../functions/services/services.actions.ts';
import { type HelpState, helpStates } from '../../../../../functions/services/services.words.ts';
import { formatDate, formatNumber, formatYuan } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { StatusTag } from '../../../ui/notice.tsx';
import { SubNav } from '../../../ui/page.tsx';
import type { Column } from '../../../ui/table.tsx';
import { today } from '../../shell/days.ts';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { createListPages } from '../../shell/list-pages.ts';
import { LedgerHead } from '../ledger-head.tsx';
import { ServiceList } from '../service-list.tsx';
import { type HelpRow, readHelps, renewHelps } from './helps.queries.ts';
import { helpsWords } from './helps.words.ts';

const { t } = helpsWords;

const day = (date: string): string => formatDate(date, language());

const columns = (desk: Desk): readonly Column<HelpRow>[] => [
  {
    key: 'child',
    header: t('column.child'),
    isRowHeader: true,
    cell: ({ help, name, number, age }) => (
      <>
        <A href={desk.keepNode(`/admin/services/helps/${help}`)}>{name}</A>
        <span class="soft services-line">
          {number} · {t('age', { n: age })}
        </span>
      </>
    ),
  },
  { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
  { key: 'institution', header: t('column.institution'), cell: ({ institution }) => institution },
  { key: 'place', header: t('column.place'), cell: ({ node }) => desk.placeOf(node) },
  {
    key: 'time',
    header: t('column.time'),
    cell: ({ from, until, state }) => (
      <>
        {t('from-until', { from: day(from), until: day(until) })}{' '}
        <Show when={state === 'open' && until < today()}>
          <StatusTag tone="warn">{t('over')}</StatusTag>
        </Show>
      </>
    ),
  },
  {
    key: 'amount',
    header: t('column.amount'),
    align: 'end',
    nowrap: true,
    cell: ({ amount }) => formatYuan(amount, language()),
  },
  {
    key: 'outcome',
    header: t('column.outcome'),
    cell: ({ outcome }) => (outcome === undefined ? '–' : t(`outcome.${outcome}`)),
  },
];

/** Which children are helped, with what, and what came of it; names masked. */
export const HelpsPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const list = (): HelpState => helpStates.find((each) => each === search['list']) ?? 'open';
  const addressOf = (wanted: HelpState, cursor?: string): string =>
    desk.keepNode(`/admin/services/helps?list=${wanted}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
  const hrefOf = (cursor: string | undefined): string => addressOf(list(), cursor);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readHelps(node, list(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <LedgerHead
        ledger="helps"
        title={t('title')}
        lead={t('lead')}
        actions={
          <Show when={desk.holds(...serviceKeepers)}>
            <LinkButton kind="main" href={desk.keepNode('/admin/services/helps/new')}>
              {t('new')}
            </LinkButton>
          </Show>
        }
        figures={({ figures }) => [
          { term: t('figure.children'), value: formatNumber(figures.children, language()) },
          { term: t('figure.helps'), value: formatNumber(figures.helps, language()) },
        ]}
      />
      <SubNav
        label={t('lists')}
        items={helpStates.map((each) => ({
          href: addressOf(each),
          label: t(`list.${each}`),
          current: each === list(),
        }))}
      />
      <ServiceList
        page={page()}
        pages={pages}
        hrefOf={hrefOf}
        caption={t('caption', { node: desk.placeOf(desk.node() ?? ''), list: t(`list.${list()}`) })}
        columns={columns(desk)}
        empty={t('empty')}
        summary={(n) => t('count', { n })}
        renew={renewHelps}
      />
    </div>
  );
};
