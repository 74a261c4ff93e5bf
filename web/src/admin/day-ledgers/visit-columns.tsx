import { A } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatMomentShort, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Column } from '../../ui/table.tsx';
import { campaignsWords } from '../campaigns/campaigns.words.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import type { VisitRow } from './day-ledgers.queries.ts';
import { dayLedgersWords } from './day-ledgers.words.ts';

const { t } = dayLedgersWords;

export const IssueLinks: Component<{ references: readonly string[] }> = (props) => {
  const desk = useDesk();
  return (
    <For each={props.references}>
      {(reference) => (
        <span class="ledger-issue">
          <A href={desk.keepNode(`/admin/issues/${reference}`)}>{formatReference(reference)}</A>
        </span>
      )}
    </For>
  );
};

const Marks: Component<{ row: VisitRow; cameLater: boolean }> = (props) => {
  const marks = (): readonly string[] => [
    ...(props.row.offPeak ? [t('day.off-peak')] : []),
    ...(props.row.satisfaction === undefined ? [] : [t('day.satisfaction', { n: props.row.satisfaction })]),
    ...(props.cameLater ? [t('day.came-later')] : []),
    ...(props.row.settled?.decision === 'void' ? [t('day.void')] : []),
  ];
  return (
    <>
      <Show when={marks().length > 0}>
        <span class="ledger-sub">{marks().join(' · ')}</span>
      </Show>
      <Show when={props.row.conflict !== undefined && props.row.settled === undefined}>
        <ConflictLink visit={props.row.visit} />
      </Show>
    </>
  );
};

const ConflictLink: Component<{ visit: string }> = (props) => {
  const desk = useDesk();
  return <A href={desk.keepNode(`/admin/visits/${props.visit}`)}>{t('day.conflict')}</A>;
};

export interface VisitColumns {
  desk: Desk;
  cameLater: (visit: string) => boolean;
}

export const visitColumns = ({ desk, cameLater }: VisitColumns): readonly Column<VisitRow>[] => [
  {
    key: 'household',
    header: t('day.household'),
    isRowHeader: true,
    cell: (row) => <A href={desk.keepNode(`/admin/households/${row.household}`)}>{row.address}</A>,
  },
  {
    key: 'time',
    header: t('day.time'),
    nowrap: true,
    cell: (row) => (
      <A href={desk.keepNode(`/admin/visits/${row.visit}`)}>
        <time datetime={row.at}>{formatMomentShort(row.at)}</time>
      </A>
    ),
  },
  { key: 'person', header: t('day.person'), cell: (row) => row.by.name },
  {
    key: 'outcome',
    header: t('day.outcome'),
    cell: (row) => (
      <>
        {campaignsWords.t(`outcome.${row.outcome}`)}
        <Marks row={row} cameLater={cameLater(row.visit)} />
      </>
    ),
  },
  {
    key: 'issues',
    header: t('day.issues'),
    cell: (row) => (
      <Show when={row.issues.length > 0} fallback="0">
        <IssueLinks references={row.issues} />
      </Show>
    ),
  },
  {
    key: 'materials',
    header: t('day.materials'),
    align: 'end',
    cell: (row) => formatNumber(row.materials, language()),
  },
];
