import type { Component, JSX } from 'solid-js';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { nextLabel, QuestionPage } from '../questions/question-page.tsx';

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

/** A page of a booking's flow, and the way on. */
export const BookingStep: Component<BookingStepProps> = (props) => {
  const isRefused = (): boolean => (props.refused?.length ?? 0) > 0;
  return (
    <QuestionPage
      n={props.place.n()}
      of={props.place.of}
      backHref={props.place.backHref()}
      title={props.title}
      lead={props.lead}
      errors={isRefused() && props.refused ? props.refused : props.place.messages()}
      errorsTitle={isRefused() ? props.refusedTitle : undefined}
      onSubmit={() => (props.send ? props.send.act() : props.place.next())}
      label={props.send?.label ?? nextLabel(props.place.isChange())}
      busy={props.send?.busy ? props.send.label : undefined}
    >
      {props.children}
    </QuestionPage>
  );
};
