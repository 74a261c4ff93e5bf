import './report.css';
import { A, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { reportStartWords } from '../public.words.ts';
import { type Draft, draft } from './report.draft.ts';
import { pathOfStep, type Step, stepAfter, stepBefore, steps } from './report.paths.ts';

const { t } = reportStartWords;

/** A link with this mark leads back to the check page when its answer is saved. */
export const changeHref = (step: Step): string => `${pathOfStep(step)}?change=1`;

export interface StepForm {
  readonly messages: () => readonly FieldMessage[];
  readonly errorOf: (name: string) => string | undefined;
  readonly submit: (event: Event) => void;
  readonly isChange: () => boolean;
}

/**
 * Checks the answers of one page on "continue", and leads on when there is nothing to correct.
 * @param problemsOf what stands in the way of leaving the page, in the order of its fields
 * @param messagesOf the same in words
 */
export const createStepForm = (
  step: Step,
  problemsOf: (step: Step, answers: Draft) => readonly FieldProblem[],
  messagesOf: (problems: readonly FieldProblem[]) => readonly FieldMessage[],
): StepForm => {
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([]);
  const messages = createMemo(() => messagesOf(problems()));
  const isChange = (): boolean => query['change'] === '1';
  return {
    messages,
    isChange,
    errorOf: (name) => messages().find((message) => message.name === name)?.message,
    submit: (event) => {
      event.preventDefault();
      const found = problemsOf(step, draft());
      setProblems(found);
      if (found.length === 0) navigate(pathOfStep(isChange() ? 'check' : stepAfter(step)));
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
  const back = (): Step | undefined => {
    if (props.isStuck) return undefined;
    return props.isChange ? 'check' : stepBefore(props.step);
  };
  return (
    <>
      <Show when={back()}>
        {(step) => (
          <A class="step-back no-print" href={pathOfStep(step())}>
            {t('step.back')}
          </A>
        )}
      </Show>
      <p class="soft">{t('step.count', { n: steps.indexOf(props.step) + 1, of: steps.length })}</p>
      <PageHeader title={props.title} lead={props.lead} />
    </>
  );
};

export interface StepPageProps {
  step: Step;
  form: StepForm;
  title: string;
  lead?: string;
  children: JSX.Element;
}

/** One question, its answer, and the way on. */
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
          {props.form.isChange() ? t('step.save') : t('step.next')}
        </Button>
      </div>
    </form>
  </div>
);
