import { createAsync } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import {
  amountOf,
  buildableItems,
  planFault,
} from '../../../../../functions/renovation/plan-checks.rules.ts';
import type { RenovationItem } from '../../../../../functions/renovation/renovation.words.ts';
import { formatYuan } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Bar } from '../../../ui/bar.tsx';
import { SelectField } from '../../../ui/choice-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Submission } from '../../forms/submission.ts';
import { problemMessage } from '../../messages/messages.ts';
import { today } from '../../shell/days.ts';
import { SlotBoundary } from '../../shell/desk-boundary.tsx';
import { fundsFor } from '../funds.ts';
import { type RenovationView, readFunds } from '../renovation.queries.ts';
import { renovationActWords, renovationCaseWords, renovationWords } from '../renovation.words.ts';
import { createQuantities, type Quantities } from './quantities.ts';
import { type ActionProps, RenovationAction } from './renovation-action.tsx';

const { t } = renovationActWords;
const words = renovationWords.t;
const yuan = (fen: number): string => formatYuan(fen, language());

export const thisYear = (): number => Number(today().slice(0, 4));

const buildable = ({ assessment, feasibility }: RenovationView): RenovationItem[] =>
  assessment && feasibility ? buildableItems(assessment, feasibility) : [];

/** The home's one plan, by the year's list, with its total before one's eyes. */
export const PlanAction: Component<ActionProps> = (props) => {
  const items = () => buildable(props.view);
  const quantities = createQuantities(items, props.view.declined?.plan.lines ?? []);
  const [year, setYear] = createSignal(thisYear());
  return (
    <RenovationAction
      wide
      view={props.view}
      action="plan"
      kind="main"
      intro={t('plan.intro')}
      fields={{
        year: t('field.year'),
        lines: t('plan.items'),
        ...Object.fromEntries(items().map((item) => [quantities.nameOf(item), words(`item.${item}`)])),
      }}
      body={() => ({ year: year(), lines: quantities.lines() })}
    >
      {(errorOf) => (
        <>
          <SelectField
            name="year"
            label={t('field.year')}
            width="short"
            emptyLabel=""
            options={[thisYear(), thisYear() + 1].map((each) => ({
              value: String(each),
              label: String(each),
            }))}
            value={String(year())}
            onChange={(value) => setYear(Number(value))}
            error={errorOf('year')}
          />
          <SlotBoundary fallback={<LoadingState />}>
            <PlanLines
              view={props.view}
              year={year()}
              items={items()}
              quantities={quantities}
              errorOf={errorOf}
            />
          </SlotBoundary>
        </>
      )}
    </RenovationAction>
  );
};

interface PlanLinesProps {
  view: RenovationView;
  year: number;
  items: readonly RenovationItem[];
  quantities: Quantities;
  errorOf: Submission['errorOf'];
}

const PlanLines: Component<PlanLinesProps> = (props) => {
  const funds = createAsync(() => readFunds(props.year));
  const known = () => fundsFor(funds() ?? [], props.view.village);
  const prices = () => known().district?.prices ?? [];
  const priceOf = (item: RenovationItem) => prices().find((line) => line.item === item);
  const sumOf = (item: RenovationItem): number =>
    (props.quantities.counted().find((line) => line.item === item)?.quantity ?? 0) *
    (priceOf(item)?.price ?? 0);
  const total = (): number => amountOf(props.items.map((item) => ({ amount: sumOf(item) })));
  /** What is wrong as far as it can be known here; what the home had before only the service knows. */
  const fault = () => {
    const ceiling = known().town?.ceiling;
    return ceiling === undefined
      ? undefined
      : planFault(props.items, props.quantities.counted(), {
          ...{ year: props.year, prices: prices(), ceiling },
          had: new Map(),
        });
  };
  const faultWords = (): string | undefined => {
    const found = fault();
    if (found === undefined) return undefined;
    const about = (found.detail ?? '').split(' ').flatMap((name) => {
      const item = props.items.find((each) => each === name);
      return item === undefined ? [] : [words(`item.${item}`)];
    });
    const said = problemMessage(found.refusal);
    return about.length === 0 ? said : t('plan.fault', { items: about.join(words('items.and')), said });
  };
  const hintOf = (item: RenovationItem): string => {
    const line = priceOf(item);
    if (line === undefined) return t('plan.no-price');
    const unit = words(`unit.${line.unit}`);
    return [
      renovationCaseWords.t('price.per', { price: yuan(line.price), unit }),
      t('plan.most', { n: line.most, unit }),
      ...(line.excludes.length === 0
        ? []
        : [
            t('plan.excludes', {
              items: line.excludes.map((each) => words(`item.${each}`)).join(words('items.and')),
            }),
          ]),
      ...(sumOf(item) === 0 ? [] : [t('plan.sum', { amount: yuan(sumOf(item)) })]),
    ].join(' · ');
  };
  return (
    <Show
      when={known().town}
      fallback={<Notice tone="warn">{problemMessage('renovation.fund_missing')}</Notice>}
    >
      {(town) => (
        <>
          <For each={props.items}>
            {(item) => (
              <TextField
                optional
                name={props.quantities.nameOf(item)}
                label={words(`item.${item}`)}
                hint={hintOf(item)}
                inputmode="numeric"
                width="short"
                value={props.quantities.textOf(item)}
                onInput={(text) => props.quantities.set(item, text)}
                error={props.errorOf(props.quantities.nameOf(item))}
              />
            )}
          </For>
          <div role="status" class="renovation-total">
            <p>
              <strong>{t('plan.total', { amount: yuan(total()), ceiling: yuan(town().ceiling) })}</strong>
            </p>
            <Bar part={total()} whole={town().ceiling} tone={total() > town().ceiling ? 'bad' : 'info'} />
            <Show when={faultWords()}>{(said) => <Notice tone="warn">{said()}</Notice>}</Show>
          </div>
        </>
      )}
    </Show>
  );
};
