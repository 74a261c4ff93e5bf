import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import * as v from 'valibot';
import type { RouteRow } from '../../../../functions/platform/contract/route.ts';
import { call } from '../../api/client.ts';
import { Button, type ButtonKind } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { adminWords } from '../admin.words.ts';
import { CommandForm } from './command-form.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { createSubmission, type Submission, type SubmissionSetup } from './submission.ts';

const { t } = adminWords;

/** A contract's row that changes a record with a version and answers with the record. */
export interface CommandRow<View> extends RouteRow {
  readonly body: v.GenericSchema<unknown, unknown>;
  readonly response: v.GenericSchema<unknown, View>;
}

export interface CommandDialogProps<View extends { readonly version: number }> {
  row: CommandRow<View>;
  params: Readonly<Record<string, string>>;
  /** The record as the page shows it; what is sent is meant for its version. */
  view: Pick<View, 'version'>;
  /** On the button, in the dialog's title and on the button that sends. */
  label: string;
  /** With the record named: the dialog's title, where the label alone does not say which one. */
  title?: string | undefined;
  /** Spoken for the button, where many of a kind stand on the page. */
  buttonLabel?: string | undefined;
  kind?: ButtonKind | undefined;
  danger?: boolean | undefined;
  wide?: boolean | undefined;
  intro?: string | undefined;
  /** The fields' labels, by the names the contract's errors give them; none for a command without a form. */
  fields?: Readonly<Record<string, string>> | undefined;
  /** By a refusal's code, the field it is about. */
  fieldOf?: Readonly<Record<string, string>> | undefined;
  /** Words for codes of this form alone, or for fields that need more than the code's own. */
  tell?: SubmissionSetup<CommandRow<View>['body'], unknown>['tell'];
  /** What the form holds, in the shape the contract takes. */
  body: () => unknown;
  /** Last thing before sending: brings what the body can only name, such as photos. */
  complete?: ((body: unknown) => Promise<unknown>) | undefined;
  /** Makes the form what it is before anything is written. */
  reset?: (() => void) | undefined;
  /** What was written outlives closing the dialog; the form is reset once it was carried out, not when it opens. */
  keepsDraft?: boolean | undefined;
  /** Whether it can still be sent, now that a colleague made this of the record; yes when not given. */
  isStillAllowed?: ((newer: View) => boolean) | undefined;
  /** Tells what a colleague changed, in place of the usual words. */
  stalePane?: ((newer: View, isStillAllowed: boolean) => JSX.Element) | undefined;
  /** Said when it was carried out; by what it made of the record, where that differs. */
  done: string | ((view: View) => string);
  /** Shows the record as the command answered it, or as a colleague left it. */
  show: (view: View) => void;
  children?: ((errorOf: Submission['errorOf']) => JSX.Element) | undefined;
}

/**
 * One change of a versioned record: a button, and a dialog with its form. When a colleague was faster, what was
 * written stays, and sent again with that before one's eyes it is meant for their version.
 */
export const CommandDialog = <View extends { readonly version: number }>(
  props: CommandDialogProps<View>,
): JSX.Element => {
  const [open, setOpen] = createSignal(false);
  /** The version a colleague made, once the reader has decided to go on with it. */
  const [accepted, setAccepted] = createSignal<View>();
  const submission = createSubmission({
    get schema() {
      return props.row.body;
    },
    fields: () => props.fields ?? {},
    fieldOf: props.fieldOf ?? {},
    tell: (problem) => props.tell?.(problem),
    send: async (body, key) =>
      call(props.row, {
        params: props.params,
        body: props.complete === undefined ? body : await props.complete(body),
        ifMatch: (accepted() ?? props.view).version,
        key,
      }),
    done: ({ body }) => {
      if (props.keepsDraft) props.reset?.();
      setAccepted(undefined);
      setOpen(false);
      showToast(typeof props.done === 'string' ? props.done : props.done(body));
      props.show(body);
    },
  });
  /** As it stands now, when somebody else was faster. */
  const newer = createMemo((): View | undefined => {
    const parsed = v.safeParse(props.row.response, submission.stale());
    return parsed.success ? parsed.output : undefined;
  });
  const isStillAllowed = (): boolean => {
    const seen = newer();
    return seen === undefined || (props.isStillAllowed?.(seen) ?? true);
  };
  const accept = (): void => {
    const seen = newer();
    if (seen !== undefined) setAccepted(() => seen);
  };
  const start = (): void => {
    if (!props.keepsDraft) props.reset?.();
    setOpen(true);
  };
  const close = (): void => {
    const seen = newer() ?? accepted();
    setOpen(false);
    setAccepted(undefined);
    submission.reset();
    if (seen !== undefined) props.show(seen);
  };
  return (
    <>
      <Button kind={props.kind} label={props.buttonLabel} onPress={start}>
        {props.label}
      </Button>
      <Dialog open={open()} onClose={close} title={props.title ?? props.label} wide={props.wide}>
        <div class="stack">
          <Show when={newer()}>
            {(seen) => (
              <Show when={props.stalePane} fallback={<StaleNotice isStillAllowed={isStillAllowed()} />}>
                {(pane) => pane()(seen(), isStillAllowed())}
              </Show>
            )}
          </Show>
          <Show when={props.intro}>{(intro) => <p class="soft">{intro()}</p>}</Show>
          <CommandForm
            submission={submission}
            body={props.body}
            beforeSubmit={accept}
            submitLabel={newer() ? t('stale.apply') : props.label}
            isClosed={!isStillAllowed()}
            danger={props.danger}
            onCancel={close}
          >
            {props.children?.(submission.errorOf)}
          </CommandForm>
        </div>
      </Dialog>
    </>
  );
};
