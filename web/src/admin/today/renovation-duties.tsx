import { A, createAsync } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import type { Role } from '../../../../functions/platform/contract/roles.ts';
import type { RenovationList } from '../../../../functions/renovation/renovation.lists.ts';
import { formatDate, formatDeadlineShort, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { type JobRow, readJobs, readRenovationFigures } from '../renovation/renovation.queries.ts';
import { renovationWords } from '../renovation/renovation.words.ts';
import { OverdueTag } from '../renovation/renovation-marks.tsx';
import { type Desk, useDesk } from '../shell/desk.ts';
import { thisMonth } from '../shell/months.ts';
import { Duty, rowsShown } from './duty.tsx';
import { todayWords } from './today.words.ts';

const { t } = todayWords;
const { t: ofRenovation } = renovationWords;

const number = (value: number): string => formatNumber(value, language());

/** The lists that wait for somebody of a role, the most pressing first. */
const waitingFor = {
  disability: [
    ...(['overdue', 'appealed', 'checked', 'reviewed', 'assessed', 'feasible', 'agreed'] as const),
    ...(['noticed', 'ready', 'finished', 'accepted', 'follow-ups', 'queued'] as const),
  ],
  lead: ['overdue', 'applied', 'follow-ups'],
  visitor: ['applied', 'follow-ups'],
} as const satisfies Partial<Record<Role, readonly RenovationList[]>>;
type Waiting = (typeof waitingFor)[keyof typeof waitingFor][number];

const listWords = (list: Waiting): string =>
  list === 'overdue' || list === 'follow-ups' ? ofRenovation(`list.${list}`) : ofRenovation(`state.${list}`);

/** How many homes wait at each step that is this officer's, each the way to its list; nothing where none does. */
const StepsWaiting: Component<{ lists: readonly Waiting[] }> = (props) => {
  const desk = useDesk();
  const figures = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : readRenovationFigures(node, thisMonth());
  });
  const waiting = () =>
    [...new Set(props.lists)].flatMap((list) => {
      const n = figures()?.now[list] ?? 0;
      return n > 0 ? [{ list, n }] : [];
    });
  return (
    <Show when={waiting().length > 0}>
      <section class="stack" aria-labelledby="homes-waiting">
        <h2 id="homes-waiting">{t('homes.title')}</h2>
        <ul class="duty-links">
          <For each={waiting()}>
            {({ list, n }) => (
              <li>
                <A href={desk.keepNode(`/admin/renovations?list=${list}`)}>{listWords(list)}</A>{' '}
                <span class="duty-count">{t('homes.count', { n: number(n) })}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
};

const jobColumns = (desk: Desk): readonly Column<JobRow>[] => [
  {
    key: 'reference',
    header: ofRenovation('column.reference'),
    isRowHeader: true,
    nowrap: true,
    cell: (row) => (
      <A href={desk.keepNode(`/admin/renovations/${row.reference}`)}>{formatReference(row.reference)}</A>
    ),
  },
  { key: 'village', header: ofRenovation('column.village'), cell: (row) => desk.placeOf(row.village) },
  { key: 'work', header: t('homes.work'), cell: (row) => ofRenovation(`jobs.work.${row.work}`) },
  {
    key: 'due',
    header: ofRenovation('column.due'),
    cell: (row) => (
      <>
        {row.day === undefined ? '' : `${formatDate(row.day, language())} `}
        {row.dueAt === undefined ? '' : formatDeadlineShort(row.dueAt)}
        <Show when={row.overdue}>
          {' '}
          <OverdueTag />
        </Show>
      </>
    ),
  },
];

/** What a contractor or an assessor is to do, the nearest deadline first. */
const Jobs: Component = () => {
  const desk = useDesk();
  const page = createAsync(() => readJobs(false, undefined));
  return (
    <Show when={page()}>
      {(known) => (
        <Show when={known().rows.length > 0}>
          <Duty
            title={t('homes.jobs')}
            count={t('homes.count', { n: `${number(known().rows.length)}${known().next ? '+' : ''}` })}
            isBad={known().rows.some(({ overdue }) => overdue)}
            href={desk.keepNode('/admin/renovation-jobs')}
            all={t('homes.jobs.all')}
          >
            <Table
              caption={t('homes.jobs')}
              captionHidden
              columns={jobColumns(desk)}
              rows={known().rows.slice(0, rowsShown)}
            />
          </Duty>
        </Show>
      )}
    </Show>
  );
};

/** The homes that wait for this officer. */
export const RenovationDuties: Component = () => {
  const desk = useDesk();
  const lists = (): readonly Waiting[] =>
    (['disability', 'lead', 'visitor'] as const).flatMap((role) =>
      desk.holds(role) ? waitingFor[role] : [],
    );
  return (
    <>
      <Show when={desk.holds('contractor', 'disability')}>
        <Jobs />
      </Show>
      <Show when={lists().length > 0}>
        <StepsWaiting lists={lists()} />
      </Show>
    </>
  );
};
