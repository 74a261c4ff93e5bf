import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { type ScheduleName, scheduleNames } from '../../../../functions/checks/checks.words.ts';
import { DescriptionList } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { NotFoundPage } from '../not-found.page.tsx';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { moment, number, remarksOf, skippedWords, tookWords, whenWords } from './run-words.ts';
import { type RunRow, readRuns, renewRuns } from './runs.queries.ts';
import { runsWords } from './runs.words.ts';
import './runs.css';

const { t } = runsWords;

const Lines: Component<{ lines: readonly string[] }> = (props) => (
  <ul class="run-list">
    <For each={props.lines}>{(line) => <li>{line}</li>}</For>
  </ul>
);

const figure = (key: 'examined' | 'found' | 'cleared' | 'failed' | 'units'): Column<RunRow> => ({
  key,
  header: t(`column.${key}`),
  align: 'end',
  cell: (run) => (run[key] === undefined ? '—' : number(run[key])),
});

const columns = (): readonly Column<RunRow>[] => [
  {
    key: 'started',
    header: t('column.started'),
    isRowHeader: true,
    cell: ({ startedAt }) => moment(startedAt),
  },
  { key: 'remarks', header: t('column.remarks'), cell: (run) => <Lines lines={remarksOf(run)} /> },
  figure('examined'),
  figure('found'),
  figure('cleared'),
  { key: 'skipped', header: t('column.skipped'), cell: (run) => <Lines lines={skippedWords(run)} /> },
  figure('failed'),
  { key: 'took', header: t('column.took'), align: 'end', cell: tookWords },
  figure('units'),
];

const Runs: Component<{ schedule: ScheduleName }> = (props) => {
  const desk = useDesk();
  const hrefOf = (cursor: string | undefined): string =>
    desk.keepNode(`/admin/runs/${props.schedule}${cursor === undefined ? '' : `?cursor=${cursor}`}`);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const read = await readRuns(props.schedule, pages.cursor());
    pages.reached(read.next);
    return read;
  });
  const caption = (): string => t('runs.of.caption', { name: t(`name.${props.schedule}`) });
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode('/admin/runs')}>{t('runs.back')}</A>
      </p>
      <PageHeader title={t(`name.${props.schedule}`)} lead={t(`rule.${props.schedule}`)} />
      <Show when={props.schedule === 'booking-care' || props.schedule === 'booking-late'}>
        <p class="no-print">
          <A href={desk.keepNode('/admin/venues')}>{t('runs.call-list')}</A>
        </p>
      </Show>
      <Show when={page()}>
        {(known) => (
          <>
            <DescriptionList
              facts={[
                { term: t('column.when'), value: whenWords(known().cron) },
                { term: t('column.next'), value: known().nextAt ? moment(known().nextAt ?? '') : '—' },
              ]}
            />
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={t('runs.of.empty')}>
                  <p>{t('runs.of.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table caption={caption()} columns={columns()} rows={known().rows} />
            </Show>
            <ListFoot
              summary={t('runs.of.count', { n: number(known().rows.length) })}
              asOf={known().asOf}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              next={known().next}
              hrefOf={hrefOf}
              renew={renewRuns}
            />
          </>
        )}
      </Show>
    </div>
  );
};

/** The runs of one schedule, the newest first. */
export const RunsPage: Component = () => {
  const params = useParams();
  const schedule = (): ScheduleName | undefined => scheduleNames.find((name) => name === params['schedule']);
  return (
    <Show when={schedule()} keyed fallback={<NotFoundPage />}>
      {(name) => <Runs schedule={name} />}
    </Show>
  );
};
