import { A } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import type { AssignmentStatus } from '../../../../functions/campaigns/campaigns.words.ts';
import { formatDate, formatMomentShort, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Tone } from '../../ui/icons.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import type { Column } from '../../ui/table.tsx';
import { householdsWords } from '../households/households.words.ts';
import type { Desk } from '../shell/desk.ts';
import type { AssignmentRow } from './campaigns.queries.ts';
import { campaignsWords, planWords } from './campaigns.words.ts';
import { isOverdue } from './overdue.ts';

const { t } = planWords;

const tones = {
  planned: 'info',
  visited: 'ok',
  refused: 'warn',
  empty: 'neutral',
  excluded: 'neutral',
  missed: 'bad',
} as const satisfies Record<AssignmentStatus, Tone>;

export const AssignmentTag: Component<{ status: AssignmentStatus }> = (props) => (
  <StatusTag tone={tones[props.status]}>{campaignsWords.t(`status.${props.status}`)}</StatusTag>
);

export const nextWords = (next: NonNullable<AssignmentRow['next']>): string =>
  `${t('list.next', {
    when: `${formatDate(next.day, language())} ${campaignsWords.t(`slot.${next.slot}`)}`,
  })} · ${t(`list.next.${next.why}`)}`;

export interface AssignmentColumns {
  desk: Desk;
  /** Where the same household in the campaign is. */
  hrefOf: (row: AssignmentRow) => string;
  areaName: (id: string) => string;
  /** Villages differ among the rows. */
  isAcrossVillages: boolean;
}

export const assignmentColumns = ({
  desk,
  hrefOf,
  areaName,
  isAcrossVillages,
}: AssignmentColumns): readonly Column<AssignmentRow>[] => [
  {
    key: 'household',
    header: t('list.household'),
    isRowHeader: true,
    cell: (row) => (
      <>
        <A href={desk.keepNode(`/admin/households/${row.household}`)}>{row.address}</A>
        {/* Areas are read village by village; above it the village says more. */}
        <Show
          when={isAcrossVillages ? desk.placeOf(row.village) : row.area !== undefined && areaName(row.area)}
        >
          {(where) => <span class="door-sub">{where()}</span>}
        </Show>
      </>
    ),
  },
  {
    key: 'head',
    header: t('list.head'),
    cell: (row) => (
      <>
        {row.head}
        <Show when={!row.hasPhone}>
          <span class="door-sub">{t('list.no-phone')}</span>
        </Show>
        <For each={row.categories}>
          {(category) => <span class="door-sub">{householdsWords.t(`category.${category}`)}</span>}
        </For>
      </>
    ),
  },
  { key: 'person', header: t('list.person'), cell: (row) => row.assignee.name },
  {
    key: 'day',
    header: t('list.day'),
    cell: (row) => (
      <>
        {formatDate(row.day, language())}
        <Show when={row.next}>{(next) => <span class="door-sub">{nextWords(next())}</span>}</Show>
        <Show when={isOverdue(row)}>
          <span class="door-sub door-late">{t('list.overdue')}</span>
        </Show>
      </>
    ),
  },
  {
    key: 'tried',
    header: t('list.tried'),
    align: 'end',
    cell: (row) => formatNumber(row.tried, language()),
  },
  {
    key: 'status',
    header: t('list.status'),
    cell: (row) => (
      <>
        <A href={hrefOf(row)} aria-label={`${row.address} ${campaignsWords.t(`status.${row.status}`)}`}>
          <AssignmentTag status={row.status} />
        </A>
        <Show when={row.visitedAt}>
          {(at) => <span class="door-sub">{t('list.visited-at', { when: formatMomentShort(at()) })}</span>}
        </Show>
      </>
    ),
  },
];
