import type { Component } from 'solid-js';
import { limits } from '../../../../functions/issues/issues.words.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { reportWords } from '../public.words.ts';
import { changeDraft, draft } from './report.draft.ts';
import { messagesOf } from './report.messages.ts';
import { problemsOf } from './report.steps.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = reportWords;

export const WhatPage: Component = () => {
  const form = createStepForm('what', problemsOf, messagesOf);
  return (
    <StepPage step="what" form={form} title={t('what.title')}>
      <TextArea
        name="what"
        label={t('what.label')}
        hint={t('what.hint')}
        rows={8}
        limit={limits.what}
        value={draft().what}
        error={form.errorOf('what')}
        onInput={(what) => changeDraft({ what })}
      />
      <Notice>{t('what.others')}</Notice>
    </StepPage>
  );
};
