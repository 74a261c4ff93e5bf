import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { EmptyState } from '../../../ui/state.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { readServiceFiguresBelow, type ServiceFiguresBelow } from '../services.queries.ts';
import { serviceFiguresWords } from './figures.words.ts';
import { moment, number } from './figures-marks.tsx';

const { t } = serviceFiguresWords;

type Place = ServiceFiguresBelow['places'][number];

const counted = [
  { figure: 'devices', column: 'column.below-devices' },
  { figure: 'children', column: 'column.helped-children' },
  { figure: 'attendances', column: 'column.attendances' },
  { figure: 'households', column: 'column.households' },
  { figure: 'events', column: 'column.below-events' },
  { figure: 'served', column: 'column.served' },
] as const satisfies readonly { figure: keyof Place['figures']; column: string }[];

const columns = (desk: Desk, year: number): readonly Column<Place>[] => [
  {
    key: 'place',
    header: t('column.place'),
    isRowHeader: true,
    cell: ({ node }) => <A href={`/admin/services/figures?year=${year}&node=${node}`}>{desk.nameOf(node)}</A>,
  },
  ...counted.map(({ figure, column }) => ({
    key: figure,
    header: t(column),
    align: 'end' as const,
    cell: ({ figures }: Place) => number(figures[figure]),
  })),
];

/** The towns of a district, or the villages of a town, each beside the others; each opens its own figures. */
export const BelowPart: Component<{ year: number }> = (props) => {
  const desk = useDesk();
  const below = createAsync(async () => {
    const { year } = props;
    const node = desk.node();
    return node === undefined ? undefined : readServiceFiguresBelow(node, year);
  });
  const name = (): string => desk.nameOf(desk.node() ?? '');
  return (
    <Show when={below()}>
      {(known) => (
        <section class="stack" aria-labelledby="figures-below">
          <h2 id="figures-below">{t('below.title')}</h2>
          <Show when={known().places.length > 0} fallback={<EmptyState title={t('below.none')} />}>
            <Table
              caption={t('below.caption', { node: name(), year: String(known().year) })}
              columns={columns(desk, known().year)}
              rows={known().places}
            />
            <p class="soft">
              {t('below.note', { node: name() })} {t('as-of', { node: name(), when: moment(known().asOf) })}
            </p>
          </Show>
        </section>
      )}
    </Show>
  );
};
