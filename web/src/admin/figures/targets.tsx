import { type Component, Show } from 'solid-js';
import { programmeKeepers } from '../../../../functions/programme/programme.actions.ts';
import { formatRate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useDesk } from '../shell/desk.ts';
import type { TargetProgress } from './figures.queries.ts';
import { figuresWords } from './figures.words.ts';
import { moment, number } from './figures-marks.tsx';
import { ChangeTargetAction, SetTargetAction, targetWords } from './target.actions.tsx';

const { t } = figuresWords;

const tones = { reached: 'ok', 'on-track': 'info', behind: 'bad' } as const;

const lastSet = ({ set }: TargetProgress): string => {
  const by = { name: set.by.name, when: moment(set.at) };
  return set.reason === undefined
    ? t('target.set-by', by)
    : t('target.set-because', { ...by, reason: set.reason });
};

const columnsFor = (mayChange: boolean): readonly Column<TargetProgress>[] => [
  { key: 'what', header: t('target.what'), isRowHeader: true, cell: targetWords },
  {
    key: 'figure',
    header: t('target.figure'),
    align: 'end',
    nowrap: true,
    cell: ({ figure }) => number(figure),
  },
  {
    key: 'done',
    header: t('target.progress'),
    cell: ({ done, figure, line, stands }) => (
      <>
        {formatRate(done, figure, language())}
        <Bar part={done} whole={figure} mark={line} tone={tones[stands]} />
      </>
    ),
  },
  {
    key: 'line',
    header: t('target.line'),
    align: 'end',
    nowrap: true,
    cell: ({ line }) => number(line),
  },
  {
    key: 'stands',
    header: t('target.stands'),
    cell: ({ stands }) => <StatusTag tone={tones[stands]}>{t(`target.stands.${stands}`)}</StatusTag>,
  },
  {
    key: 'set',
    header: t('target.last'),
    cell: (target) => (
      <>
        <span class="figures-sub">{lastSet(target)}</span>
        <Show when={mayChange}>
          <span class="no-print">
            <ChangeTargetAction target={target} />
          </span>
        </Show>
      </>
    ),
  },
];

/** A plan's figures against what is done, and against the part of the year that has passed. */
export const Targets: Component<{ node: string; year: string; rows: readonly TargetProgress[] }> = (
  props,
) => {
  const desk = useDesk();
  const mayChange = (): boolean => desk.holds(...programmeKeepers);
  return (
    <section class="stack" aria-labelledby="targets">
      <h2 id="targets">{t('targets')}</h2>
      <Show when={mayChange()}>
        <p class="no-print">
          <SetTargetAction node={props.node} year={props.year} />
        </p>
      </Show>
      <Show
        when={props.rows.length > 0}
        fallback={<EmptyState title={t('targets.none')}>{t('targets.none.why')}</EmptyState>}
      >
        <Table
          caption={t('targets.caption', { node: desk.placeOf(props.node), year: props.year })}
          captionHidden
          columns={columnsFor(mayChange())}
          rows={props.rows}
        />
      </Show>
    </section>
  );
};
