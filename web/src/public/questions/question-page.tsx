import './questions.css';
import { A } from '@solidjs/router';
import { type Component, type JSX, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { fieldId } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { publicWords } from '../public.words.ts';

const { t } = publicWords;

interface QuestionPageProps {
  /** Which service asks, where the title does not say so. */
  service?: string;
  /** This page's place among those that are asked, from 1. */
  n: number;
  of: number;
  /** Undefined where there is no way back. */
  backHref: string | undefined;
  title: string;
  lead?: string | undefined;
  errors: readonly FieldMessage[];
  errorsTitle?: string | undefined;
  onSubmit: () => void;
  label: string;
  /** While it is sent, in place of the label and read aloud. */
  busy?: string | undefined;
  /** Below the form, apart from its way on. */
  footer?: JSX.Element;
  children: JSX.Element;
}

/** One thing to answer, what is wrong with the answer, and the way on. */
export const QuestionPage: Component<QuestionPageProps> = (props) => {
  const place = (): string => t('step.count', { n: props.n, of: props.of });
  const submit = (event: Event): void => {
    event.preventDefault();
    if (props.busy === undefined) props.onSubmit();
  };
  return (
    <div class="step">
      <ErrorSummary errors={props.errors} title={props.errorsTitle} />
      <Show when={props.backHref}>
        {(href) => (
          <A class="step-back no-print" href={href()}>
            {t('step.back')}
          </A>
        )}
      </Show>
      <p class="soft">{props.service === undefined ? place() : `${props.service} · ${place()}`}</p>
      <PageHeader title={props.title} lead={props.lead} />
      <form class="step-form" noValidate onSubmit={submit}>
        {props.children}
        <div class="step-actions">
          <Button type="submit" kind="main" busy={props.busy !== undefined}>
            {props.busy ?? props.label}
          </Button>
          <span class="visually-hidden" role="status">
            {props.busy}
          </span>
        </div>
      </form>
      {props.footer}
    </div>
  );
};

/** What the button of a page says that only asks. */
export const nextLabel = (isChange: boolean): string => t(isChange ? 'step.keep' : 'step.next');

/** Leads from an answer back to its question. */
export const ChangeLink: Component<{ step: string; href: string; what: string }> = (props) => (
  <A
    class="touch-link no-print"
    id={fieldId(props.step)}
    href={props.href}
    aria-label={t('step.change.of', { what: props.what })}
  >
    {t('step.change')}
  </A>
);
