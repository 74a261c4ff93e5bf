import { A, createAsync, Navigate, useParams } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { formatDate, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type CalendarYearView, readCalendar } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { thisMonth } from '../shell/months.ts';
import { calendarWords } from './calendar.words.ts';
import { type Span, spansOf } from './day-lists.ts';
import { LoadYearForm } from './load-year.form.tsx';
import { YearGrid } from './year-grid.tsx';
import './calendar.css';

const { t } = calendarWords;

export const ThisYear: Component = () => <Navigate href={`/admin/calendar/${thisMonth().slice(0, 4)}`} />;

/** A year of the State Council as the deadlines read it; the district's administrators load it here. */
export const CalendarPage: Component = () => {
  const params = useParams<{ year: string }>();
  const desk = useDesk();
  const calendar = createAsync(() => readCalendar(params.year));
  const [loading, setLoading] = createSignal(false);
  const year = (): number => Number(params.year);
  /** It holds for the whole district, so only there it is loaded. */
  const mayLoad = (): boolean => desk.holds('admin') && desk.session()?.scope.includes('/') === false;

  return (
    <div class="stack">
      <PageHeader
        title={t('calendar.title', { year: params.year })}
        actions={
          <Show when={mayLoad() && !loading()}>
            <Button kind="main" onPress={() => setLoading(true)}>
              {calendar()?.loaded
                ? t('load.replace', { year: params.year })
                : t('load.title', { year: params.year })}
            </Button>
          </Show>
        }
      />
      <nav class="row no-print" aria-label={t('calendar.years')}>
        <For each={[year() - 1, year() + 1]}>
          {(other) => <A href={`/admin/calendar/${other}`}>{t('calendar.year', { year: other })}</A>}
        </For>
      </nav>
      <Show when={calendar()}>
        {(known) => (
          <>
            <Show when={loading()}>
              <LoadYearForm year={year()} calendar={known()} onDone={() => setLoading(false)} />
            </Show>
            <Year calendar={known()} />
          </>
        )}
      </Show>
    </div>
  );
};

interface Arranged extends Span {
  readonly kind: 'off' | 'work';
}

const Year: Component<{ calendar: CalendarYearView }> = (props) => {
  const loaded = () => (props.calendar.loaded ? props.calendar : undefined);
  const arranged = (): readonly Arranged[] => [
    ...spansOf(loaded()?.holidays ?? []).map((span) => ({ ...span, kind: 'off' }) as const),
    ...spansOf(loaded()?.makeUpDays ?? []).map((span) => ({ ...span, kind: 'work' }) as const),
  ];
  const columns: readonly Column<Arranged>[] = [
    {
      key: 'days',
      header: t('calendar.arranged.days'),
      isRowHeader: true,
      cell: ({ from, to }) =>
        from === to
          ? formatDate(from, language())
          : t('calendar.span', { from: formatDate(from, language()), to: formatDate(to, language()) }),
    },
    {
      key: 'kind',
      header: t('calendar.arranged.kind'),
      cell: ({ kind }) => t(`calendar.${kind}.long`),
    },
    { key: 'name', header: t('calendar.arranged.name'), cell: ({ name }) => name ?? '' },
  ];
  return (
    <Show
      when={loaded()}
      fallback={
        <EmptyState title={t('calendar.missing', { year: props.calendar.year })}>
          <p>{t('calendar.missing.text')}</p>
        </EmptyState>
      }
    >
      {(known) => (
        <>
          <div class="reading">
            <DescriptionList
              facts={[
                { term: t('calendar.version'), value: known().version },
                { term: t('calendar.source'), value: known().source },
                {
                  term: t('calendar.loaded-at'),
                  value: formatMoment(known().loadedAt, language()),
                },
                { term: t('calendar.revision'), value: String(known().revision) },
              ]}
            />
          </div>
          <p class="soft">{t('calendar.legend')}</p>
          <YearGrid calendar={known()} />
          <h2>{t('calendar.arranged')}</h2>
          <Table caption={t('calendar.arranged')} captionHidden columns={columns} rows={arranged()} />
        </>
      )}
    </Show>
  );
};
