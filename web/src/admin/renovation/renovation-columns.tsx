import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatDate, formatMomentShort, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { StatusTag } from '../../ui/notice.tsx';
import type { Column } from '../../ui/table.tsx';
import type { Desk } from '../shell/desk.ts';
import type { RenovationRow } from './renovation.queries.ts';
import { renovationWords } from './renovation.words.ts';
import { DueCell, disabilityWords, itemsWords, StateTag } from './renovation-marks.tsx';

const { t } = renovationWords;

/** A row leads to its application; the person in it is masked. */
export const renovationColumns = (desk: Desk): readonly Column<RenovationRow>[] => [
  {
    key: 'reference',
    header: t('column.reference'),
    isRowHeader: true,
    nowrap: true,
    cell: (row) => (
      <A href={desk.keepNode(`/admin/renovations/${row.reference}`)}>{formatReference(row.reference)}</A>
    ),
  },
  {
    key: 'person',
    header: t('column.person'),
    nowrap: true,
    cell: (row) => (
      <>
        <span class="renovation-line">{row.name}</span>
        <span class="soft renovation-line">{disabilityWords(row)}</span>
        <Show when={row.circumstances.length > 0}>
          <span class="renovation-tags">
            <For each={row.circumstances}>
              {(each) => <StatusTag tone="neutral">{t(`circumstance.${each}`)}</StatusTag>}
            </For>
          </span>
        </Show>
      </>
    ),
  },
  { key: 'village', header: t('column.village'), cell: (row) => desk.placeOf(row.village) },
  { key: 'items', header: t('column.items'), cell: (row) => itemsWords(row.items) },
  {
    key: 'amount',
    header: t('column.amount'),
    align: 'end',
    nowrap: true,
    cell: (row) => (row.amount === undefined ? t('column.none') : formatYuan(row.amount, language())),
  },
  {
    key: 'state',
    header: t('column.state'),
    cell: (row) => (
      <>
        <StateTag state={row.state} />
        <Show when={row.contractor}>
          {(name) => <span class="soft renovation-line">{t('column.contractor', { name: name() })}</span>}
        </Show>
      </>
    ),
  },
  {
    key: 'due',
    header: t('column.due'),
    nowrap: true,
    cell: (row) => (
      <Show when={row.followUpOn} fallback={<DueCell dueAt={row.dueAt} overdue={row.overdue} />}>
        {(day) => t('column.follow-up', { day: formatDate(day(), language()) })}
      </Show>
    ),
  },
  {
    key: 'applied',
    header: t('column.applied'),
    nowrap: true,
    cell: (row) => <time datetime={row.appliedAt}>{formatMomentShort(row.appliedAt)}</time>,
  },
];
