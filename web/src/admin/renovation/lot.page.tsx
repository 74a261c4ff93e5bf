import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { renovationContract } from '../../../../functions/renovation/renovation.contract.ts';
import { limits } from '../../../../functions/renovation/renovation.words.ts';
import { download } from '../../lib/download.ts';
import { formatMoment, formatMomentShort, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandDialog, type CommandRow } from '../forms/command-dialog.tsx';
import { type Desk, useDesk } from '../shell/desk.ts';
import { type LotHome, type LotView, readLot, showChangedLot } from './renovation.queries.ts';
import { renovationMoneyWords, renovationWords } from './renovation.words.ts';
import { StateTag } from './renovation-marks.tsx';
import './renovation.css';

const { t } = renovationMoneyWords;
const yuan = (fen: number): string => formatYuan(fen, language());
const payRow: CommandRow<LotView> = renovationContract.routes.pay;

const sumOf = (homes: readonly LotHome[]): number => homes.reduce((sum, { amount }) => sum + amount, 0);
const isOwed = ({ acceptedAt, paidAt }: LotHome): boolean => acceptedAt !== undefined && paidAt === undefined;

const columnsFor = (desk: Desk): readonly Column<LotHome>[] => [
  {
    key: 'reference',
    header: t('lot.reference'),
    isRowHeader: true,
    nowrap: true,
    cell: ({ reference }) => (
      <A href={desk.keepNode(`/admin/renovations/${reference}`)}>{formatReference(reference)}</A>
    ),
  },
  { key: 'person', header: t('lot.person'), nowrap: true, cell: ({ name }) => name },
  { key: 'village', header: t('lot.village'), cell: ({ village }) => desk.placeOf(village) },
  { key: 'state', header: t('lot.state'), cell: ({ state }) => <StateTag state={state} /> },
  {
    key: 'items',
    header: t('lot.items'),
    cell: ({ lines }) => (
      <For each={lines}>
        {({ item, unit, quantity }) => (
          <span class="renovation-line">
            {t('lot.line', {
              item: renovationWords.t(`item.${item}`),
              n: quantity,
              unit: renovationWords.t(`unit.${unit}`),
            })}
          </span>
        )}
      </For>
    ),
  },
  {
    key: 'amount',
    header: t('lot.amount'),
    align: 'end',
    nowrap: true,
    cell: ({ amount }) => yuan(amount),
  },
  {
    key: 'accepted',
    header: t('lot.accepted'),
    nowrap: true,
    cell: ({ acceptedAt }) => (acceptedAt === undefined ? t('lot.none') : formatMomentShort(acceptedAt)),
  },
  {
    key: 'paid',
    header: t('lot.paid'),
    nowrap: true,
    cell: ({ paidAt }) => (paidAt === undefined ? t('lot.none') : formatMomentShort(paidAt)),
  },
];

/** A lot with every home of it, the list of payments, and what was paid. */
export const LotPage: Component = () => {
  const params = useParams<{ lot: string }>();
  const desk = useDesk();
  const view = createAsync(() => readLot(params.lot));
  const owed = (known: LotView) => known.rows.filter(isOwed);
  const paid = (known: LotView) => known.rows.filter(({ paidAt }) => paidAt !== undefined);
  const facts = (known: LotView) => [
    { term: t('lots.contractor'), value: known.contractor.name },
    { term: t('lots.place'), value: desk.placeOf(known.node) },
    { term: t('lots.homes'), value: String(known.homes) },
    { term: t('lots.created'), value: formatMoment(known.createdAt, language()) },
    {
      term: t('lot.owed'),
      value: t('lot.owed.value', { n: owed(known).length, amount: yuan(sumOf(owed(known))) }),
    },
    {
      term: t('lot.paid.sum'),
      value: t('lot.owed.value', { n: paid(known).length, amount: yuan(sumOf(paid(known))) }),
    },
  ];
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack">
          <p class="no-print">
            <A href={desk.keepNode('/admin/renovation-lots')}>{t('lot.back')}</A>
          </p>
          <PageHeader title={t('lot.title', { name: known().name })} />
          <div class="row no-print">
            <Show when={desk.holds('disability') && owed(known()).length > 0}>
              <PayAction lot={known()} />
            </Show>
            <Export lot={known()} />
          </div>
          <DescriptionList facts={facts(known())} />
          <Table
            caption={t('lot.caption', { name: known().name })}
            columns={columnsFor(desk)}
            rows={known().rows}
          />
        </article>
      )}
    </Show>
  );
};

const Export: Component<{ lot: LotView }> = (props) => {
  const desk = useDesk();
  const save = async (): Promise<void> => {
    const [{ xlsxOf }, { paymentTable }] = await Promise.all([
      import('../households/export/spreadsheet-files.ts'),
      import('./payment-table.ts'),
    ]);
    download(await xlsxOf(paymentTable(props.lot, desk.placeOf)), `付款清单-${props.lot.name}.xlsx`);
  };
  return (
    <Show
      when={props.lot.rows.some(({ acceptedAt }) => acceptedAt !== undefined)}
      fallback={<p class="soft">{t('lot.export.none')}</p>}
    >
      <Button onPress={() => void save()}>{t('lot.export')}</Button>
    </Show>
  );
};

const PayAction: Component<{ lot: LotView }> = (props) => {
  const owed = () => props.lot.rows.filter(isOwed);
  const [chosen, setChosen] = createSignal<readonly string[]>([]);
  const [note, setNote] = createSignal('');
  const chosenHomes = () => owed().filter(({ reference }) => chosen().includes(reference));
  return (
    <CommandDialog
      wide
      row={payRow}
      params={{ lot: props.lot.lot }}
      view={props.lot}
      kind="main"
      label={t('lot.pay')}
      intro={t('lot.pay.intro')}
      fields={{ renovations: t('lot.pay.homes'), note: t('lot.pay.note') }}
      fieldOf={{ 'renovation.not_accepted': 'renovations' }}
      body={() => ({ renovations: chosenHomes().map(({ reference }) => reference), note: note() })}
      reset={() => {
        setChosen(
          owed()
            .slice(0, limits.lot)
            .map(({ reference }) => reference),
        );
        setNote('');
      }}
      done={t('lot.pay.done')}
      show={showChangedLot}
    >
      {(errorOf) => (
        <>
          <Fieldset legend={t('lot.pay.homes')}>
            <For each={owed()}>
              {(home, index) => (
                <CheckboxField
                  // The error summary leads to the first of them.
                  name={index() === 0 ? 'renovations' : `home.${home.reference}`}
                  label={t('lot.pay.home', {
                    reference: formatReference(home.reference),
                    name: home.name,
                    amount: yuan(home.amount),
                  })}
                  checked={chosen().includes(home.reference)}
                  onChange={(on) =>
                    setChosen(
                      on ? [...chosen(), home.reference] : chosen().filter((each) => each !== home.reference),
                    )
                  }
                  error={index() === 0 ? errorOf('renovations') : undefined}
                />
              )}
            </For>
          </Fieldset>
          <p role="status">
            <strong>
              {t('lot.pay.sum', { n: chosenHomes().length, amount: yuan(sumOf(chosenHomes())) })}
            </strong>
          </p>
          <TextField
            name="note"
            label={t('lot.pay.note')}
            width="medium"
            value={note()}
            onInput={setNote}
            error={errorOf('note')}
          />
        </>
      )}
    </CommandDialog>
  );
};
