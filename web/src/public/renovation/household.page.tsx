import { type Component, For } from 'solid-js';
import { circumstances } from '../../../../functions/renovation/renovation.words.ts';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { Fieldset } from '../../ui/field.tsx';
import { renovationStartWords, renovationWords } from '../public.words.ts';
import { changeDraft, draft, listed, toggled } from './renovation.draft.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = renovationWords;

/** What puts one home before another of the same severity. */
export const HouseholdPage: Component = () => {
  const form = createStepForm('household');
  return (
    <StepPage step="household" form={form} title={t('household.title')} lead={t('household.lead')}>
      <Fieldset legend={t('household.label')}>
        <div class="tight-choices">
          <For each={circumstances}>
            {(one) => (
              <CheckboxField
                name={`circumstances.${one}`}
                label={renovationStartWords.t(`circumstance.${one}`)}
                checked={listed(draft().circumstances).includes(one)}
                onChange={(isIn) => changeDraft({ circumstances: toggled(draft().circumstances, one, isIn) })}
              />
            )}
          </For>
        </div>
      </Fieldset>
    </StepPage>
  );
};
