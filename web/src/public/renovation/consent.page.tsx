import { A } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { consentVersion } from '../../../../functions/renovation/renovation.words.ts';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { renovationWords } from '../public.words.ts';
import { changeDraft, draft } from './renovation.draft.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = renovationWords;

/** Two consents, each with why, so that nobody gives the one by giving the other. */
export const ConsentPage: Component = () => {
  const form = createStepForm('consent');
  return (
    <StepPage step="consent" form={form} title={t('consent.title')} lead={t('consent.lead')}>
      <Show when={draft().by !== 'self'}>
        <Notice>
          <p>{t('consent.for')}</p>
        </Notice>
      </Show>
      <For each={['personal', 'sensitive'] as const}>
        {(one) => (
          <section class="stack">
            <h2>{t(`consent.${one}.title`)}</h2>
            <p>{t(`consent.${one}.why`)}</p>
            <CheckboxField
              name={`consent.${one}`}
              label={t(`consent.${one}`)}
              checked={draft()[one] === consentVersion}
              error={form.errorOf(`consent.${one}`)}
              onChange={(agreed) => changeDraft({ [one]: agreed ? consentVersion : '' })}
            />
          </section>
        )}
      </For>
      <p class="soft">
        {t('consent.version', { version: consentVersion })} <A href="/privacy">{t('consent.privacy')}</A>
      </p>
    </StepPage>
  );
};
