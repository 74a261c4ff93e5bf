import { revalidate } from '@solidjs/router';
import { type Component, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { renovationContract } from '../../../../functions/renovation/renovation.contract.ts';
import { limits, usualCeiling } from '../../../../functions/renovation/renovation.words.ts';
import { formatNumber, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { SelectField } from '../../ui/choice-field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { wholeIn } from '../figures/whole-number.ts';
import { CommandDialog, type CommandRow } from '../forms/command-dialog.tsx';
import { CreateDialog } from '../forms/create-dialog.tsx';
import { useDesk } from '../shell/desk.ts';
import { PricesFields, priceLabels } from './fund-fields.tsx';
import { fenIn, yuanText } from './money.ts';
import { createPricesDraft } from './prices-draft.ts';
import { type DistrictFund, type FundView, readFunds, type TownFund } from './renovation.queries.ts';
import { renovationMoneyWords } from './renovation.words.ts';

const { t } = renovationMoneyWords;
const { routes } = renovationContract;
const changeRow: CommandRow<FundView> = routes.changeFund;

const renewFunds = (): void => void revalidate(readFunds.key);

interface ReasonFieldProps {
  value: string;
  onInput: (text: string) => void;
  error: string | undefined;
}

const ReasonField: Component<ReasonFieldProps> = (props) => (
  <TextArea
    name="reason"
    label={t('funds.reason')}
    hint={t('fund.reason.hint')}
    rows={2}
    limit={limits.reason}
    value={props.value}
    onInput={props.onInput}
    error={props.error}
  />
);

interface TownFieldsProps {
  draft: { readonly amount: string; readonly ceiling: string };
  change: (part: { amount?: string; ceiling?: string }) => void;
  errorOf: (name: string) => string | undefined;
}

const TownFields: Component<TownFieldsProps> = (props) => (
  <>
    <TextField
      name="fund.amount"
      label={t('fund.amount')}
      inputmode="numeric"
      width="medium"
      value={props.draft.amount}
      onInput={(amount) => props.change({ amount })}
      error={props.errorOf('fund.amount')}
    />
    <TextField
      name="fund.ceiling"
      label={t('fund.ceiling')}
      inputmode="numeric"
      width="medium"
      value={props.draft.ceiling}
      onInput={(ceiling) => props.change({ ceiling })}
      error={props.errorOf('fund.ceiling')}
    />
  </>
);

const townLabels = () => ({ 'fund.amount': t('fund.amount'), 'fund.ceiling': t('fund.ceiling') });

const townBody = (draft: { readonly amount: string; readonly ceiling: string }) => ({
  ...{ kind: 'town', amount: fenIn(draft.amount), ceiling: fenIn(draft.ceiling) },
});

/** For a town that has none this year. */
export const SetTownFund: Component<{ year: number; towns: readonly string[] }> = (props) => {
  const desk = useDesk();
  const [draft, setDraft] = createStore({ node: '', amount: '', ceiling: '' });
  return (
    <CreateDialog
      row={routes.setFund}
      label={t('funds.set-town')}
      fields={{ node: t('fund.town'), ...townLabels() }}
      fieldOf={{ 'renovation.fund_exists': 'node' }}
      body={() => ({ year: props.year, node: draft.node || undefined, fund: townBody(draft) })}
      reset={() => setDraft({ node: '', amount: '', ceiling: yuanText(usualCeiling) })}
      done={t('funds.set.done')}
      made={renewFunds}
    >
      {(errorOf) => (
        <>
          <SelectField
            name="node"
            label={t('fund.town')}
            width="medium"
            options={props.towns.map((value) => ({ value, label: desk.nameOf(value) }))}
            value={draft.node}
            onChange={(node) => setDraft({ node })}
            error={errorOf('node')}
          />
          <TownFields draft={draft} change={(part) => setDraft(part)} errorOf={errorOf} />
        </>
      )}
    </CreateDialog>
  );
};

export const ChangeTownFund: Component<{ fund: TownFund }> = (props) => {
  const desk = useDesk();
  const [draft, setDraft] = createStore({ amount: '', ceiling: '', reason: '' });
  return (
    <CommandDialog
      row={changeRow}
      params={{ fund: props.fund.fund }}
      view={props.fund}
      label={t('funds.change')}
      kind="quiet"
      buttonLabel={t('funds.change.of', { name: desk.nameOf(props.fund.node) })}
      title={t('funds.change.of', { name: desk.nameOf(props.fund.node) })}
      intro={t('funds.below', {
        least: formatYuan(props.fund.reserved + props.fund.spent, language()),
      })}
      fields={{ ...townLabels(), reason: t('funds.reason') }}
      fieldOf={{ 'renovation.fund_below_reserved': 'fund.amount' }}
      body={() => ({ fund: townBody(draft), reason: draft.reason })}
      reset={() =>
        setDraft({
          amount: yuanText(props.fund.amount),
          ceiling: yuanText(props.fund.ceiling),
          reason: '',
        })
      }
      done={t('funds.change.done')}
      show={renewFunds}
    >
      {(errorOf) => (
        <>
          <TownFields draft={draft} change={(part) => setDraft(part)} errorOf={errorOf} />
          <ReasonField
            value={draft.reason}
            onInput={(reason) => setDraft({ reason })}
            error={errorOf('reason')}
          />
        </>
      )}
    </CommandDialog>
  );
};

interface HomesFieldProps {
  value: string;
  onInput: (text: string) => void;
  error: string | undefined;
}

const HomesField: Component<HomesFieldProps> = (props) => (
  <TextField
    name="fund.homes"
    label={t('fund.homes')}
    inputmode="numeric"
    width="short"
    value={props.value}
    onInput={props.onInput}
    error={props.error}
  />
);

interface SetDistrictFundProps {
  year: number;
  district: string;
  /** The list of the year before: most of it stays. */
  before: DistrictFund | undefined;
}

export const SetDistrictFund: Component<SetDistrictFundProps> = (props) => {
  const [homes, setHomes] = createSignal('');
  const prices = createPricesDraft([]);
  return (
    <CreateDialog
      wide
      row={routes.setFund}
      kind="main"
      label={t('funds.set-district')}
      fields={{ 'fund.homes': t('fund.homes'), ...priceLabels(prices) }}
      body={() => ({
        ...{ year: props.year, node: props.district },
        fund: { kind: 'district', homes: wholeIn(homes()), prices: prices.body() },
      })}
      reset={() => {
        setHomes('');
        prices.reset(props.before?.prices ?? []);
      }}
      done={t('funds.set.done')}
      made={renewFunds}
    >
      {(errorOf) => (
        <>
          <HomesField value={homes()} onInput={setHomes} error={errorOf('fund.homes')} />
          <PricesFields draft={prices} errorOf={errorOf} />
        </>
      )}
    </CreateDialog>
  );
};

export const ChangeDistrictFund: Component<{ fund: DistrictFund }> = (props) => {
  const [draft, setDraft] = createStore({ homes: '', reason: '' });
  const prices = createPricesDraft([]);
  return (
    <CommandDialog
      wide
      row={changeRow}
      params={{ fund: props.fund.fund }}
      view={props.fund}
      label={t('funds.change')}
      buttonLabel={t('funds.change.of', { name: t('funds.district') })}
      title={t('funds.change.of', { name: t('funds.district') })}
      intro={t('funds.below', {
        least: formatNumber(props.fund.reserved + props.fund.done, language()),
      })}
      fields={{
        'fund.homes': t('fund.homes'),
        ...priceLabels(prices),
        reason: t('funds.reason'),
      }}
      fieldOf={{ 'renovation.fund_below_reserved': 'fund.homes' }}
      body={() => ({
        fund: { kind: 'district', homes: wholeIn(draft.homes), prices: prices.body() },
        reason: draft.reason,
      })}
      reset={() => {
        setDraft({ homes: String(props.fund.homes), reason: '' });
        prices.reset(props.fund.prices);
      }}
      done={t('funds.change.done')}
      show={renewFunds}
    >
      {(errorOf) => (
        <>
          <HomesField
            value={draft.homes}
            onInput={(homes) => setDraft({ homes })}
            error={errorOf('fund.homes')}
          />
          <ReasonField
            value={draft.reason}
            onInput={(reason) => setDraft({ reason })}
            error={errorOf('reason')}
          />
          <PricesFields draft={prices} errorOf={errorOf} />
        </>
      )}
    </CommandDialog>
  );
};
