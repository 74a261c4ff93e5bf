import type { Component } from 'solid-js';
import { TextField } from '../../ui/text-field.tsx';
import { renovationWords } from '../public.words.ts';
import { changeDraft, draft } from './renovation.draft.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = renovationWords;

export const ContactPage: Component = () => {
  const form = createStepForm('contact');
  const isSelf = (): boolean => draft().by === 'self';
  return (
    <StepPage
      step="contact"
      form={form}
      title={isSelf() ? t('contact.title.self') : t('contact.title')}
      lead={t('contact.lead')}
    >
      <TextField
        name="applicant.phone"
        label={t('contact.phone')}
        hint={isSelf() ? t('phone.hint') : t('contact.phone.hint.other')}
        type="tel"
        inputmode="tel"
        width="medium"
        autocomplete={isSelf() ? 'tel-national' : 'off'}
        value={draft().phone}
        error={form.errorOf('applicant.phone')}
        onInput={(phone) => changeDraft({ phone })}
      />
    </StepPage>
  );
};
