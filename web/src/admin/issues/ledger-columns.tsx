import { A } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import type { IssueState } from '../../../../functions/issues/issues.states.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatDeadlineShort, formatMomentShort } from '../../lib/format.ts';
import type { ClockState } from '../../ui/facts.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import type { Column } from '../../ui/table.tsx';
import type { IssueRow } from '../queries.ts';
import type { Desk } from '../shell/desk.ts';
import { issuesWords } from './issues.words.ts';
import { remainingWords, runningState } from './remaining.ts';

const { t } = issuesWords;

const stateTones = {
  registered: 'warn',
  transferred: 'warn',
  arbitration: 'warn',
  claimed: 'info',
  linked: 'neutral',
  resolved: 'info',
  answered: 'info',
  closed: 'ok',
} as const satisfies Record<IssueState, Tone>;

export const StateTag: Component<{ state: IssueState }> = (props) => (
  <StatusTag tone={stateTones[props.state]}>{t(`state.${props.state}`)}</StatusTag>
);

const tones = {
  running: undefined,
  near: 'warn',
  late: 'bad',
  stopped: undefined,
} as const satisfies Record<ClockState, Tone | undefined>;

/** In the states before it is resolved the promise runs on. */
const isRunning = (state: IssueState): boolean =>
  state === 'registered' || state === 'transferred' || state === 'arbitration' || state === 'claimed';

export const DeadlineCell: Component<{ row: IssueRow; now: number }> = (props) => (
  <Show when={props.row.dueAt} fallback={<span class="soft">{t('ledger.no-clock')}</span>}>
    {(dueAt) => (
      <span class="due">
        <time datetime={dueAt()}>{formatDeadlineShort(dueAt())}</time>
        <Show
          when={isRunning(props.row.state)}
          fallback={
            <Show when={props.row.inTime !== undefined}>
              <span class="soft">{props.row.inTime ? t('ledger.in-time') : t('ledger.not-in-time')}</span>
            </Show>
          }
        >
          <span class="due-left" data-tone={tones[runningState(dueAt(), props.row.reached, props.now)]}>
            {remainingWords(dueAt(), props.now)}
          </span>
        </Show>
        <Show when={props.row.provisional && isRunning(props.row.state)}>
          <span class="soft">{t('ledger.provisional')}</span>
        </Show>
      </span>
    )}
  </Show>
);

const Marks: Component<{ row: IssueRow; isChanged: boolean }> = (props) => (
  <span class="marks">
    <StateTag state={props.row.state} />
    <Show when={props.isChanged}>
      <span class="soft">{t('ledger.changed')}</span>
    </Show>
    <Show when={props.row.returns > 0}>
      <span class="soft">{t('ledger.returns', { n: props.row.returns })}</span>
    </Show>
    <Show when={props.row.reopenings > 0}>
      <span class="soft">{t('ledger.reopenings', { n: props.row.reopenings })}</span>
    </Show>
  </span>
);

export interface ColumnSetup {
  desk: Desk;
  now: () => number;
  isChanged: (reference: string) => boolean;
}

/** A dense row of the ledger; the reference leads to the case. */
export const ledgerColumns = ({ desk, now, isChanged }: ColumnSetup): readonly Column<IssueRow>[] => [
  {
    key: 'reference',
    header: t('ledger.reference'),
    isRowHeader: true,
    nowrap: true,
    cell: (row) => (
      <A
        class="row-link"
        data-reference={row.reference}
        href={desk.keepNode(`/admin/issues/${row.reference}`)}
      >
        {formatReference(row.reference)}
      </A>
    ),
  },
  {
    key: 'what',
    header: t('ledger.what'),
    cell: (row) => (
      <>
        <span class="row-category">{t(`category.${row.category}`)}</span>
        <Show when={row.urgency === 'urgent'}>
          {' '}
          <StatusTag tone="warn">{t('ledger.urgent')}</StatusTag>
        </Show>
        <span class="row-what">{row.what}</span>
      </>
    ),
  },
  {
    key: 'place',
    header: t('ledger.place'),
    cell: (row) => <span class="row-place">{desk.placeOf(row.place)}</span>,
  },
  {
    key: 'department',
    header: t('ledger.department'),
    cell: (row) => (
      <Show when={row.department} fallback={<span class="soft">{t('ledger.no-department')}</span>}>
        {(department) => desk.nameOf(department())}
      </Show>
    ),
  },
  {
    key: 'deadline',
    header: t('ledger.deadline'),
    nowrap: true,
    cell: (row) => <DeadlineCell row={row} now={now()} />,
  },
  {
    key: 'state',
    header: t('ledger.state'),
    cell: (row) => <Marks row={row} isChanged={isChanged(row.reference)} />,
  },
  {
    key: 'handler',
    header: t('ledger.handler'),
    nowrap: true,
    cell: (row) => row.handler ?? t('ledger.no-handler'),
  },
  {
    key: 'raised',
    header: t('ledger.raised'),
    nowrap: true,
    cell: (row) => <time datetime={row.raisedAt}>{formatMomentShort(row.raisedAt)}</time>,
  },
];
