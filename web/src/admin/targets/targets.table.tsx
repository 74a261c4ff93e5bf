import { A } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { keepersOf } from '../../../../functions/targets/targets.actions.ts';
import { targetKeepers } from '../../../../functions/targets/targets.roles.ts';
import { measureOf } from '../../../../functions/targets/targets.words.ts';
import { Bar } from '../../ui/bar.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { moment } from '../figures/figures-marks.tsx';
import { type Desk, useDesk } from '../shell/desk.ts';
import { ChangeTargetAction, SetTargetAction } from './target.actions.tsx';
import { behindOf, doneWords, figureWords, gapWords, targetWords } from './target-marks.ts';
import type { TargetProgress } from './targets.queries.ts';
import { targetsWords } from './targets.words.ts';

const { t } = targetsWords;

const tones = { reached: 'ok', 'on-track': 'info', behind: 'bad', unknown: 'neutral' } as const;
const barTones = { ...tones, unknown: 'info' } as const;

const lastSet = ({ set }: TargetProgress): string => {
  const by = { name: set.by.name, when: moment(set.at) };
  return set.reason === undefined
    ? t('target.set-by', by)
    : t('target.set-because', { ...by, reason: set.reason });
};

/** What is done, leading to the list behind it for whoever may see that, with the bar and the line of today on it. */
const Done: Component<{ target: TargetProgress }> = (props) => {
  const desk = useDesk();
  const behind = () => behindOf(props.target).find(({ roles }) => desk.holds(...roles));
  const words = (): string => doneWords(props.target);
  const whole = (): number => (measureOf(props.target.unit) === 'rate' ? 100 : props.target.figure);
  return (
    <>
      <Show when={props.target.done !== undefined && behind()} fallback={words()}>
        {(known) => (
          <A
            href={desk.keepNode(known().href)}
            aria-label={t('target.look', { what: targetWords(props.target), done: words() })}
          >
            {words()}
          </A>
        )}
      </Show>
      <Show when={props.target.done}>
        {(done) => (
          <Bar part={done()} whole={whole()} mark={props.target.line} tone={barTones[props.target.stands]} />
        )}
      </Show>
    </>
  );
};

/** What a target's row is found by in an address. */
const anchorOf = ({ target }: TargetProgress): string => `target-${target}`;

const columnsFor = (desk: Desk, asked: string | undefined): readonly Column<TargetProgress>[] => [
  {
    key: 'what',
    header: t('target.what'),
    isRowHeader: true,
    cell: (target) => (
      <span
        id={anchorOf(target)}
        classList={{ 'targets-asked': target.target === asked }}
        ref={(element) => {
          if (target.target === asked) queueMicrotask(() => element.scrollIntoView({ block: 'center' }));
        }}
      >
        {targetWords(target)}
      </span>
    ),
  },
  {
    key: 'figure',
    header: t('target.figure'),
    align: 'end',
    nowrap: true,
    cell: ({ unit, figure }) => figureWords(unit, figure),
  },
  { key: 'done', header: t('target.progress'), cell: (target) => <Done target={target} /> },
  {
    key: 'line',
    header: t('target.line'),
    align: 'end',
    nowrap: true,
    cell: ({ unit, line }) => figureWords(unit, line),
  },
  {
    key: 'forecast',
    header: t('target.forecast'),
    align: 'end',
    nowrap: true,
    cell: ({ unit, forecast }) => figureWords(unit, forecast),
  },
  { key: 'gap', header: t('target.gap'), align: 'end', nowrap: true, cell: gapWords },
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
        <span class="targets-sub">{lastSet(target)}</span>
        <Show when={desk.holds(...keepersOf(target.subject))}>
          <span class="no-print">
            <ChangeTargetAction target={target} />
          </span>
        </Show>
      </>
    ),
  },
];

interface TargetsProps {
  node: string;
  year: string;
  rows: readonly TargetProgress[];
  /** The one somebody came for. */
  asked: string | undefined;
}

/** A plan's figures against what is done, and against the part of the year that has passed. */
export const Targets: Component<TargetsProps> = (props) => {
  const desk = useDesk();
  return (
    <section class="stack" aria-labelledby="targets">
      <h2 id="targets">{t('targets')}</h2>
      <Show when={desk.holds(...targetKeepers)}>
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
          columns={columnsFor(desk, props.asked)}
          rows={props.rows}
        />
        <p class="soft">{t('targets.how')}</p>
      </Show>
    </section>
  );
};
