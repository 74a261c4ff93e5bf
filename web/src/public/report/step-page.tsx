import type { Component, JSX } from 'solid-js';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { publicWords } from '../public.words.ts';
import { createQuestionForm, type QuestionForm } from '../questions/question-form.ts';
import { nextLabel, QuestionPage } from '../questions/question-page.tsx';
import { type Draft, draft } from './report.draft.ts';
import { pathBefore, pathOfStep, type Step, stepAfter, steps } from './report.paths.ts';

/**
 * @param problemsOf what stands in the way of leaving the page, in the order of its fields
 * @param messagesOf the same in words
 */
export const createStepForm = (
  step: Step,
  problemsOf: (step: Step, answers: Draft) => readonly FieldProblem[],
  messagesOf: (problems: readonly FieldProblem[]) => readonly FieldMessage[],
): QuestionForm =>
  createQuestionForm({
    problems: () => problemsOf(step, draft()),
    messagesOf,
    nextPath: (isChange) => pathOfStep(isChange ? 'check' : stepAfter(step)),
  });

interface StepPageProps {
  step: Step;
  form: QuestionForm;
  title: string;
  lead?: string;
  children: JSX.Element;
}

/** One question, its answer, and the way on. */
export const StepPage: Component<StepPageProps> = (props) => {
  const back = (): string | undefined =>
    props.form.isChange() ? pathOfStep('check') : pathBefore(props.step);
  return (
    <QuestionPage
      service={publicWords.t('nav.report')}
      n={steps.indexOf(props.step) + 1}
      of={steps.length}
      backHref={back()}
      title={props.title}
      lead={props.lead}
      errors={props.form.messages()}
      onSubmit={props.form.submit}
      label={nextLabel(props.form.isChange())}
    >
      {props.children}
    </QuestionPage>
  );
};
