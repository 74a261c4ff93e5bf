import { createAsync, revalidate } from '@solidjs/router';
import { type Component, ErrorBoundary, Show, Suspense } from 'solid-js';
import { language } from '../../lib/i18n/i18n.ts';
import { type Option, SelectField } from '../../ui/choice-field.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/state.tsx';
import { codeOf } from '../messages/messages.ts';
import { renovationWords } from '../public.words.ts';
import { type OrganisationNode, readOrganisations } from '../queries.ts';
import type { QuestionForm } from '../questions/question-form.ts';
import { changeDraft, draft } from './renovation.draft.ts';
import { refusalMessage } from './renovation.messages.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = renovationWords;

const optionOf = (node: OrganisationNode): Option => ({
  value: node.path,
  label: language() === 'en' ? node.name.en : node.name.zh,
});

const PlaceFields: Component<{ nodes: readonly OrganisationNode[]; form: QuestionForm }> = (props) => {
  const open = (kind: OrganisationNode['kind'], under = ''): Option[] =>
    props.nodes
      .filter((node) => node.active && node.kind === kind && node.path.startsWith(under))
      .map(optionOf);
  return (
    <Show
      when={open('town').length > 0}
      fallback={<EmptyState title={t('village.empty.title')}>{t('village.empty.text')}</EmptyState>}
    >
      <SelectField
        name="town"
        label={t('village.town')}
        options={open('town')}
        value={draft().town}
        error={props.form.errorOf('town')}
        onChange={(town) => changeDraft({ town, village: '' })}
      />
      <SelectField
        name="home.village"
        label={t('village.label')}
        options={draft().town === '' ? [] : open('village', `${draft().town}/`)}
        {...(draft().town === '' ? { emptyLabel: t('village.first') } : {})}
        value={draft().village}
        error={props.form.errorOf('home.village')}
        onChange={(village) => changeDraft({ village })}
      />
    </Show>
  );
};

export const VillagePage: Component = () => {
  const form = createStepForm('village');
  const nodes = createAsync(() => readOrganisations());
  const retry = (reset: () => void): void => {
    void revalidate(readOrganisations.key).then(reset);
  };
  return (
    <StepPage step="village" form={form} title={t('village.title')} lead={t('village.lead')}>
      <ErrorBoundary
        fallback={(thrown, reset) => (
          <ErrorState text={refusalMessage(codeOf(thrown))} onRetry={() => retry(reset)} />
        )}
      >
        <Suspense fallback={<LoadingState lines={2} />}>
          <Show when={nodes()}>{(known) => <PlaceFields nodes={known()} form={form} />}</Show>
        </Suspense>
      </ErrorBoundary>
    </StepPage>
  );
};
