import { A } from '@solidjs/router';
import { type Component, createMemo, Match, Show, Switch } from 'solid-js';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { renovationWords } from '../public.words.ts';
import { asChange } from '../questions/question-form.ts';
import { type CertificateReading, readCertificate } from './certificate.reading.ts';
import { changeDraft, draft } from './renovation.draft.ts';
import { readingWords } from './renovation.messages.ts';
import { pathOfStep } from './renovation.paths.ts';
import { needsGuardian, today } from './renovation.steps.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = renovationWords;

type Right = Extract<CertificateReading, { kind: 'right' }>;

const rightWords = ({ certificate, age }: Right): string =>
  t('reading.right', {
    category: t(`category.${certificate.category}`),
    grade: t(`grade.${certificate.grade}`),
    age,
  });

/**
 * What the number says while it is typed. Spoken only when something is wrong or it is done: a count at every key
 * is noise.
 */
const Reading: Component<{ reading: CertificateReading; error: string | undefined }> = (props) => {
  const right = (): Right | undefined => (props.reading.kind === 'right' ? props.reading : undefined);
  const said = createMemo(() => readingWords(props.reading));
  // What the field says already isn't said twice.
  const isQuiet = (): boolean =>
    props.reading.kind === 'so-far' || props.reading.kind === 'empty' || said() === props.error;
  return (
    <>
      <Show when={props.reading.kind === 'so-far'}>
        <p class="soft" aria-hidden="true">
          {said()}
        </p>
      </Show>
      <div role="status">
        <Switch>
          <Match when={right()}>
            {(known) => (
              <Notice tone="ok" title={t('reading.right.title')}>
                <p>{rightWords(known())}</p>
              </Notice>
            )}
          </Match>
          <Match when={!isQuiet()}>
            <Notice tone="warn">
              <p>{said()}</p>
            </Notice>
          </Match>
        </Switch>
      </div>
    </>
  );
};

export const CardPage: Component = () => {
  const form = createStepForm('card');
  const reading = createMemo(() => readCertificate(draft().certificate, today()));
  return (
    <StepPage step="card" form={form} title={t('card.title')} lead={t('card.lead')}>
      <TextField
        name="applicant.name"
        label={t('card.name')}
        width="medium"
        autocomplete={draft().by === 'self' ? 'name' : 'off'}
        value={draft().name}
        error={form.errorOf('applicant.name')}
        onInput={(name) => changeDraft({ name })}
      />
      <div class="stack">
        <TextField
          name="applicant.certificate"
          label={t('card.number')}
          hint={t('card.number.hint')}
          width="medium"
          autocomplete="off"
          value={draft().certificate}
          error={form.errorOf('applicant.certificate')}
          onInput={(certificate) => changeDraft({ certificate })}
        />
        <Reading reading={reading()} error={form.errorOf('applicant.certificate')} />
        <Show when={needsGuardian(draft())}>
          <Notice tone="warn">
            <p>{t('card.child')}</p>
            <A class="touch-link" href={asChange(pathOfStep('who'))}>
              {t('card.child.change')}
            </A>
          </Notice>
        </Show>
      </div>
      <TextField
        name="applicant.validUntil"
        label={t('card.until')}
        hint={t('card.until.hint')}
        inputmode="numeric"
        width="short"
        autocomplete="off"
        value={draft().validUntil}
        error={form.errorOf('applicant.validUntil')}
        onInput={(validUntil) => changeDraft({ validUntil })}
      />
      <RadioGroup
        inline
        name="applicant.issuedHere"
        label={t('card.issued')}
        hint={t('card.issued.hint')}
        options={[
          { value: 'yes', label: t('card.issued.yes') },
          { value: 'no', label: t('card.issued.no') },
        ]}
        value={draft().issuedHere}
        error={form.errorOf('applicant.issuedHere')}
        onChange={(issuedHere) => changeDraft({ issuedHere })}
      />
      <div role="status">
        <Show when={draft().issuedHere === 'no'}>
          <Notice tone="warn">
            <p>{t('card.elsewhere')}</p>
          </Notice>
        </Show>
      </div>
    </StepPage>
  );
};
