import { type Component, type JSX, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { adminWords } from '../admin.words.ts';
import type { Submission } from './submission.ts';

const { t } = adminWords;

export interface CommandFormProps {
  submission: Submission;
  /** What the form holds now, in the shape the contract takes. */
  body: () => unknown;
  submitLabel: string;
  beforeSubmit?: (() => void) | undefined;
  /** It can no longer be sent; what was written stays to be copied. */
  isClosed?: boolean | undefined;
  danger?: boolean | undefined;
  onCancel?: (() => void) | undefined;
  children: JSX.Element;
}

/** Fields, what stands in their way, and the button that sends them. */
export const CommandForm: Component<CommandFormProps> = (props) => {
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (props.isClosed) return;
    props.beforeSubmit?.();
    void props.submission.submit(props.body());
  };
  return (
    <form noValidate onSubmit={send} aria-busy={props.submission.busy()}>
      <ErrorSummary errors={props.submission.summary()} />
      <Show when={props.submission.refusal() === 'session.required'}>
        <SignInElsewhere />
      </Show>
      {props.children}
      <div class="row form-buttons">
        <Show when={!props.isClosed}>
          <Button type="submit" kind={props.danger ? 'danger' : 'main'} busy={props.submission.busy()}>
            {props.submission.busy() ? t('form.sending') : props.submitLabel}
          </Button>
        </Show>
        <Show when={props.onCancel}>
          {(cancel) => <Button onPress={cancel()}>{t('form.cancel')}</Button>}
        </Show>
      </div>
    </form>
  );
};

/** A session that ended in the middle of writing costs nothing: signing in happens beside the form. */
const SignInElsewhere: Component = () => (
  <Notice tone="warn">
    <a href="/admin/sign-in?return=%2Fadmin" target="_blank" rel="noopener external">
      {t('form.sign-in-elsewhere')}
    </a>
  </Notice>
);
