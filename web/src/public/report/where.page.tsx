import { createAsync, revalidate } from '@solidjs/router';
import { type Component, ErrorBoundary, Show, Suspense } from 'solid-js';
import { language } from '../../lib/i18n/i18n.ts';
import { type Option, SelectField } from '../../ui/choice-field.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { reportWords } from '../public.words.ts';
import { type OrganisationNode, readOrganisations } from '../queries.ts';
import type { QuestionForm } from '../questions/question-form.ts';
import { changeDraft, draft } from './report.draft.ts';
import { messagesOf } from './report.messages.ts';
import { problemsOf } from './report.steps.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = reportWords;

const optionOf = (node: OrganisationNode): Option => ({
  value: node.path,
  label: language() === 'en' ? node.name.en : node.name.zh,
});

const PlaceFields: Component<{ nodes: readonly OrganisationNode[]; form: QuestionForm }> = (props) => {
  const open = (kind: OrganisationNode['kind'], under = ''): Option[] =>
    props.nodes
      .filter((node) => node.active && node.kind === kind && node.path.startsWith(under))
      .map(optionOf);
  const villages = (): Option[] => (draft().town === '' ? [] : open('village', `${draft().town}/`));
  return (
    <Show
      when={open('town').length > 0}
      fallback={<EmptyState title={t('where.empty.title')}>{t('where.empty.text')}</EmptyState>}
    >
      <SelectField
        name="place.path"
        label={t('where.town')}
        options={open('town')}
        value={draft().town}
        error={props.form.errorOf('place.path')}
        onChange={(town) => changeDraft({ town, village: '' })}
      />
      <SelectField
        optional
        name="village"
        label={t('where.village')}
        options={villages()}
        emptyLabel={draft().town === '' ? t('where.village.first') : t('where.village.any')}
        value={draft().village}
        onChange={(village) => changeDraft({ village })}
      />
    </Show>
  );
};

export const WherePage: Component = () => {
  const form = createStepForm('where', problemsOf, messagesOf);
  const nodes = createAsync(() => readOrganisations());
  const retry = (reset: () => void): void => {
    void revalidate(readOrganisations.key).then(reset);
  };
  return (
    <StepPage step="where" form={form} title={t('where.title')}>
      <ErrorBoundary
        fallback={(thrown, reset) => (
          <ErrorState text={problemMessage(codeOf(thrown))} onRetry={() => retry(reset)} />
        )}
      >
        <Suspense fallback={<LoadingState lines={2} />}>
          <Show when={nodes()}>{(known) => <PlaceFields nodes={known()} form={form} />}</Show>
        </Suspense>
      </ErrorBoundary>
      <TextField
        name="place.text"
        label={t('where.text')}
        hint={t('where.text.hint')}
        value={draft().placeText}
        error={form.errorOf('place.text')}
        onInput={(placeText) => changeDraft({ placeText })}
      />
    </StepPage>
  );
};
