import { createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { areaReaders } from '../../../../functions/renovation/renovation.roles.ts';
import { formatDate, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DescriptionList } from '../../ui/facts.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useDesk } from '../shell/desk.ts';
import { actWords, fact, lines, moment, Part } from './case-parts.tsx';
import { fundsFor } from './funds.ts';
import { type RenovationView, readFunds } from './renovation.queries.ts';
import { renovationCaseWords, renovationWords } from './renovation.words.ts';
import { Photos } from './renovation-marks.tsx';

const { t } = renovationCaseWords;
const words = renovationWords.t;
const yuan = (fen: number): string => formatYuan(fen, language());

type Assessment = NonNullable<RenovationView['assessment']>;
type Feasibility = NonNullable<RenovationView['feasibility']>;
type Plan = NonNullable<RenovationView['plan']>;

const assessedColumns = (): readonly Column<Assessment['items'][number]>[] => [
  { key: 'item', header: t('column.item'), isRowHeader: true, cell: ({ item }) => words(`item.${item}`) },
  {
    key: 'needed',
    header: t('column.needed'),
    nowrap: true,
    cell: ({ needed }) => t(needed ? 'needed.yes' : 'needed.no'),
  },
  { key: 'why', header: t('column.why'), cell: ({ why }) => why },
  {
    key: 'measured',
    header: t('column.measured'),
    cell: ({ measured }) => measured ?? words('column.none'),
  },
];

const AssessmentPart: Component<{ view: RenovationView }> = (props) => (
  <Show
    when={props.view.assessment}
    fallback={
      <Part
        id="assessment"
        title={t('part.assessment')}
        facts={[
          fact(
            t('assessment.named'),
            props.view.appointment &&
              t('assessment.day', {
                name: props.view.appointment.assessor.name,
                day: formatDate(props.view.appointment.day, language()),
              }),
          ),
        ]}
      />
    }
  >
    {(known) => (
      <section class="stack" aria-labelledby="assessment">
        <h2 id="assessment">{t('part.assessment')}</h2>
        <DescriptionList
          facts={[
            { term: t('assessment.function'), value: known().function },
            { term: t('assessment.home'), value: known().home },
            { term: t('assessment.by'), value: actWords(known()) },
          ]}
        />
        <Table
          caption={t('assessment.caption')}
          captionHidden
          columns={assessedColumns()}
          rows={known().items}
        />
        <Show when={known().photos.length > 0}>
          <Photos reference={props.view.reference} ids={known().photos} of={t('assessment.photos')} />
        </Show>
      </section>
    )}
  </Show>
);

const feasibleColumns = (): readonly Column<Feasibility['items'][number]>[] => [
  { key: 'item', header: t('column.item'), isRowHeader: true, cell: ({ item }) => words(`item.${item}`) },
  {
    key: 'feasible',
    header: t('column.feasible'),
    nowrap: true,
    cell: ({ feasible }) => t(feasible ? 'feasible.yes' : 'feasible.no'),
  },
  { key: 'note', header: t('column.note'), cell: ({ note }) => note ?? words('column.none') },
];

const FeasibilityPart: Component<{ known: Feasibility }> = (props) => (
  <section class="stack" aria-labelledby="feasibility">
    <h2 id="feasibility">{t('part.feasibility')}</h2>
    <Table
      caption={t('feasibility.caption')}
      captionHidden
      columns={feasibleColumns()}
      rows={props.known.items}
    />
    <DescriptionList
      facts={[
        ...(props.known.note === undefined ? [] : [{ term: t('column.note'), value: props.known.note }]),
        { term: t('feasibility.by'), value: actWords(props.known) },
      ]}
    />
  </section>
);

export const planColumns = (): readonly Column<Plan['lines'][number]>[] => [
  { key: 'item', header: t('column.item'), isRowHeader: true, cell: ({ item }) => words(`item.${item}`) },
  {
    key: 'quantity',
    header: t('column.quantity'),
    align: 'end',
    nowrap: true,
    cell: ({ quantity, unit }) => t('quantity', { n: quantity, unit: words(`unit.${unit}`) }),
  },
  {
    key: 'price',
    header: t('column.price'),
    align: 'end',
    nowrap: true,
    cell: ({ price, unit }) => t('price.per', { price: yuan(price), unit: words(`unit.${unit}`) }),
  },
  {
    key: 'sum',
    header: t('column.sum'),
    align: 'end',
    nowrap: true,
    cell: ({ amount }) => yuan(amount),
  },
];

const PlanPart: Component<{ view: RenovationView; plan: Plan }> = (props) => {
  const desk = useDesk();
  // Whoever sees no fund, such as a contractor, sees the plan without its ceiling.
  const ceiling = createAsync(async () => {
    if (!desk.holds(...areaReaders)) return undefined;
    const funds = await readFunds(props.plan.year).catch(() => []);
    return fundsFor(funds, props.view.village).town?.ceiling;
  });
  return (
    <section class="stack" aria-labelledby="plan">
      <h2 id="plan">{t('part.plan')}</h2>
      <Table
        caption={t('plan.caption', { year: props.plan.year })}
        columns={planColumns()}
        rows={props.plan.lines}
      />
      <DescriptionList
        facts={[
          { term: t('plan.total'), value: <strong>{yuan(props.plan.amount)}</strong> },
          ...[ceiling()].flatMap((fen) =>
            fen === undefined ? [] : [{ term: t('plan.ceiling'), value: yuan(fen) }],
          ),
          { term: t('plan.by'), value: actWords(props.plan) },
          ...(props.view.agreement === undefined
            ? []
            : [
                {
                  term: t('plan.agreed'),
                  value: lines(actWords(props.view.agreement), props.view.agreement.note),
                },
              ]),
        ]}
      />
    </section>
  );
};

/** From the assessment to the plan, as far as it has come. */
export const PlanningParts: Component<{ view: RenovationView }> = (props) => (
  <>
    <AssessmentPart view={props.view} />
    <Show when={props.view.feasibility}>{(known) => <FeasibilityPart known={known()} />}</Show>
    <Part
      id="declined"
      title={t('plan.declined')}
      facts={[
        fact(
          t('plan.total'),
          props.view.declined &&
            t('plan.declined.value', {
              amount: yuan(props.view.declined.plan.amount),
              when: moment(props.view.declined.at),
            }),
        ),
        fact(t('column.note'), props.view.declined?.note),
      ]}
    />
    <Show when={props.view.plan}>{(known) => <PlanPart view={props.view} plan={known()} />}</Show>
  </>
);
