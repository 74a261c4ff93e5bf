import { A } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { consentVersion } from '../../../../functions/issues/issues.words.ts';
import { CheckboxField, RadioGroup } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { reportWords } from '../public.words.ts';
import { changeDraft, draft } from './report.draft.ts';
import { messagesOf } from './report.messages.ts';
import { problemsOf } from './report.steps.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = reportWords;

export const ContactPage: Component = () => {
  const form = createStepForm('contact', problemsOf, messagesOf);
  return (
    <StepPage step="contact" form={form} title={t('contact.title')} lead={t('contact.lead')}>
      <RadioGroup
        inline
        name="forWhom"
        label={t('contact.for')}
        options={[
          { value: 'self', label: t('contact.for.self') },
          { value: 'other', label: t('contact.for.other') },
        ]}
        value={draft().forWhom}
        error={form.errorOf('forWhom')}
        onChange={(forWhom) => changeDraft({ forWhom })}
      />
      <Show when={draft().forWhom === 'other'}>
        <TextField
          name="otherName"
          label={t('contact.other')}
          hint={t('contact.other.hint')}
          width="medium"
          autocomplete="off"
          value={draft().otherName}
          error={form.errorOf('otherName')}
          onInput={(otherName) => changeDraft({ otherName })}
        />
      </Show>
      <TextField
        name="reporter.name"
        label={t('contact.name')}
        width="medium"
        autocomplete="name"
        value={draft().name}
        error={form.errorOf('reporter.name')}
        onInput={(name) => changeDraft({ name })}
      />
      <TextField
        name="reporter.phone"
        label={t('contact.phone')}
        hint={t('contact.phone.hint')}
        type="tel"
        inputmode="tel"
        width="medium"
        autocomplete="tel-national"
        value={draft().phone}
        error={form.errorOf('reporter.phone')}
        onInput={(phone) => changeDraft({ phone })}
      />
      <Notice title={t('contact.why.title')}>
        <p>{t('contact.why.text')}</p>
        <A class="touch-link" href="/privacy">
          {t('contact.privacy')}
        </A>
      </Notice>
      <CheckboxField
        name="consent"
        label={t('contact.consent')}
        hint={t('contact.consent.hint', { version: consentVersion })}
        checked={draft().consent === consentVersion}
        error={form.errorOf('consent')}
        onChange={(agreed) => changeDraft({ consent: agreed ? consentVersion : '' })}
      />
    </StepPage>
  );
};
