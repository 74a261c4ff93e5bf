import '../report/report.css';
import './renovation.css';
import { A, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, createSignal, type JSX, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { renovationWords } from '../public.words.ts';
import { draft } from './renovation.draft.ts';
import { messagesOf } from './renovation.messages.ts';
import {
  changeHref,
  pathOfStep,
  SAVE_PATH,
  START_PATH,
  type Step,
  stepAfter,
  stepBefore,
  stepsOf,
} from './renovation.paths.ts';
import { isSavedBehind, saved, saveQuietly } from './renovation.saving.ts';
import { firstUnanswered, problemsOf, type StepProblem } from './renovation.steps.ts';

const { t } = renovationWords;

export interface StepForm {
  readonly messages: () => readonly FieldMessage[];
  readonly errorOf: (name: string) => string | undefined;
  readonly submit: (event: Event) => void;
  readonly isChange: () => boolean;
}

/** Checks the answers of one page on "continue", and leads on when there is nothing to correct. */
export const createStepForm = (step: Step): StepForm => {
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [problems, setProblems] = createSignal<readonly StepProblem[]>([]);
  const messages = createMemo(() => messagesOf(problems()));
  const isChange = (): boolean => query['change'] === '1';
  const nextPath = (): string => {
    if (!isChange()) return pathOfStep(stepAfter(step, draft().by));
    // A changed answer may bring a question that was not asked before.
    const open = firstUnanswered(draft());
    return open === 'check' ? pathOfStep('check') : changeHref(open);
  };
  return {
    messages,
    isChange,
    errorOf: (name) => messages().find((message) => message.name === name)?.message,
    submit: (event) => {
      event.preventDefault();
      const found = problemsOf(step, draft());
      setProblems(found);
      if (found.length > 0) return;
      void saveQuietly();
      navigate(nextPath());
    },
  };
};

export const StepHead: Component<{
  step: Step;
  isChange?: boolean;
  isStuck?: boolean;
  title: string;
  lead?: string;
}> = (props) => {
  const asked = () => stepsOf(draft().by);
  const back = (): string | undefined => {
    if (props.isStuck) return undefined;
    if (props.isChange) return pathOfStep('check');
    const before = stepBefore(props.step, draft().by);
    return before === undefined ? START_PATH : pathOfStep(before);
  };
  return (
    <>
      <Show when={back()}>
        {(path) => (
          <A class="step-back no-print" href={path()}>
            {t('step.back')}
          </A>
        )}
      </Show>
      <p class="soft">{t('step.count', { n: asked().indexOf(props.step) + 1, of: asked().length })}</p>
      <PageHeader title={props.title} lead={props.lead} />
    </>
  );
};

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

export interface StepPageProps {
  step: Step;
  form: StepForm;
  title: string;
  lead?: string;
  children: JSX.Element;
}

/** One question, its answer, the way on, and the way out. */
export const StepPage: Component<StepPageProps> = (props) => (
  <div class="step">
    <ErrorSummary errors={props.form.messages()} />
    <StepHead
      step={props.step}
      isChange={props.form.isChange()}
      title={props.title}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
    />
    <form class="step-form" noValidate onSubmit={(event) => props.form.submit(event)}>
      {props.children}
      <div class="step-actions">
        <Button type="submit" kind="main">
          {props.form.isChange() ? t('step.keep') : t('step.next')}
        </Button>
      </div>
    </form>
    <SaveLink />
  </div>
);
