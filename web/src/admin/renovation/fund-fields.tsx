import { type Component, For, Show } from 'solid-js';
import {
  type RenovationItem,
  renovationItems,
  units,
} from '../../../../functions/renovation/renovation.words.ts';
import { CheckboxField, SelectField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Submission } from '../forms/submission.ts';
import type { PricesDraft } from './prices-draft.ts';
import { renovationMoneyWords, renovationWords } from './renovation.words.ts';

const { t } = renovationMoneyWords;
const words = renovationWords.t;

/** Labels by the names the contract's errors give them. */
export const priceLabels = (draft: PricesDraft): Readonly<Record<string, string>> => ({
  'fund.prices': t('price.list'),
  ...Object.fromEntries(
    draft
      .listed()
      .flatMap((item, at) =>
        (['price', 'most', 'noRepeatYears'] as const).map((part) => [
          `fund.prices.${at}.${part}`,
          `${words(`item.${item}`)} · ${t(part === 'noRepeatYears' ? 'price.years' : `price.${part}`)}`,
        ]),
      ),
  ),
});

interface PricesFieldsProps {
  draft: PricesDraft;
  errorOf: Submission['errorOf'];
}

/** Each item that can be built: whether it is in the year's list, and at what price. */
export const PricesFields: Component<PricesFieldsProps> = (props) => (
  <For each={renovationItems}>
    {(item, index) => (
      <Fieldset legend={words(`item.${item}`)}>
        <CheckboxField
          // The error summary leads to the first of them.
          name={index() === 0 ? 'fund.prices' : `on.${item}`}
          label={t('price.on')}
          checked={props.draft.of(item).on}
          onChange={(on) => props.draft.change(item, { on })}
          error={index() === 0 ? props.errorOf('fund.prices') : undefined}
        />
        <Show when={props.draft.of(item).on}>
          <PriceFields {...props} item={item} />
        </Show>
      </Fieldset>
    )}
  </For>
);

const PriceFields: Component<PricesFieldsProps & { item: RenovationItem }> = (props) => {
  const draft = () => props.draft.of(props.item);
  const nameOf = (part: string): string => `fund.prices.${props.draft.listed().indexOf(props.item)}.${part}`;
  const others = () => renovationItems.filter((each) => each !== props.item);
  return (
    <>
      <div class="renovation-price">
        <TextField
          name={nameOf('price')}
          label={t('price.price')}
          inputmode="numeric"
          width="short"
          value={draft().price}
          onInput={(price) => props.draft.change(props.item, { price })}
          error={props.errorOf(nameOf('price'))}
        />
        <SelectField
          name={nameOf('unit')}
          label={t('price.unit')}
          width="short"
          emptyLabel=""
          options={units.map((value) => ({ value, label: words(`unit.${value}`) }))}
          value={draft().unit}
          onChange={(unit) => props.draft.change(props.item, { unit })}
        />
        <TextField
          name={nameOf('most')}
          label={t('price.most')}
          inputmode="numeric"
          width="short"
          value={draft().most}
          onInput={(most) => props.draft.change(props.item, { most })}
          error={props.errorOf(nameOf('most'))}
        />
        <TextField
          name={nameOf('noRepeatYears')}
          label={t('price.years')}
          inputmode="numeric"
          width="short"
          value={draft().years}
          onInput={(years) => props.draft.change(props.item, { years })}
          error={props.errorOf(nameOf('noRepeatYears'))}
        />
      </div>
      <details class="renovation-rule">
        <summary>{t('price.excludes', { n: draft().excludes.length })}</summary>
        <div class="renovation-choices">
          <For each={others()}>
            {(other) => (
              <CheckboxField
                name={`excludes.${props.item}.${other}`}
                label={words(`item.${other}`)}
                checked={draft().excludes.includes(other)}
                onChange={(chosen) =>
                  props.draft.change(props.item, {
                    excludes: chosen
                      ? [...draft().excludes, other]
                      : draft().excludes.filter((each) => each !== other),
                  })
                }
              />
            )}
          </For>
        </div>
      </details>
    </>
  );
};
