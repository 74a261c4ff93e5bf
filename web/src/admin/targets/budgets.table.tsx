import { A } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { areaReaders } from '../../../../functions/renovation/renovation.roles.ts';
import { formatRate, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import type { BudgetProgress } from './targets.queries.ts';
import { targetsWords } from './targets.words.ts';

const { t } = targetsWords;

const tones = { within: 'ok', nearly: 'warn', 'used-up': 'bad' } as const;
const percent = 100;
/** Above this share of it, money is nearly given away; the mark on the bar. */
const nearly = 90;

const yuan = (fen: number): string => formatYuan(fen, language());
const takenOf = ({ reserved, spent }: BudgetProgress): number => reserved + spent;

const columnsFor = (desk: Desk): readonly Column<BudgetProgress>[] => [
  {
    key: 'place',
    header: t('budget.place'),
    isRowHeader: true,
    cell: ({ node }) => desk.nameOf(node),
  },
  ...(['total', 'reserved', 'spent', 'left'] as const).map((part) => ({
    key: part,
    header: t(`budget.${part}`),
    align: 'end' as const,
    nowrap: true,
    cell: (budget: BudgetProgress) => yuan(budget[part]),
  })),
  {
    key: 'taken',
    header: t('budget.taken'),
    cell: (budget) => {
      const share = budget.total > 0 ? (takenOf(budget) * percent) / budget.total : 0;
      return (
        <>
          {formatRate(takenOf(budget), budget.total, language()).replace(/（.*|\(.*/, '')}
          <Bar part={share} whole={percent} mark={nearly} tone={tones[budget.stands]} />
        </>
      );
    },
  },
  {
    key: 'stands',
    header: t('budget.stands'),
    cell: ({ stands }) => <StatusTag tone={tones[stands]}>{t(`budget.stands.${stands}`)}</StatusTag>,
  },
];

/** The money of a year's homes, town by town: all of it, what is promised, spent and left. */
export const Budgets: Component<{ node: string; year: string; rows: readonly BudgetProgress[] }> = (
  props,
) => {
  const desk = useDesk();
  return (
    <Show when={props.rows.length > 0}>
      <section class="stack" aria-labelledby="budgets">
        <h2 id="budgets">{t('budgets')}</h2>
        <Table
          caption={t('budgets.caption', { node: desk.placeOf(props.node), year: props.year })}
          captionHidden
          columns={columnsFor(desk)}
          rows={props.rows}
        />
        <p class="soft">
          {t('budgets.how')}{' '}
          <Show when={desk.holds(...areaReaders)}>
            <A
              class="no-print"
              href={desk.keepNode(hrefWith('/admin/renovation-funds', { year: props.year }))}
            >
              {t('budgets.look')}
            </A>
          </Show>
        </p>
      </section>
    </Show>
  );
};
