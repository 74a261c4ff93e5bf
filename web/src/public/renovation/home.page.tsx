import { type Component, Show } from 'solid-js';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { renovationWords } from '../public.words.ts';
import { changeDraft, draft } from './renovation.draft.ts';
import { isFlat } from './renovation.steps.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = renovationWords;

const parts = ['building', 'unit', 'room'] as const;

export const HomePage: Component = () => {
  const form = createStepForm('home');
  return (
    <StepPage step="home" form={form} title={t('home.title')}>
      <RadioGroup
        name="dwelling"
        label={t('home.dwelling')}
        options={[
          { value: 'house', label: t('home.dwelling.house') },
          { value: 'lift', label: t('home.dwelling.lift') },
          { value: 'stairs', label: t('home.dwelling.stairs') },
        ]}
        value={draft().dwelling}
        error={form.errorOf('dwelling')}
        onChange={(dwelling) => changeDraft({ dwelling })}
      />
      <TextField
        name="home.address.text"
        label={t('home.address')}
        hint={t('home.address.hint')}
        autocomplete="address-line1"
        value={draft().address}
        error={form.errorOf('home.address.text')}
        onInput={(address) => changeDraft({ address })}
      />
      <Show when={isFlat(draft())}>
        {parts.map((part) => (
          <TextField
            optional
            name={`home.address.${part}`}
            label={t(`home.${part}`)}
            width="short"
            autocomplete="off"
            value={draft()[part]}
            error={form.errorOf(`home.address.${part}`)}
            onInput={(text) => changeDraft({ [part]: text })}
          />
        ))}
        <TextField
          name="floor"
          label={t('home.floor')}
          inputmode="numeric"
          width="short"
          autocomplete="off"
          value={draft().floor}
          error={form.errorOf('floor')}
          onInput={(floor) => changeDraft({ floor })}
        />
      </Show>
    </StepPage>
  );
};
