import '../report/report.css';
import { A } from '@solidjs/router';
import { type Component, type JSX, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { fieldId } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { bookingWords } from '../public.words.ts';

const { t } = bookingWords;

/** As much of a form's flow as a page of it shows, whatever its steps are called. */
export interface StepPlace {
  readonly n: () => number;
  readonly of: number;
  readonly isChange: () => boolean;
  readonly backHref: () => string | undefined;
  readonly messages: () => readonly FieldMessage[];
  readonly next: () => void;
}

interface BookingStepProps {
  place: StepPlace;
  title: string;
  lead?: string;
  /** Instead of what is lacking: what the service said. */
  refused?: readonly FieldMessage[];
  refusedTitle?: string;
  /** The last page's own button, and what it does. */
  send?: { readonly label: string; readonly busy: boolean; readonly act: () => void };
  children: JSX.Element;
}

/** One thing to answer, and the way on. */
export const BookingStep: Component<BookingStepProps> = (props) => {
  const errors = (): readonly FieldMessage[] =>
    props.refused && props.refused.length > 0 ? props.refused : props.place.messages();
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!props.send) props.place.next();
    else if (!props.send.busy) props.send.act();
  };
  const label = (): string => {
    if (props.send) return props.send.label;
    return props.place.isChange() ? t('step.save') : t('step.next');
  };
  return (
    <div class="step">
      <ErrorSummary
        errors={errors()}
        {...(props.refusedTitle !== undefined && errors() === props.refused
          ? { title: props.refusedTitle }
          : {})}
      />
      <Show when={props.place.backHref()}>
        {(href) => (
          <A class="step-back no-print" href={href()}>
            {t('step.back')}
          </A>
        )}
      </Show>
      <p class="soft">{t('step.count', { n: props.place.n(), of: props.place.of })}</p>
      <PageHeader title={props.title} lead={props.lead} />
      <form class="step-form" noValidate onSubmit={submit}>
        {props.children}
        <div class="step-actions">
          <Button type="submit" kind="main" busy={props.send?.busy ?? false}>
            {label()}
          </Button>
          <span class="visually-hidden" role="status">
            {props.send?.busy ? label() : ''}
          </span>
        </div>
      </form>
    </div>
  );
};

/** Leads from an answer back to its question. */
export const ChangeLink: Component<{ step: string; href: string; what: string }> = (props) => (
  <A
    class="touch-link no-print"
    id={fieldId(props.step)}
    href={props.href}
    aria-label={t('check.change.of', { what: props.what })}
  >
    {t('check.change')}
  </A>
);
