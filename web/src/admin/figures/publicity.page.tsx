import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { programmeKeepers } from '../../../../functions/programme/programme.actions.ts';
import { Notice, StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Pagination, Table } from '../../ui/table.tsx';
import { hrefWith, isPlace } from '../campaigns/place.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { createListPages } from '../shell/list-pages.ts';
import { type PublicityPage as Page, type PublicityRow, readPublicity } from './figures.queries.ts';
import { figuresWords } from './figures.words.ts';
import { day, moment, number, YearNav, yearIn } from './figures-marks.tsx';
import { RecordPublicityAction, WithdrawPublicityAction } from './publicity.actions.tsx';
import './figures.css';

const { t } = figuresWords;

type Total = Page['totals'][number];

const countOr = (count: number | undefined): string => (count === undefined ? t('none') : number(count));

const totalColumns = (): readonly Column<Total>[] => [
  {
    key: 'channel',
    header: t('publicity.channel'),
    isRowHeader: true,
    cell: ({ channel }) => t(`channel.${channel}`),
  },
  {
    key: 'entries',
    header: t('publicity.entries'),
    align: 'end',
    cell: ({ entries }) => number(entries),
  },
  { key: 'reach', header: t('publicity.reach'), align: 'end', cell: ({ reach }) => number(reach) },
  { key: 'copies', header: t('publicity.copies'), align: 'end', cell: ({ copies }) => number(copies) },
];

const What: Component<{ entry: PublicityRow; desk: Desk }> = (props) => {
  const withdrawn = () => (props.entry.state === 'withdrawn' ? props.entry.withdrawn : undefined);
  return (
    <>
      <span classList={{ 'figures-withdrawn': withdrawn() !== undefined }}>{props.entry.title}</span>
      <Show when={withdrawn()}>
        {(how) => (
          <span class="figures-sub">
            <StatusTag tone="neutral">{t('publicity.withdrawn')}</StatusTag>{' '}
            {t('publicity.withdrawn.why', {
              ...{ name: how().by.name, when: moment(how().at), reason: how().reason },
            })}
          </span>
        )}
      </Show>
      <span class="row no-print">
        <Show when={props.entry.activity}>
          {(activity) => (
            <A href={props.desk.keepNode(`/admin/activities/${activity()}`)}>
              {t('publicity.activity.look')}
            </A>
          )}
        </Show>
        <Show when={props.entry.link}>
          {(link) => (
            <a href={link()} target="_blank" rel="noopener external noreferrer">
              {t('publicity.link.look')}
            </a>
          )}
        </Show>
      </span>
    </>
  );
};

const columnsFor = (desk: Desk, mayKeep: boolean): readonly Column<PublicityRow>[] => [
  { key: 'day', header: t('publicity.day'), nowrap: true, cell: (entry) => day(entry.day) },
  {
    key: 'what',
    header: t('publicity.what'),
    isRowHeader: true,
    cell: (entry) => <What entry={entry} desk={desk} />,
  },
  { key: 'channel', header: t('publicity.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
  { key: 'reach', header: t('publicity.reach'), align: 'end', cell: ({ reach }) => countOr(reach) },
  { key: 'copies', header: t('publicity.copies'), align: 'end', cell: ({ copies }) => countOr(copies) },
  { key: 'where', header: t('publicity.where'), cell: ({ node }) => desk.placeOf(node) },
  {
    key: 'by',
    header: t('publicity.by'),
    cell: (entry) => (
      <>
        {entry.by.name}
        <Show when={mayKeep && entry.state === 'recorded'}>
          <span class="no-print">
            <WithdrawPublicityAction entry={entry} />
          </span>
        </Show>
      </>
    ),
  },
];

/** What was made known in a year: by channel with its reach, then each time, the latest first. */
export const PublicityPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const year = (): string => yearIn(search['year']);
  const hrefOf = (cursor?: string): string =>
    desk.keepNode(hrefWith('/admin/publicity', { year: year(), cursor }));
  const pages = createListPages(hrefOf);
  const mayKeep = (): boolean => desk.holds(...programmeKeepers);
  const page = createAsync(async () => {
    const node = desk.node();
    if (!isPlace(node)) return undefined;
    const read = await readPublicity(node, year(), pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode(hrefWith('/admin/figures', { year: year() }))}>{t('coverage.back')}</A>
      </p>
      <PageHeader
        title={t('publicity.title', { year: year() })}
        lead={t('publicity.lead')}
        actions={
          <Show when={mayKeep() && isPlace(desk.node()) ? desk.node() : undefined}>
            {(node) => <RecordPublicityAction node={node()} />}
          </Show>
        }
      />
      <YearNav year={year()} hrefOf={(one) => desk.keepNode(hrefWith('/admin/publicity', { year: one }))} />
      <Show when={isPlace(desk.node())} fallback={<Notice>{t('pick-place')}</Notice>}>
        <Show when={page()}>
          {(known) => (
            <Show when={known().rows.length > 0} fallback={<EmptyState title={t('publicity.none')} />}>
              <h2 id="totals">{t('publicity.totals')}</h2>
              <Table
                caption={t('publicity.totals')}
                captionHidden
                columns={totalColumns()}
                rows={known().totals}
              />
              <h2>{t('publicity.list')}</h2>
              <Table
                caption={t('publicity.caption', { node: desk.placeOf(desk.node() ?? '') })}
                captionHidden
                columns={columnsFor(desk, mayKeep())}
                rows={known().rows}
              />
              <Pagination
                previousHref={pages.previousHref()}
                nextHref={known().next === undefined ? undefined : hrefOf(known().next)}
                summary={t('publicity.count', { n: number(known().rows.length) })}
              />
              <p class="soft">{t('as-of', { when: moment(known().asOf) })}</p>
            </Show>
          )}
        </Show>
      </Show>
    </div>
  );
};
