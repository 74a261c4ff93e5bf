import type { Component } from 'solid-js';
import { categories } from '../../../../functions/issues/issues.words.ts';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { changeDraft, draft } from './report.draft.ts';
import { reportWords } from './report.words.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = reportWords;

export const CategoryPage: Component = () => {
  const form = createStepForm('category');
  const options = () =>
    categories.map((value) => ({
      value,
      label: t(`category.${value}`),
      hint: t(`category.${value}.hint`),
    }));
  return (
    <StepPage step="category" form={form} title={t('category.title')} lead={t('category.danger')}>
      <RadioGroup
        name="category"
        label={t('category.label')}
        options={options()}
        value={draft().category}
        error={form.errorOf('category')}
        onChange={(category) => changeDraft({ category })}
      />
    </StepPage>
  );
};
