import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import { formatMomentShort, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Column } from '../../ui/table.tsx';
import type { Desk } from '../shell/desk.ts';
import { aboutWords, SeverityTag } from './finding-marks.tsx';
import type { FindingRow } from './findings.queries.ts';
import { findingsWords } from './findings.words.ts';

const { t } = findingsWords;

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / millisecondsPerDay));

/** A row leads to its finding. */
export const findingColumns = (desk: Desk, asOf: string): readonly Column<FindingRow>[] => [
  {
    key: 'what',
    header: t('column.what'),
    isRowHeader: true,
    cell: (row) => (
      <>
        <A href={desk.keepNode(`/admin/findings/${row.finding}`)}>{aboutWords(row)}</A>
        <span class="soft finding-line">{t(`check.${row.check}`)}</span>
      </>
    ),
  },
  {
    key: 'severity',
    header: t('column.severity'),
    nowrap: true,
    cell: (row) => (
      <>
        <SeverityTag row={row} />
        <Show when={row.state === 'open' && row.level !== 'answering'}>
          <span class="soft finding-line">{t(`level.${row.level}`)}</span>
        </Show>
      </>
    ),
  },
  { key: 'place', header: t('column.place'), cell: (row) => desk.placeOf(row.node) },
  {
    key: 'answers',
    header: t('column.answers'),
    cell: (row) => (
      <>
        {desk.placeOf(row.answers.node)}
        <span class="soft finding-line">{row.answers.officer?.name ?? t('column.unowned')}</span>
      </>
    ),
  },
  {
    key: 'since',
    header: t('column.since'),
    nowrap: true,
    cell: (row) => (
      <>
        <time datetime={row.since}>{formatMomentShort(row.since)}</time>
        <Show when={row.clearedAt === undefined && daysBetween(row.since, asOf) > 0}>
          <span class="soft finding-line">
            {t('column.since.for', { n: formatNumber(daysBetween(row.since, asOf), language()) })}
          </span>
        </Show>
        <Show when={row.clearedAt}>
          {(at) => (
            <span class="soft finding-line">
              {t('column.cleared')} {formatMomentShort(at())}
            </span>
          )}
        </Show>
      </>
    ),
  },
];
