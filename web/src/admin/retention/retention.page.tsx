import { createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { retentionYears } from '../../../../functions/retention/retention.words.ts';
import { retentionTable } from '../../../../functions/retention/retention-table.words.ts';
import { formatDate, formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type RetentionView, readRetention } from './retention.queries.ts';
import { retentionWords } from './retention.words.ts';

const { t } = retentionWords;

type Row = (typeof retentionTable)[number];
type Run = RetentionView['runs'][number];

const number = (n: number): string => formatNumber(n, language());

const keptWords = ({ kept }: Row): string => {
  if ('years' in kept)
    return t('kept.years', { n: retentionYears[kept.years], after: t(`after.${kept.years}`) });
  return 'expires' in kept ? t('kept.expires') : t('kept.stays');
};

/** Homes that were stopped are counted with those that are done; what expires or stays is not counted. */
const dueWords = ({ kept }: Row, view: RetentionView, count: 'thisMonth' | 'past'): string => {
  if (!('years' in kept)) return '';
  const due = view.due.find(({ item }) => item === kept.years);
  return due ? number(due[count]) : t('due.with');
};

const columns = (view: RetentionView): readonly Column<Row>[] => [
  { key: 'item', header: t('column.item'), isRowHeader: true, cell: ({ item }) => t(`item.${item}`) },
  { key: 'kept', header: t('column.kept'), cell: keptWords },
  {
    key: 'month',
    header: t('column.month'),
    align: 'end',
    cell: (row) => dueWords(row, view, 'thisMonth'),
  },
  { key: 'past', header: t('column.past'), align: 'end', cell: (row) => dueWords(row, view, 'past') },
  { key: 'why', header: t('column.why'), cell: ({ item }) => t(`why.${item}`) },
];

const runColumns = (): readonly Column<Run>[] => [
  {
    key: 'when',
    header: t('runs.when'),
    isRowHeader: true,
    cell: ({ startedAt, brokenOff }) => (
      <>
        {formatMoment(startedAt, language())}
        <Show when={brokenOff}>
          <strong>{t('runs.broken-off')}</strong>
        </Show>
      </>
    ),
  },
  ...(['examined', 'found', 'failed'] as const).map((count) => ({
    key: count,
    header: t(`runs.${count}`),
    align: 'end' as const,
    cell: (run: Run) => (run.brokenOff ? t('none') : number(run[count])),
  })),
];

/** What is kept until when, how much of it is about to go, and what the last nights deleted. */
export const RetentionPage: Component = () => {
  const view = createAsync(() => readRetention());
  return (
    <div class="stack">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Show when={view()}>
        {(known) => (
          <>
            <Table caption={t('table.caption')} columns={columns(known())} rows={retentionTable} />
            <p class="soft">{t('due.until', { day: formatDate(known().until, language()) })}</p>
            <section class="stack" aria-labelledby="nights">
              <h2 id="nights">{t('runs.title')}</h2>
              <Show when={known().runs.length > 0} fallback={<EmptyState title={t('runs.none')} />}>
                <Table caption={t('runs.caption')} columns={runColumns()} rows={known().runs} />
              </Show>
            </section>
            <p class="soft">{t('as-of', { when: formatMoment(known().asOf, language()) })}</p>
          </>
        )}
      </Show>
    </div>
  );
};
