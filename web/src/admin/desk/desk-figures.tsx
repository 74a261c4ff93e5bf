import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatMoment, formatNumber, formatRate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { findingsWords } from '../findings/findings.words.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { type DeskFigures as Figures, readDesk } from './desk.queries.ts';
import { deskWords } from './desk.words.ts';
import { type DeskRow, deskRows } from './desk-rows.ts';

const { t } = deskWords;

type CheckRow = NonNullable<Figures['findings']>['checks'][number];

const number = (value: number): string => formatNumber(value, language());

const columns = (desk: Desk): readonly Column<DeskRow>[] => [
  {
    key: 'what',
    header: t('column.what'),
    isRowHeader: true,
    cell: ({ what, href }) => <A href={desk.keepNode(href)}>{what}</A>,
  },
  {
    key: 'rate',
    header: t('column.rate'),
    cell: ({ part, whole }) => (
      <>
        {formatRate(part, whole, language())}
        <Bar part={part} whole={whole} />
      </>
    ),
  },
  { key: 'more', header: t('column.more'), cell: ({ more }) => more },
];

const checkColumns = (desk: Desk): readonly Column<CheckRow>[] => [
  {
    key: 'check',
    header: t('checks.check'),
    isRowHeader: true,
    cell: ({ check }) => (
      <A href={desk.keepNode(`/admin/findings?check=${check}`)}>{findingsWords.t(`check.${check}`)}</A>
    ),
  },
  {
    key: 'late',
    header: t('checks.late'),
    align: 'end',
    cell: ({ late, grave }) => number(late + grave),
  },
  { key: 'grave', header: t('checks.grave'), align: 'end', cell: ({ grave }) => number(grave) },
  { key: 'notice', header: t('checks.notice'), align: 'end', cell: ({ notice }) => number(notice) },
  { key: 'excepted', header: t('checks.excepted'), align: 'end', cell: ({ excepted }) => number(excepted) },
];

/** What a place has to answer for, in figures, each with the way to the cases behind it. */
export const DeskFigures: Component = () => {
  const desk = useDesk();
  const figures = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : readDesk(node);
  });
  const checks = (): readonly CheckRow[] =>
    (figures()?.findings?.checks ?? []).filter(({ open, excepted }) => open + excepted > 0);
  return (
    <Show when={figures()}>
      {(known) => (
        <section class="stack" aria-labelledby="desk-figures">
          <h2 id="desk-figures">{t('title')}</h2>
          <Show when={deskRows(known()).length > 0} fallback={<p class="soft">{t('nothing')}</p>}>
            <Table
              caption={t('caption', { place: desk.placeOf(known().node) })}
              columns={columns(desk)}
              rows={deskRows(known())}
            />
          </Show>
          <Show when={known().findings}>
            <Show when={checks().length > 0} fallback={<p class="soft">{t('checks.none')}</p>}>
              <Table
                caption={t('checks.caption', { place: desk.placeOf(known().node) })}
                columns={checkColumns(desk)}
                rows={checks()}
              />
            </Show>
          </Show>
          <p class="soft">{t('as-of', { when: formatMoment(known().asOf, language()) })}</p>
        </section>
      )}
    </Show>
  );
};
