import { createSignal, type JSX, Show } from 'solid-js';
import * as v from 'valibot';
import type { RouteRow } from '../../../../../functions/platform/contract/route.ts';
import { call } from '../../../api/client.ts';
import { Button, type ButtonKind } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Alert } from '../../../ui/notice.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission, type Submission } from '../../forms/submission.ts';
import { campaignsWords } from '../campaigns.words.ts';

const { t } = campaignsWords;

export interface ChangeRow<View> extends RouteRow {
  readonly body: v.GenericSchema<unknown, unknown>;
  readonly response: v.GenericSchema<unknown, View>;
}

export interface CommandDialogProps<View extends { readonly version: number }> {
  row: ChangeRow<View>;
  params: Readonly<Record<string, string>>;
  view: Pick<View, 'version'>;
  /** On the button, in the dialog's title and on the button that sends. */
  label: string;
  done: string;
  kind?: ButtonKind | undefined;
  danger?: boolean | undefined;
  intro?: string | undefined;
  /** The fields' labels, by the names the contract's errors give them. */
  fields: Readonly<Record<string, string>>;
  fieldOf?: Readonly<Record<string, string>> | undefined;
  body: () => unknown;
  /** Makes the form what it is before anything is written. */
  reset: () => void;
  /** How the record stands now, as the command answered it or as a colleague left it. */
  show: (view: View) => void;
  children?: ((errorOf: Submission['errorOf']) => JSX.Element) | undefined;
}

/** One change of a versioned record: a button, and a dialog with its form. What was written outlives a colleague's change. */
export const CommandDialog = <View extends { readonly version: number }>(
  props: CommandDialogProps<View>,
): JSX.Element => {
  const [open, setOpen] = createSignal(false);
  /** The version a colleague made, once the reader goes on in spite of it. */
  const [accepted, setAccepted] = createSignal<number>();
  const submission = createSubmission({
    get schema() {
      return props.row.body;
    },
    fields: () => props.fields,
    fieldOf: props.fieldOf ?? {},
    send: (body, key) =>
      call(props.row, { params: props.params, body, ifMatch: accepted() ?? props.view.version, key }),
    done: ({ body }) => {
      setOpen(false);
      showToast(props.done);
      props.show(body);
    },
  });
  const newer = (): View | undefined => {
    const parsed = v.safeParse(props.row.response, submission.stale());
    return parsed.success ? parsed.output : undefined;
  };
  const start = (): void => {
    props.reset();
    submission.reset();
    setAccepted(undefined);
    setOpen(true);
  };
  const close = (): void => {
    const seen = newer();
    setOpen(false);
    if (seen !== undefined) props.show(seen);
  };
  return (
    <>
      <Button kind={props.kind} onPress={start}>
        {props.label}
      </Button>
      <Dialog open={open()} onClose={close} title={props.label}>
        <div class="stack">
          <Show when={newer()}>
            <Alert tone="warn" title={t('stale.title')}>
              <p>{t('stale.text')}</p>
            </Alert>
          </Show>
          <Show when={props.intro}>{(intro) => <p class="soft">{intro()}</p>}</Show>
          <CommandForm
            submission={submission}
            body={props.body}
            beforeSubmit={() => setAccepted(newer()?.version ?? accepted())}
            submitLabel={newer() ? t('stale.submit') : props.label}
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
