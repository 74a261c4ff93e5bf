import type { Component } from 'solid-js';
import { TextArea } from '../../ui/text-field.tsx';
import { renovationWords } from '../public.words.ts';
import { changeDraft, draft } from './renovation.draft.ts';
import { needLimit } from './renovation.steps.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = renovationWords;

export const NeedPage: Component = () => {
  const form = createStepForm('need');
  return (
    <StepPage step="need" form={form} title={t('need.title')}>
      <TextArea
        name="need"
        label={t('need.label')}
        hint={t('need.hint')}
        rows={7}
        limit={needLimit}
        value={draft().need}
        error={form.errorOf('need')}
        onInput={(need) => changeDraft({ need })}
      />
    </StepPage>
  );
};
