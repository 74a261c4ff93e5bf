import type { Component } from 'solid-js';
import { TextField } from '../../ui/text-field.tsx';
import { renovationWords } from '../public.words.ts';
import { changeDraft, draft } from './renovation.draft.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = renovationWords;

/** Somebody who applies for the person. */
export const ProxyPage: Component = () => {
  const form = createStepForm('proxy');
  return (
    <StepPage step="proxy" form={form} title={t('proxy.title')} lead={t('proxy.lead')}>
      <TextField
        name="proxy.name"
        label={t('proxy.name')}
        width="medium"
        autocomplete="name"
        value={draft().proxyName}
        error={form.errorOf('proxy.name')}
        onInput={(proxyName) => changeDraft({ proxyName })}
      />
      <TextField
        name="proxy.phone"
        label={t('proxy.phone')}
        hint={t('phone.hint')}
        type="tel"
        inputmode="tel"
        width="medium"
        autocomplete="tel-national"
        value={draft().proxyPhone}
        error={form.errorOf('proxy.phone')}
        onInput={(proxyPhone) => changeDraft({ proxyPhone })}
      />
      <TextField
        name="proxy.relation"
        label={t('proxy.relation')}
        hint={t('proxy.relation.hint')}
        width="medium"
        autocomplete="off"
        value={draft().relation}
        error={form.errorOf('proxy.relation')}
        onInput={(relation) => changeDraft({ relation })}
      />
    </StepPage>
  );
};
