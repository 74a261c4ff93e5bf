import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { mondayOf, weekOf } from '../../../../functions/calendar/iso-weeks.rules.ts';
import { addDays, type LocalDate } from '../../../../functions/platform/runtime/time.ts';
import { download } from '../../lib/download.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { showToast } from '../../ui/toast.tsx';
import { hrefWith, isPlace } from '../campaigns/place.ts';
import { today } from '../shell/days.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { hoursTable } from './hours-file.ts';
import { HoursPicture } from './hours-picture.tsx';
import { missingWords } from './missing.tsx';
import { duration, isMet, MeetsTag, moment, number } from './venue-marks.tsx';
import { type HoursRow, readHoursReport } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';
import './venues.css';

const { t } = venuesWords;

const verdict = (row: HoursRow): string => {
  if (isMet(row)) return t('report.met');
  if (row.stage === 'ahead') return t('report.planned-short', { gap: duration(row.gap) });
  return row.meets.hours ? t('report.off-peak-short') : t('report.short', { gap: duration(row.gap) });
};

const columnsFor = (desk: Desk): readonly Column<HoursRow>[] => [
  {
    key: 'name',
    header: t('list.name'),
    isRowHeader: true,
    cell: (row) => (
      <A href={desk.keepNode(`/admin/venues/${row.venue}?week=${row.week}`)}>
        {row.name}
        <span class="venue-sub">{desk.placeOf(row.node)}</span>
      </A>
    ),
  },
  {
    key: 'meets',
    header: t('report.verdict'),
    cell: (row) => <MeetsTag met={isMet(row)} words={verdict(row)} />,
  },
  {
    key: 'promise',
    header: t('report.promise'),
    nowrap: true,
    align: 'end',
    cell: ({ policy }) => (policy === undefined ? t('none') : duration(policy)),
  },
  {
    key: 'planned',
    header: t('report.planned'),
    nowrap: true,
    align: 'end',
    cell: (row) => duration(row.planned),
  },
  {
    key: 'actual',
    header: t('report.actual'),
    nowrap: true,
    align: 'end',
    cell: (row) => (
      <>
        {row.stage === 'ahead' ? t('none') : duration(row.actual)}
        <Bar
          part={row.stage === 'ahead' ? row.planned : row.actual}
          whole={Math.max(row.policy ?? 0, row.planned, row.actual)}
          mark={row.policy}
          tone={isMet(row) ? 'ok' : 'bad'}
        />
      </>
    ),
  },
  {
    key: 'missing',
    header: t('report.missing'),
    cell: ({ missing }) => (
      <Show when={missing.length > 0} fallback={t('none')}>
        <ul class="venue-missing">
          <For each={missingWords(missing)}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Show>
    ),
  },
];

const lastWeek = (): string => weekOf(addDays(today(), -7));

/** How venues kept their hours in one week, the worst first. */
export const HoursReportPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const week = (): string => {
    const asked = search['week'];
    return typeof asked === 'string' && mondayOf(asked) !== undefined ? asked : lastWeek();
  };
  const monday = (): LocalDate => mondayOf(week()) ?? today();
  const hrefOf = (one: string): string => desk.keepNode(hrefWith('/admin/venue-hours', { week: one }));
  const report = createAsync(async () => {
    const node = desk.node();
    return isPlace(node) ? readHoursReport(node, week()) : undefined;
  });
  const period = (): { from: string; to: string } => ({
    from: formatDate(monday(), language()),
    to: formatDate(addDays(monday(), 6), language()),
  });
  const [saving, setSaving] = createSignal(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      // What makes a spreadsheet comes only now that one is wanted.
      const { xlsxOf } = await import('../households/export/spreadsheet-files.ts');
      const place = desk.nameOf(desk.node() ?? '');
      download(await xlsxOf(hoursTable(report()?.rows ?? [], desk)), t('file.name', { place, week: week() }));
    } catch {
      showToast(t('file.failed'), 'bad');
    } finally {
      setSaving(false);
    }
  };
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode('/admin/venues')}>{t('venue.back')}</A>
      </p>
      <PageHeader
        title={t('report.title')}
        lead={t('report.lead')}
        actions={
          <Show when={report()?.rows.length}>
            <Button busy={saving()} onPress={() => void save()}>
              {t('file.save')}
            </Button>
          </Show>
        }
      />
      <SubNav
        label={t('week.turn')}
        items={[
          { label: t('week.previous'), href: hrefOf(weekOf(addDays(monday(), -7))) },
          { label: t('week.last'), href: hrefOf(lastWeek()), current: week() === lastWeek() },
          { label: t('week.next'), href: hrefOf(weekOf(addDays(monday(), 7))) },
        ]}
      />
      <h2>{t('week.period', period())}</h2>
      <Show when={report()}>
        {(known) => (
          <Show
            when={known().rows.length > 0}
            fallback={<EmptyState title={t('report.empty')}>{t('report.empty.why')}</EmptyState>}
          >
            <p>
              <strong>
                {t('report.totals', {
                  meeting: number(known().totals.meeting),
                  venues: number(known().totals.venues),
                })}
              </strong>{' '}
              {t('report.totals.hours', {
                planned: duration(known().totals.planned),
                actual: duration(known().totals.actual),
              })}
            </p>
            <HoursPicture rows={known().rows} />
            <Table
              caption={t('report.caption', { node: desk.placeOf(desk.node() ?? '') })}
              columns={columnsFor(desk)}
              rows={known().rows}
            />
            <p class="soft">{t('as-of', { when: moment(known().asOf) })}</p>
          </Show>
        )}
      </Show>
    </div>
  );
};
