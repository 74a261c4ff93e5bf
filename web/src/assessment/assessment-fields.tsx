import { type Component, For, Show } from 'solid-js';
import {
  limits,
  type RenovationItem,
  renovationItems,
} from '../../../functions/renovation/renovation.words.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup, SelectField } from '../ui/choice-field.tsx';
import { Fieldset } from '../ui/field.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { type AssessmentAnswers, type ItemAnswers, noItem } from './answers.ts';
import { assessmentWords } from './assessment.words.ts';

const { t } = assessmentWords;

export interface AssessmentFieldsProps {
  answers: AssessmentAnswers;
  onChange: (answers: AssessmentAnswers) => void;
  /** What the applicant wants: these items are always asked about. */
  wants: readonly RenovationItem[];
  errorOf: (name: string) => string | undefined;
}

/** What the person can do, how the home is, and each item. The photos are the page's own. */
export const AssessmentFields: Component<AssessmentFieldsProps> = (props) => {
  // Names, not answers: what is written in a field must not make the field anew.
  const items = (): readonly RenovationItem[] => props.answers.items.map(({ item }) => item);
  const left = () => renovationItems.filter((item) => !items().includes(item));
  const setItems = (changed: readonly ItemAnswers[]): void =>
    props.onChange({ ...props.answers, items: changed });
  return (
    <>
      <For each={['function', 'home'] as const}>
        {(name) => (
          <TextArea
            name={name}
            label={t(name)}
            hint={t(`${name}.hint`)}
            rows={4}
            limit={limits.text}
            value={props.answers[name]}
            onInput={(value) => props.onChange({ ...props.answers, [name]: value })}
            error={props.errorOf(name)}
          />
        )}
      </For>
      <For each={items()}>
        {(item, index) => (
          <ItemFields
            index={index()}
            answers={props.answers.items.find((each) => each.item === item) ?? noItem(item)}
            onChange={(changed) =>
              setItems(props.answers.items.map((each) => (each.item === item ? changed : each)))
            }
            onRemove={
              props.wants.includes(item)
                ? undefined
                : () => setItems(props.answers.items.filter((each) => each.item !== item))
            }
            errorOf={props.errorOf}
          />
        )}
      </For>
      <Show when={left().length > 0}>
        <SelectField
          optional
          name="add"
          label={t('add')}
          width="medium"
          emptyLabel={t('add.none')}
          options={left().map((value) => ({ value, label: t(`item.${value}`) }))}
          value=""
          onChange={(value) => {
            const item = left().find((each) => each === value);
            if (item !== undefined) setItems([...props.answers.items, noItem(item)]);
          }}
        />
      </Show>
    </>
  );
};

const ItemFields: Component<{
  index: number;
  answers: ItemAnswers;
  onChange: (answers: ItemAnswers) => void;
  onRemove: (() => void) | undefined;
  errorOf: (name: string) => string | undefined;
}> = (props) => {
  const name = (part: string): string => `items.${props.index}.${part}`;
  const called = (): string => t(`item.${props.answers.item}`);
  return (
    <Fieldset legend={called()}>
      <RadioGroup
        inline
        name={name('needed')}
        label={t('needed')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`needed.${value}`) }))}
        value={props.answers.needed}
        onChange={(needed) => props.onChange({ ...props.answers, needed: needed === 'yes' ? 'yes' : 'no' })}
        error={props.errorOf(name('needed'))}
      />
      <TextField
        name={name('why')}
        label={t('why')}
        value={props.answers.why}
        onInput={(why) => props.onChange({ ...props.answers, why })}
        error={props.errorOf(name('why'))}
      />
      <TextField
        optional
        name={name('measured')}
        label={t('measured')}
        hint={props.index === 0 ? t('measured.hint') : undefined}
        value={props.answers.measured}
        onInput={(measured) => props.onChange({ ...props.answers, measured })}
        error={props.errorOf(name('measured'))}
      />
      <Show when={props.onRemove}>
        {(remove) => (
          <Button kind="quiet" onPress={remove()}>
            {t('remove', { item: called() })}
          </Button>
        )}
      </Show>
    </Fieldset>
  );
};
