import { type Component, type JSX, Show } from 'solid-js';
import { EmptyState } from '../../../ui/state.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { devicesWords } from '../devices/devices.words.ts';
import { eventsWords } from '../events/events.words.ts';
import { helpsWords } from '../helps/helps.words.ts';
import type { ServiceFigures } from '../services.queries.ts';
import { serviceFiguresWords } from './figures.words.ts';
import { number, withBar } from './figures-marks.tsx';

const { t } = serviceFiguresWords;

interface Kind {
  readonly name: string;
  readonly count: number;
}

/** Only what there was, the most first. */
const most = (kinds: readonly Kind[]): readonly Kind[] =>
  kinds.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);

const sumOf = (kinds: readonly Kind[]): number => kinds.reduce((sum, { count }) => sum + count, 0);

interface PartProps<Row> {
  id: string;
  title: string;
  none: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  children?: JSX.Element;
}

const Part = <Row,>(props: PartProps<Row>): JSX.Element => (
  <section class="stack" aria-labelledby={props.id}>
    <h2 id={props.id}>{props.title}</h2>
    <Show when={props.rows.length > 0} fallback={<EmptyState title={props.none} />}>
      <Table
        caption={t('table.of', { title: props.title })}
        captionHidden
        columns={props.columns}
        rows={props.rows}
      />
    </Show>
    {props.children}
  </section>
);

const columnsOf = (counted: string, all: number): readonly Column<Kind>[] => [
  { key: 'kind', header: t('column.kind'), isRowHeader: true, cell: ({ name }) => name },
  { key: 'count', header: counted, cell: ({ count }) => withBar(count, all) },
];

/** Devices and children's rehabilitation, each kind beside all of them. */
export const Kinds: Component<{ figures: ServiceFigures }> = (props) => {
  const devices = () =>
    most(
      props.figures.devicesByKind.map(({ kind, devices: count }) => ({
        name: devicesWords.t(`kind.${kind}`),
        count,
      })),
    );
  const helps = () =>
    most(
      props.figures.helpsByKind.map(({ kind, helps: count }) => ({
        name: helpsWords.t(`kind.${kind}`),
        count,
      })),
    );
  return (
    <div class="services-columns">
      <Part
        id="figures-devices"
        title={t('devices.title')}
        none={t('devices.none')}
        rows={devices()}
        columns={columnsOf(t('column.devices'), sumOf(devices()))}
      />
      <Part
        id="figures-helps"
        title={t('helps.title')}
        none={t('helps.none')}
        rows={helps()}
        columns={columnsOf(t('column.helps'), sumOf(helps()))}
      />
    </div>
  );
};

/** Events of each kind, with the people they were for. */
export const EventKinds: Component<{ figures: ServiceFigures }> = (props) => {
  type Row = ServiceFigures['eventsByKind'][number];
  const rows = (): readonly Row[] => props.figures.eventsByKind.filter(({ events }) => events > 0);
  const columns = (): readonly Column<Row>[] => [
    {
      key: 'kind',
      header: t('column.kind'),
      isRowHeader: true,
      cell: ({ kind }) => eventsWords.t(`kind.${kind}`),
    },
    { key: 'events', header: t('column.events'), align: 'end', cell: ({ events }) => number(events) },
    {
      key: 'served',
      header: t('column.served'),
      cell: ({ served }) =>
        withBar(
          served,
          rows().reduce((sum, row) => sum + row.served, 0),
        ),
    },
  ];
  return (
    <Part
      id="figures-events"
      title={t('events.title')}
      none={t('events.none')}
      rows={rows()}
      columns={columns()}
    >
      <Show when={props.figures.servedByProgramme > 0}>
        <p class="soft">{t('events.programme', { n: number(props.figures.servedByProgramme) })}</p>
      </Show>
    </Part>
  );
};
