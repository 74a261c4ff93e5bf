import { createSignal, type JSX, Show } from 'solid-js';
import type * as v from 'valibot';
import type { RouteRow } from '../../../../functions/platform/contract/route.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandForm } from './command-form.tsx';
import { createSubmission } from './submission.ts';

/** A contract's row that opens what is otherwise masked, for a reason that is put on record. */
export interface DisclosureRow<Opened> extends RouteRow {
  readonly body: v.GenericSchema<unknown, unknown>;
  readonly response: v.GenericSchema<unknown, Opened>;
}

export interface DisclosureDialogProps<Opened> {
  row: DisclosureRow<Opened>;
  params: Readonly<Record<string, string>>;
  /** On the button, in the dialog's title and on the button that sends. */
  label: string;
  intro: string;
  reasonLabel: string;
  closeLabel: string;
  /** What was opened needs a wide dialog. */
  wide?: boolean | undefined;
  children: (opened: Opened) => JSX.Element;
}

/** What is masked, in plain: shown only in the open dialog and gone with it; each opening leaves a record. */
export const DisclosureDialog = <Opened,>(props: DisclosureDialogProps<Opened>): JSX.Element => {
  const [open, setOpen] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const [opened, setOpened] = createSignal<{ readonly body: Opened }>();
  const submission = createSubmission({
    get schema() {
      return props.row.body;
    },
    fields: () => ({ reason: props.reasonLabel }),
    send: (body, key) => call(props.row, { params: props.params, body, key }),
    done: setOpened,
  });
  const close = (): void => {
    setOpen(false);
    setOpened(undefined);
    setReason('');
    submission.reset();
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{props.label}</Button>
      <Dialog
        open={open()}
        onClose={close}
        title={props.label}
        wide={props.wide === true && opened() !== undefined}
      >
        <Show
          when={opened()}
          fallback={
            <div class="stack">
              <p class="soft">{props.intro}</p>
              <CommandForm
                submission={submission}
                body={() => ({ reason: reason() })}
                submitLabel={props.label}
                onCancel={close}
              >
                <TextField
                  name="reason"
                  label={props.reasonLabel}
                  value={reason()}
                  onInput={setReason}
                  error={submission.errorOf('reason')}
                />
              </CommandForm>
            </div>
          }
        >
          {(known) => (
            <div class="stack">
              <div role="status">{props.children(known().body)}</div>
              <Button kind="main" onPress={close}>
                {props.closeLabel}
              </Button>
            </div>
          )}
        </Show>
      </Dialog>
    </>
  );
};
