import { A, createAsync } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { checkFacts } from '../../../../functions/checks/checks.words.ts';
import { checkNames } from '../../../../functions/findings/findings.words.ts';
import { PageHeader } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { findingsWords } from '../findings/findings.words.ts';
import { useDesk } from '../shell/desk.ts';
import { AsOf } from '../shell/list-foot.tsx';
import { moment, number, punctualityWords, tookWords, whenWords } from './run-words.ts';
import { type RunRow, readSchedules, renewSchedules, type ScheduleRow } from './runs.queries.ts';
import { runsWords } from './runs.words.ts';
import './runs.css';

const { t } = runsWords;

const lastRun = (row: ScheduleRow): string =>
  row.latest ? `${moment(row.latest.startedAt)} · ${punctualityWords(row.latest)}` : t('run.never');

const figure = (key: 'examined' | 'found' | 'cleared' | 'failed' | 'units'): Column<ScheduleRow> => ({
  key,
  header: t(`column.${key}`),
  align: 'end',
  cell: ({ latest }) => (latest?.[key] === undefined ? '—' : number(latest[key])),
});

const took = (latest: RunRow | undefined): string => (latest ? tookWords(latest) : '—');

/** Everything that runs by itself, and what watches each promise. */
export const SchedulesPage: Component = () => {
  const desk = useDesk();
  const known = createAsync(() => readSchedules());
  const hrefOf = (schedule: ScheduleRow['schedule']): string => desk.keepNode(`/admin/runs/${schedule}`);
  const columns = (): readonly Column<ScheduleRow>[] => [
    {
      key: 'schedule',
      header: t('column.schedule'),
      isRowHeader: true,
      cell: ({ schedule, missedSince }) => (
        <>
          <A href={hrefOf(schedule)}>{t(`name.${schedule}`)}</A>
          <Show when={missedSince}>
            {(when) => <strong class="run-line">{t('run.missed', { when: moment(when()) })}</strong>}
          </Show>
        </>
      ),
    },
    { key: 'when', header: t('column.when'), cell: ({ cron }) => whenWords(cron) },
    { key: 'latest', header: t('column.latest'), cell: lastRun },
    {
      key: 'next',
      header: t('column.next'),
      cell: ({ nextAt }) => (nextAt === undefined ? '—' : moment(nextAt)),
    },
    figure('examined'),
    figure('found'),
    figure('cleared'),
    figure('failed'),
    { key: 'took', header: t('column.took'), align: 'end', cell: ({ latest }) => took(latest) },
    figure('units'),
  ];
  return (
    <div class="stack">
      <PageHeader title={t('runs.title')} lead={t('runs.lead')} />
      <Show when={known()}>
        {(read) => (
          <>
            <Table caption={t('runs.caption')} columns={columns()} rows={read().schedules} />
            <AsOf asOf={read().asOf} renew={renewSchedules}>
              <p>{t('runs.count', { n: number(read().schedules.length) })}</p>
            </AsOf>
          </>
        )}
      </Show>
      <Checks hrefOf={hrefOf} />
    </div>
  );
};

type Check = (typeof checkNames)[number];

/** The facts of each check. */
const Checks: Component<{ hrefOf: (schedule: ScheduleRow['schedule']) => string }> = (props) => {
  const columns = (): readonly Column<Check>[] => [
    {
      key: 'check',
      header: t('checks.check'),
      isRowHeader: true,
      cell: (check) => findingsWords.t(`check.${check}`),
    },
    { key: 'scope', header: t('checks.scope'), cell: (check) => t(`scope.${checkFacts[check].scope}`) },
    {
      key: 'schedules',
      header: t('checks.schedules'),
      cell: (check) => (
        <ul class="run-list">
          <For each={checkFacts[check].schedules}>
            {(schedule) => (
              <li>
                <A href={props.hrefOf(schedule)}>{t(`name.${schedule}`)}</A>
              </li>
            )}
          </For>
        </ul>
      ),
    },
    {
      key: 'told',
      header: t('checks.told'),
      cell: (check) => (
        <ul class="run-list">
          <For each={checkFacts[check].told}>{(role) => <li>{t(`told.${role}`)}</li>}</For>
        </ul>
      ),
    },
  ];
  return (
    <section class="stack" aria-labelledby="checks">
      <h2 id="checks">{t('checks.title')}</h2>
      <Table caption={t('checks.caption')} columns={columns()} rows={checkNames} />
    </section>
  );
};
