import { A, createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { addDays, type LocalDate } from '../../../../functions/platform/runtime/time.ts';
import { formatDate, formatMoment, formatMomentShort, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { DateField } from '../../ui/text-field.tsx';
import { adminWords } from '../admin.words.ts';
import { codeOf, isPlace } from '../campaigns/place.ts';
import { dayIn, today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { type DayLedgerRow, type DayLedgers, readDayLedgers } from './day-ledgers.queries.ts';
import { dayLedgersWords } from './day-ledgers.words.ts';
import { LedgerTag, NoonClock } from './ledger-marks.tsx';
import './day-ledgers.css';

const { t } = dayLedgersWords;
const number = (value: number): string => formatNumber(value, language());

const isOpen = ({ rows }: DayLedgers): boolean =>
  rows.some(({ state, expected }) => state === 'open' && expected);

/** One day of every village looked at: who has handed it in, who is late, whose is missing. */
export const DayLedgersPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const yesterday = (): LocalDate => addDays(today(), -1);
  const day = (): LocalDate => dayIn(search['day']) ?? yesterday();
  const hrefOf = (wanted: string): string => desk.keepNode(`/admin/day-ledgers?day=${wanted}`);
  const place = (): string | undefined => {
    const node = desk.node();
    return isPlace(node) ? node : undefined;
  };
  const ledgers = createAsync(async () => {
    const node = place();
    return node === undefined ? undefined : readDayLedgers(node, day());
  });
  const totals = () => {
    const known = ledgers()?.totals;
    return known && Object.fromEntries(Object.entries(known).map(([name, n]) => [name, number(n)]));
  };
  const days = () => [
    { label: t('overview.previous'), day: addDays(day(), -1) },
    { label: t('overview.yesterday'), day: yesterday() },
    { label: t('overview.today'), day: today() },
    ...(day() < today() ? [{ label: t('overview.next'), day: addDays(day(), 1) }] : []),
  ];
  return (
    <div class="stack">
      <PageHeader
        title={t('overview.title')}
        lead={`${desk.placeOf(desk.node() ?? '')} · ${formatDate(day(), language())}`}
        actions={
          <>
            <LinkButton href={desk.keepNode('/admin/visit-conflicts')}>{t('overview.conflicts')}</LinkButton>
            <Button onPress={() => window.print()}>{t('overview.print')}</Button>
          </>
        }
      />
      <p class="soft reading">{t('overview.lead')}</p>
      <div class="ledger-days no-print">
        <SubNav
          label={t('overview.days')}
          items={days().map((each) => ({
            href: hrefOf(each.day),
            label: each.label,
            current: each.day === day(),
          }))}
        />
        <DateField
          name="day"
          label={t('overview.day')}
          max={today()}
          value={day()}
          onInput={(value) => {
            const wanted = dayIn(value);
            if (wanted !== undefined) navigate(hrefOf(wanted), { scroll: false });
          }}
        />
      </div>
      <Show when={desk.node() !== undefined && place() === undefined}>
        <EmptyState title={t('overview.empty')}>
          <p>{t('overview.department')}</p>
        </EmptyState>
      </Show>
      <Show when={ledgers()}>
        {(known) => (
          <Show when={known().rows.length > 0} fallback={<EmptyState title={t('overview.empty')} />}>
            {/* After noon it only matters to those it was missed for. */}
            <Show when={known().totals.missing > 0 || isOpen(known())}>
              <p>
                <NoonClock dueAt={known().dueAt} />
              </p>
            </Show>
            <p>
              <strong>
                {t('overview.totals', {
                  ...{ expected: '', handedIn: '', late: '', missing: '', visits: '', issues: '' },
                  ...totals(),
                })}
              </strong>
            </p>
            <Table
              caption={t('overview.caption', {
                node: desk.placeOf(desk.node() ?? ''),
                day: formatDate(day(), language()),
              })}
              captionHidden
              columns={columnsOf((row) =>
                desk.keepNode(`/admin/day-ledgers/${codeOf(row.village)}/${known().day}`),
              )}
              rows={known().rows}
            />
            <p class="soft">{adminWords.t('list.as-of', { when: formatMoment(known().asOf, language()) })}</p>
          </Show>
        )}
      </Show>
    </div>
  );
};

const columnsOf = (hrefOf: (row: DayLedgerRow) => string): readonly Column<DayLedgerRow>[] => [
  {
    key: 'village',
    header: t('overview.village'),
    isRowHeader: true,
    cell: (row) => <A href={hrefOf(row)}>{language() === 'en' ? row.name.en : row.name.zh}</A>,
  },
  {
    key: 'state',
    header: t('overview.state'),
    cell: (row) => (
      <>
        <LedgerTag standing={row} />
        <Show when={row.by && row.at}>
          {(at) => (
            <span class="ledger-sub">
              {t('overview.handed-in-by', { name: row.by?.name ?? '', when: formatMomentShort(at()) })}
            </span>
          )}
        </Show>
        <Show when={row.nothingToReport}>
          <span class="ledger-sub">{t('overview.nothing')}</span>
        </Show>
        <Show when={row.amendments > 0}>
          <span class="ledger-sub">{t('overview.amended', { n: row.amendments })}</span>
        </Show>
      </>
    ),
  },
  {
    key: 'leads',
    header: t('overview.leads'),
    cell: (row) => (row.leads.length > 0 ? row.leads.join('、') : t('overview.no-lead')),
  },
  {
    key: 'visits',
    header: t('overview.visits'),
    align: 'end',
    cell: ({ counts }) => number(counts.visits),
  },
  { key: 'met', header: t('overview.met'), align: 'end', cell: ({ counts }) => number(counts.met) },
  {
    key: 'issues',
    header: t('overview.issues'),
    align: 'end',
    cell: ({ counts }) => number(counts.issues),
  },
];
