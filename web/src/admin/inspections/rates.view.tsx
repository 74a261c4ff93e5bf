import { A } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { type Column, Table } from '../../ui/table.tsx';
import { useDesk } from '../shell/desk.ts';
import { intervalWords, rateWords } from './inspection-words.tsx';
import type { Rates } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';

const { t } = inspectionsWords;

type Rate = Rates['total'];

interface RatesViewProps {
  rates: Rates;
  /** Where the visits behind a rate are, when they are all in one place. */
  casesOf?: ((of: { readonly village: string } | { readonly by: string }) => string) | undefined;
}

const figures = <Row extends Rate>(): Column<Row>[] => [
  { key: 'checked', header: t('rates.checked'), align: 'end', cell: ({ checked }) => checked },
  { key: 'rate', header: t('rates.rate'), align: 'end', nowrap: true, cell: rateWords },
  { key: 'interval', header: t('rates.interval'), align: 'end', nowrap: true, cell: intervalWords },
];

/** Rates, each with the number it is of and how far it can be trusted; the visits behind it are one step away. */
export const RatesView: Component<RatesViewProps> = (props) => {
  const desk = useDesk();
  const villageColumns = (): Column<Rates['villages'][number]>[] => [
    {
      key: 'village',
      header: t('rates.village'),
      isRowHeader: true,
      cell: ({ village }) => desk.placeOf(village),
    },
    ...figures<Rates['villages'][number]>(),
    ...(props.casesOf === undefined
      ? []
      : [
          {
            key: 'cases',
            header: t('rates.cases'),
            cell: ({ village }: Rates['villages'][number]) => (
              <A
                href={props.casesOf?.({ village }) ?? ''}
                aria-label={`${t('rates.cases')}: ${desk.nameOf(village)}`}
              >
                {t('rates.cases')}
              </A>
            ),
          },
        ]),
  ];
  const visitorColumns = (): Column<Rates['visitors'][number]>[] => [
    { key: 'who', header: t('rates.who'), isRowHeader: true, cell: ({ by }) => by.name },
    ...figures<Rates['visitors'][number]>(),
    ...(props.casesOf === undefined
      ? []
      : [
          {
            key: 'cases',
            header: t('rates.cases'),
            cell: ({ by }: Rates['visitors'][number]) => (
              <A href={props.casesOf?.({ by: by.id }) ?? ''} aria-label={`${t('rates.cases')}: ${by.name}`}>
                {t('rates.cases')}
              </A>
            ),
          },
        ]),
  ];
  return (
    <div class="stack">
      <p>
        {props.rates.total.checked === 0
          ? t('rates.total.none')
          : t('rates.total', {
              rate: rateWords(props.rates.total),
              interval: intervalWords(props.rates.total),
            })}
        <Show when={props.rates.untold > 0}> {t('rates.untold', { n: props.rates.untold })}</Show>
      </p>
      <Show when={props.rates.total.checked > 0}>
        <Table caption={t('rates.caption.villages')} columns={villageColumns()} rows={props.rates.villages} />
        <Table caption={t('rates.caption.visitors')} columns={visitorColumns()} rows={props.rates.visitors} />
      </Show>
    </div>
  );
};
