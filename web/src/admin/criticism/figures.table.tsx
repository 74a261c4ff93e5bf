import { A } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { limits } from '../../../../functions/criticism/criticism.words.ts';
import { formatMoment, formatMonth, formatNumber, formatRate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { aboutWords, recordHref } from '../findings/finding-marks.tsx';
import { findingsWords } from '../findings/findings.words.ts';
import { useDesk } from '../shell/desk.ts';
import type { CriticismView, Drawn } from './criticism.queries.ts';
import { criticismWords } from './criticism.words.ts';

const { t } = criticismWords;

type Figures = Drawn['figures'];
type Counted = Figures['checks'][number];
type Later = CriticismView['later'];
type Row = Figures['cases'][number];

const number = (value: number): string => formatNumber(value, language());

/** No rate of few cases, nor of what was found among others than those that were counted. */
const rateOf = ({ found, of }: Counted): string => {
  if (of === undefined) return t('figures.none');
  if (of < limits.rateFrom || found > of) return t('figures.few', { n: limits.rateFrom });
  return formatRate(found, of, language());
};

const columns = (): readonly Column<Counted>[] => [
  {
    key: 'check',
    header: t('figures.check'),
    isRowHeader: true,
    cell: ({ check }) => findingsWords.t(`check.${check}`),
  },
  { key: 'found', header: t('figures.found'), align: 'end', cell: ({ found }) => number(found) },
  {
    key: 'of',
    header: t('figures.of'),
    align: 'end',
    cell: ({ of }) => (of === undefined ? t('figures.none') : number(of)),
  },
  { key: 'rate', header: t('figures.rate'), align: 'end', cell: rateOf },
];

export const periodWords = ({ from, to }: Drawn['period']): string => {
  const first = formatMonth(from, language());
  return from === to ? first : t('period', { from: first, to: formatMonth(to, language()) });
};

/** Figures as they were drawn, and as of when; under them what they count. */
export const FiguresTable: Component<Drawn> = (props) => {
  const desk = useDesk();
  return (
    <>
      <Show when={props.figures.checks.length > 0}>
        <Table
          caption={t('figures.caption', {
            place: desk.placeOf(props.node),
            period: periodWords(props.period),
          })}
          columns={columns()}
          rows={props.figures.checks}
        />
      </Show>
      <p class="soft">
        {t('figures.as-of', { when: formatMoment(props.figures.asOf, language()) })} {t('figures.meaning')}
      </p>
    </>
  );
};

const nowWords = (later: Later[number] | undefined): string => {
  if (later?.state === 'cleared' && later.clearedAt !== undefined)
    return t('cases.cleared', { when: formatMoment(later.clearedAt, language()) });
  return later?.state === 'excepted' ? t('cases.excepted') : t('cases.open');
};

/** The cases behind the figures, each opening the record; what became of them stands beside. */
export const CasesTable: Component<{ cases: readonly Row[]; later?: Later }> = (props) => {
  const desk = useDesk();
  const caseColumns = (): readonly Column<Row>[] => [
    {
      key: 'what',
      header: t('cases.what'),
      isRowHeader: true,
      cell: (row) => (
        <Show when={recordHref(row)} fallback={aboutWords(row)}>
          {(href) => <A href={desk.keepNode(href())}>{aboutWords(row)}</A>}
        </Show>
      ),
    },
    { key: 'where', header: t('cases.where'), cell: ({ node }) => desk.placeOf(node) },
    {
      key: 'since',
      header: t('cases.since'),
      cell: ({ since }) => formatMoment(since, language()),
    },
    ...(props.later
      ? [
          {
            key: 'now',
            header: t('cases.now'),
            cell: ({ finding }: Row) => nowWords(props.later?.find((each) => each.finding === finding)),
          },
        ]
      : []),
  ];
  return (
    <Table
      caption={t('cases.title', { n: number(props.cases.length) })}
      columns={caseColumns()}
      rows={props.cases}
    />
  );
};
