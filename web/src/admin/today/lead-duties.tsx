import { A, createAsync } from '@solidjs/router';
import { type Component, For, lazy, Show } from 'solid-js';
import { addDays } from '../../../../functions/platform/runtime/time.ts';
import { formatDate, formatMoment, formatNumber } from '../../lib/format.ts';
import { language, withWords } from '../../lib/i18n/i18n.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { readCampaigns, readUnvisited } from '../campaigns/campaigns.queries.ts';
import { campaignsWords, planWords } from '../campaigns/campaigns.words.ts';
import { isOverdue } from '../campaigns/overdue.ts';
import { codeOf, partOf } from '../campaigns/place.ts';
import {
  type DayLedgerRow,
  type DayLedgers,
  readConflicts,
  readDayLedgers,
  type VisitRow,
} from '../day-ledgers/day-ledgers.queries.ts';
import { dayLedgersWords } from '../day-ledgers/day-ledgers.words.ts';
import { LedgerTag, NoonClock } from '../day-ledgers/ledger-marks.tsx';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { Duty, rowsShown } from './duty.tsx';
import type { OverdueOf } from './overdue-doors.tsx';
import { todayWords } from './today.words.ts';
import '../day-ledgers/day-ledgers.css';

const { t } = todayWords;

/** Brought when there are any, with the words of campaigns. */
const OverdueDoors = lazy(
  withWords([campaignsWords, planWords], async () => ({
    default: (await import('./overdue-doors.tsx')).OverdueDoors,
  })),
);

const number = (value: number): string => formatNumber(value, language());

const isOwed = ({ state, expected }: DayLedgerRow): boolean =>
  state === 'missing' || (state === 'open' && expected);

/** Yesterday's before today's: it is due by noon. Today's is only spoken of where there is something to hand in. */
const ledgersToHandIn = async (node: string): Promise<readonly DayLedgers[]> => {
  const days = await Promise.all([addDays(today(), -1), today()].map((day) => readDayLedgers(node, day)));
  return days
    .map((day) => ({
      ...day,
      rows: day.rows.filter((row) => isOwed(row) && (day.day < today() || row.counts.visits > 0)),
    }))
    .filter(({ rows }) => rows.length > 0);
};

/** Doors nobody was met at on the day they were planned for, campaign by campaign. */
const overdueDoors = async (at: string): Promise<readonly OverdueOf[]> => {
  const running = (await readCampaigns(at, undefined)).rows.filter(({ state }) => state === 'running');
  const each = await Promise.all(
    running.map(async (campaign): Promise<OverdueOf[]> => {
      const node = partOf(campaign.scope, at);
      if (node === undefined) return [];
      const { rows, next } = await readUnvisited(campaign.campaign, node, undefined);
      const late = rows.filter(isOverdue);
      const isMore = next !== undefined && late.length === rows.length;
      return late.length === 0 ? [] : [{ campaign, node, rows: late, isMore }];
    }),
  );
  return each.flat();
};

type Conflicts = Awaited<ReturnType<typeof readConflicts>>;

/** What a lead has to see to: days to hand in, visits that contradict each other, doors nobody was met at. */
export const LeadDuties: Component<{ node: string }> = (props) => {
  const all = createAsync(async () => {
    const [days, conflicts, overdue] = await Promise.all([
      ledgersToHandIn(props.node),
      readConflicts(props.node, undefined),
      overdueDoors(props.node),
    ]);
    // All of it appears at once: what comes late moves what is being read.
    if (overdue.length > 0) await OverdueDoors.preload();
    return { days, conflicts, overdue };
  });
  return (
    <Show when={all()}>
      {(known) => (
        <>
          <For each={known().days}>{(day) => <DayToHandIn ledgers={day} />}</For>
          <Show when={known().conflicts.rows.length > 0}>
            <ConflictsToSettle page={known().conflicts} />
          </Show>
          <For each={known().overdue}>{(each) => <OverdueDoors of={each} />}</For>
          <Show when={known().days.length + known().conflicts.rows.length + known().overdue.length === 0}>
            <p class="soft">{t('visits.nothing')}</p>
          </Show>
        </>
      )}
    </Show>
  );
};

const DayToHandIn: Component<{ ledgers: DayLedgers }> = (props) => {
  const desk = useDesk();
  const columns: readonly Column<DayLedgerRow>[] = [
    {
      key: 'village',
      header: t('visits.ledgers.village'),
      isRowHeader: true,
      cell: ({ village }) => (
        <A href={desk.keepNode(`/admin/day-ledgers/${codeOf(village)}/${props.ledgers.day}`)}>
          {desk.nameOf(village)}
        </A>
      ),
    },
    {
      key: 'state',
      header: t('visits.ledgers.state'),
      cell: (row) => <LedgerTag standing={row} />,
    },
    {
      key: 'visits',
      header: t('visits.ledgers.visits'),
      align: 'end',
      cell: ({ counts }) => number(counts.visits),
    },
  ];
  const title = (): string => t('visits.ledgers', { day: formatDate(props.ledgers.day, language()) });
  return (
    <Duty
      title={title()}
      count={t('visits.ledgers.count', { n: number(props.ledgers.rows.length) })}
      isBad={props.ledgers.rows.some(({ state }) => state === 'missing')}
      href={desk.keepNode(`/admin/day-ledgers?day=${props.ledgers.day}`)}
      all={t('visits.ledgers.all')}
    >
      <p>
        <NoonClock dueAt={props.ledgers.dueAt} />
      </p>
      <Table
        caption={title()}
        captionHidden
        columns={columns}
        rows={props.ledgers.rows.slice(0, rowsShown)}
      />
    </Duty>
  );
};

const ConflictsToSettle: Component<{ page: Conflicts }> = (props) => {
  const desk = useDesk();
  const columns: readonly Column<VisitRow>[] = [
    {
      key: 'household',
      header: dayLedgersWords.t('conflicts.household'),
      isRowHeader: true,
      cell: (row) => (
        <A href={desk.keepNode(`/admin/visits/${row.visit}`)}>
          {row.address} · {desk.placeOf(row.village)}
        </A>
      ),
    },
    {
      key: 'what',
      header: dayLedgersWords.t('conflicts.what'),
      cell: (row) => (
        <Show when={row.conflict}>{(conflict) => dayLedgersWords.t(`conflict.${conflict().kind}`)}</Show>
      ),
    },
    {
      key: 'at',
      header: dayLedgersWords.t('conflicts.at'),
      cell: (row) => `${row.by.name} ${formatMoment(row.at, language())}`,
    },
  ];
  return (
    <Duty
      title={t('visits.conflicts')}
      count={`${number(props.page.rows.length)}${props.page.next === undefined ? '' : '+'}`}
      href={desk.keepNode('/admin/visit-conflicts')}
      all={t('visits.conflicts.all')}
    >
      <Table
        caption={t('visits.conflicts')}
        captionHidden
        columns={columns}
        rows={props.page.rows.slice(0, rowsShown)}
      />
    </Duty>
  );
};
