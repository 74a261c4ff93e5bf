import type { Component } from 'solid-js';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { renovationWords } from '../public.words.ts';
import { changeDraft, draft } from './renovation.draft.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = renovationWords;

export const WhoPage: Component = () => {
  const form = createStepForm('who');
  return (
    <StepPage step="who" form={form} title={t('who.title')}>
      <RadioGroup
        name="by"
        label={t('who.label')}
        options={[
          { value: 'self', label: t('who.self') },
          { value: 'guardian', label: t('who.guardian'), hint: t('who.guardian.hint') },
          { value: 'relative', label: t('who.relative') },
        ]}
        value={draft().by}
        error={form.errorOf('by')}
        onChange={(by) => changeDraft({ by })}
      />
      <Notice>
        <a class="touch-link" href="/admin/renovations/new" rel="external">
          {t('who.officer')}
        </a>
      </Notice>
    </StepPage>
  );
};
