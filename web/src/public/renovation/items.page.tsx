import { type Component, For, Show } from 'solid-js';
import {
  limits,
  type RenovationItem,
  renovationItems,
} from '../../../../functions/renovation/renovation.words.ts';
import { formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { type FieldProps, fieldId, GroupFrame } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { renovationStartWords, renovationWords } from '../public.words.ts';
import { ItemPicture } from './item-picture.tsx';
import { changeDraft, draft, listed, toggled } from './renovation.draft.ts';
import { createItems, type PriceLine } from './renovation.queries.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = renovationWords;

const nameOf = (item: RenovationItem): string => renovationStartWords.t(`item.${item}`);

/** Both ways: a list may name the pair at either of the two. */
const excludedBy = (item: RenovationItem, prices: readonly PriceLine[]): RenovationItem[] =>
  renovationItems.filter((other) =>
    prices.some(
      (line) =>
        (line.item === item && line.excludes.includes(other)) ||
        (line.item === other && line.excludes.includes(item)),
    ),
  );

const priceOf = ({ price, unit }: PriceLine): string =>
  t('items.price', {
    price: formatYuan(price, language()),
    unit: renovationStartWords.t(`unit.${unit}`),
  });

const ItemChoice: Component<{ item: RenovationItem; isFirst: boolean; prices: readonly PriceLine[] }> = (
  props,
) => {
  const line = () => props.prices.find(({ item }) => item === props.item);
  const excluded = (): string => excludedBy(props.item, props.prices).map(nameOf).join('、');
  return (
    <label class="item-choice">
      <input
        type="checkbox"
        id={props.isFirst ? fieldId('wants') : undefined}
        name="wants"
        value={props.item}
        checked={listed(draft().wants).includes(props.item)}
        onChange={(event) =>
          changeDraft({ wants: toggled(draft().wants, props.item, event.currentTarget.checked) })
        }
      />
      <ItemPicture item={props.item} />
      <span class="choice-text">
        {nameOf(props.item)}
        <Show when={line()}>{(known) => <span class="choice-hint">{priceOf(known())}</span>}</Show>
        <Show when={excluded() !== ''}>
          <span class="choice-hint">{t('items.excludes', { others: excluded() })}</span>
        </Show>
      </span>
    </label>
  );
};

/** Pairs among what is chosen of which only one can be built. */
const clashes = (prices: readonly PriceLine[]): readonly (readonly [RenovationItem, RenovationItem])[] => {
  const chosen = renovationItems.filter((item) => listed(draft().wants).includes(item));
  return chosen.flatMap((one, index) =>
    chosen
      .slice(index + 1)
      .filter((other) => excludedBy(one, prices).includes(other))
      .map((other) => [one, other] as const),
  );
};

const Choices: Component<{ prices: readonly PriceLine[]; error: string | undefined }> = (props) => {
  const field: FieldProps = {
    name: 'wants',
    get label() {
      return t('items.label');
    },
    get error() {
      return props.error;
    },
  };
  // What the year's list has; before there is one, all there can be.
  const offered = (): readonly RenovationItem[] =>
    props.prices.length === 0
      ? renovationItems
      : renovationItems.filter((item) => props.prices.some((line) => line.item === item));
  return (
    <>
      <GroupFrame field={field}>
        <div class="item-choices">
          <For each={offered()}>
            {(item, index) => <ItemChoice item={item} isFirst={index() === 0} prices={props.prices} />}
          </For>
        </div>
      </GroupFrame>
      <div role="status" class="stack">
        <p class="soft">{t('items.chosen', { n: listed(draft().wants).length })}</p>
        <Show when={clashes(props.prices).length > 0}>
          <Notice title={t('items.both.title')}>
            <For each={clashes(props.prices)}>
              {([one, other]) => <p>{t('items.both', { one: nameOf(one), other: nameOf(other) })}</p>}
            </For>
          </Notice>
        </Show>
      </div>
    </>
  );
};

/** Without the prices one can apply all the same. */
export const ItemsPage: Component = () => {
  const form = createStepForm('items');
  const items = createItems();
  const prices = (): readonly PriceLine[] => {
    const known = items();
    return known === undefined || known === 'failed' ? [] : known.prices;
  };
  return (
    <StepPage step="items" form={form} title={t('items.title')} lead={t('items.lead', { n: limits.wants })}>
      <Choices prices={prices()} error={form.errorOf('wants')} />
    </StepPage>
  );
};
