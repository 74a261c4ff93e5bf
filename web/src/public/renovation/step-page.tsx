import './renovation.css';
import { A } from '@solidjs/router';
import { type Component, type JSX, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { publicWords, renovationWords } from '../public.words.ts';
import { asChange, createQuestionForm, type QuestionForm } from '../questions/question-form.ts';
import { nextLabel, QuestionPage } from '../questions/question-page.tsx';
import { draft } from './renovation.draft.ts';
import { messagesOf } from './renovation.messages.ts';
import { pathBefore, pathOfStep, SAVE_PATH, type Step, stepAfter, stepsOf } from './renovation.paths.ts';
import { isSavedBehind, saved, saveQuietly } from './renovation.saving.ts';
import { firstUnanswered, problemsOf } from './renovation.steps.ts';

const { t } = renovationWords;

export const createStepForm = (step: Step): QuestionForm =>
  createQuestionForm({
    problems: () => problemsOf(step, draft()),
    messagesOf,
    nextPath: (isChange) => {
      if (!isChange) return pathOfStep(stepAfter(step, draft().by));
      // A changed answer may bring a question that was not asked before.
      const open = firstUnanswered(draft());
      return open === 'check' ? pathOfStep('check') : asChange(pathOfStep(open));
    },
    onLeave: () => void saveQuietly(),
  });

/** The way out at every step, and whether what was saved is up to date. */
export const SaveLink: Component = () => (
  <div class="step-save no-print">
    <A class="touch-link" href={SAVE_PATH}>
      {t('step.save')}
    </A>
    <Show when={saved()}>
      {(known) => (
        <p class="soft" role="status">
          {isSavedBehind()
            ? t('step.saved-not')
            : t('step.saved', { reference: formatReference(known().reference) })}
        </p>
      )}
    </Show>
  </div>
);

interface StepPageProps {
  step: Step;
  form: QuestionForm;
  title: string;
  lead?: string;
  children: JSX.Element;
}

/** One question, its answer, the way on, and the way out. */
export const StepPage: Component<StepPageProps> = (props) => {
  const asked = () => stepsOf(draft().by);
  const back = (): string =>
    props.form.isChange() ? pathOfStep('check') : pathBefore(props.step, draft().by);
  return (
    <QuestionPage
      service={publicWords.t('nav.renovation')}
      n={asked().indexOf(props.step) + 1}
      of={asked().length}
      backHref={back()}
      title={props.title}
      lead={props.lead}
      errors={props.form.messages()}
      onSubmit={props.form.submit}
      label={nextLabel(props.form.isChange())}
      footer={<SaveLink />}
    >
      {props.children}
    </QuestionPage>
  );
};
