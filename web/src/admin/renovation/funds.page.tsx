import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { fundKeepers } from '../../../../functions/renovation/renovation.roles.ts';
import { formatNumber, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { today } from '../shell/days.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { ChangeDistrictFund, ChangeTownFund, SetDistrictFund, SetTownFund } from './fund.actions.tsx';
import { type DistrictFund, type FundView, readFunds, type TownFund } from './renovation.queries.ts';
import { renovationMoneyWords, renovationWords } from './renovation.words.ts';
import './renovation.css';

const { t } = renovationMoneyWords;
const words = renovationWords.t;
const yuan = (fen: number): string => formatYuan(fen, language());
const number = (n: number): string => formatNumber(n, language());

const thisYear = (): number => Number(today().slice(0, 4));

/** Nine tenths gone is worth a look; nothing left is the end of approvals. */
const toneOf = (left: number, whole: number): 'info' | 'warn' | 'bad' => {
  if (left <= 0) return 'bad';
  return left * 10 <= whole ? 'warn' : 'info';
};

/** What there is for a year, what of it is reserved and spent, and what is left. */
export const FundsPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const year = (): number => {
    const wanted = search['year'];
    return typeof wanted === 'string' && /^20\d{2}$/.test(wanted) ? Number(wanted) : thisYear();
  };
  const hrefOf = (wanted: number): string => desk.keepNode(`/admin/renovation-funds?year=${wanted}`);
  const funds = createAsync(() => readFunds(year()));
  const isDistrict = (): boolean => desk.session()?.scope.includes('/') === false;
  const mayKeep = (): boolean => desk.holds(...fundKeepers) && isDistrict();
  return (
    <div class="stack">
      <PageHeader title={t('funds.title')} lead={t('funds.lead')} />
      <nav class="renovation-years no-print" aria-label={t('funds.years')}>
        <A href={hrefOf(year() - 1)}>{t('funds.previous')}</A>
        <strong>{t('funds.year', { year: year() })}</strong>
        <A href={hrefOf(year() + 1)}>{t('funds.next')}</A>
      </nav>
      <Show when={!mayKeep() && desk.holds(...fundKeepers)}>
        <p class="soft">{t('funds.only-district')}</p>
      </Show>
      <Show when={funds()} keyed>
        {(known) => (
          <>
            <District funds={known} year={year()} mayKeep={mayKeep()} />
            <Towns funds={known} year={year()} mayKeep={mayKeep()} />
          </>
        )}
      </Show>
    </div>
  );
};

interface PartProps {
  funds: readonly FundView[];
  year: number;
  mayKeep: boolean;
}

type Price = DistrictFund['prices'][number];

const priceColumns = (): readonly Column<Price>[] => [
  {
    key: 'item',
    header: t('column.item'),
    isRowHeader: true,
    cell: ({ item }) => words(`item.${item}`),
  },
  {
    key: 'price',
    header: t('column.price'),
    align: 'end',
    nowrap: true,
    cell: ({ price, unit }) => `${yuan(price)} / ${words(`unit.${unit}`)}`,
  },
  { key: 'most', header: t('column.most'), align: 'end', cell: ({ most }) => number(most) },
  {
    key: 'years',
    header: t('column.years'),
    align: 'end',
    nowrap: true,
    cell: ({ noRepeatYears }) => t('column.years.value', { n: noRepeatYears }),
  },
  {
    key: 'excludes',
    header: t('column.excludes'),
    cell: ({ excludes }) =>
      excludes.map((item) => words(`item.${item}`)).join(words('items.and')) || words('column.none'),
  },
];

const District: Component<PartProps> = (props) => {
  const desk = useDesk();
  const fund = () => props.funds.find((each): each is DistrictFund => each.kind === 'district');
  const before = createAsync(async () => {
    if (!props.mayKeep || fund() !== undefined) return undefined;
    const funds = await readFunds(props.year - 1);
    return funds.find((each): each is DistrictFund => each.kind === 'district');
  });
  return (
    <section class="stack" aria-labelledby="district">
      <h2 id="district">{t('funds.district')}</h2>
      <Show
        when={fund()}
        fallback={
          <>
            <Notice tone="warn">{t('funds.district.none', { year: props.year })}</Notice>
            <Show when={props.mayKeep ? desk.session()?.scope : undefined}>
              {(district) => (
                <p class="no-print">
                  <SetDistrictFund year={props.year} district={district()} before={before()} />
                </p>
              )}
            </Show>
          </>
        }
      >
        {(known) => (
          <>
            <p>
              <strong>
                {t('funds.district.left', {
                  left: number(known().left),
                  homes: number(known().homes),
                })}
              </strong>{' '}
              ·{' '}
              {t('funds.district.held', {
                reserved: number(known().reserved),
                done: number(known().done),
              })}
            </p>
            <Bar
              part={known().homes - known().left}
              whole={known().homes}
              tone={toneOf(known().left, known().homes)}
            />
            <Show when={props.mayKeep}>
              <p class="no-print">
                <ChangeDistrictFund fund={known()} />
              </p>
            </Show>
            <Table
              caption={t('funds.prices', { year: props.year })}
              columns={priceColumns()}
              rows={known().prices}
            />
          </>
        )}
      </Show>
    </section>
  );
};

const townColumns = (desk: Desk, mayKeep: boolean): readonly Column<TownFund>[] => [
  {
    key: 'town',
    header: t('column.town'),
    isRowHeader: true,
    nowrap: true,
    cell: ({ node }) => desk.nameOf(node),
  },
  {
    key: 'amount',
    header: t('column.amount'),
    align: 'end',
    nowrap: true,
    cell: ({ amount }) => yuan(amount),
  },
  {
    key: 'reserved',
    header: t('column.reserved'),
    align: 'end',
    nowrap: true,
    cell: ({ reserved }) => yuan(reserved),
  },
  {
    key: 'spent',
    header: t('column.spent'),
    align: 'end',
    nowrap: true,
    cell: ({ spent }) => yuan(spent),
  },
  {
    key: 'left',
    header: t('column.left'),
    align: 'end',
    nowrap: true,
    cell: ({ left, amount }) => (
      <span class="renovation-bar">
        {yuan(left)}
        <Bar part={amount - left} whole={amount} tone={toneOf(left, amount)} />
      </span>
    ),
  },
  {
    key: 'ceiling',
    header: t('column.ceiling'),
    align: 'end',
    nowrap: true,
    cell: ({ ceiling }) => yuan(ceiling),
  },
  {
    key: 'waiting',
    header: t('column.waiting'),
    align: 'end',
    cell: ({ waiting, node }) => <A href={`/admin/renovation-queue?node=${node}`}>{number(waiting)}</A>,
  },
  ...(mayKeep
    ? [
        {
          key: 'change',
          header: t('column.change'),
          cell: (fund: TownFund) => <ChangeTownFund fund={fund} />,
        },
      ]
    : []),
];

const Towns: Component<PartProps> = (props) => {
  const desk = useDesk();
  const towns = () => props.funds.filter((each): each is TownFund => each.kind === 'town');
  const missing = () =>
    desk
      .nodes()
      .filter(
        ({ kind, active, path }) => kind === 'town' && active && !towns().some(({ node }) => node === path),
      )
      .map(({ path }) => path);
  const sum = (field: 'amount' | 'left'): string => yuan(towns().reduce((all, fund) => all + fund[field], 0));
  return (
    <section class="stack" aria-labelledby="towns">
      <h2 id="towns">{t('funds.towns')}</h2>
      <Show when={props.mayKeep && missing().length > 0}>
        <p class="no-print">
          <SetTownFund year={props.year} towns={missing()} />
        </p>
      </Show>
      <Show
        when={towns().length > 0}
        fallback={<EmptyState title={t('funds.towns.none', { year: props.year })} />}
      >
        <p>{t('funds.sum', { amount: sum('amount'), left: sum('left') })}</p>
        <Table
          caption={t('funds.towns.caption', { year: props.year })}
          captionHidden
          columns={townColumns(desk, props.mayKeep)}
          rows={towns()}
        />
      </Show>
    </section>
  );
};
