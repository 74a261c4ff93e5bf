import { createSignal, type JSX, Show } from 'solid-js';
import type * as v from 'valibot';
import type { RouteRow } from '../../../../functions/platform/contract/route.ts';
import { call } from '../../api/client.ts';
import { Button, type ButtonKind } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from './command-form.tsx';
import { createSubmission, type Submission } from './submission.ts';

/** A contract's row that makes a new record and answers with it. */
export interface CreateRow<View> extends RouteRow {
  readonly body: v.GenericSchema<unknown, unknown>;
  readonly response: v.GenericSchema<unknown, View>;
}

export interface CreateDialogProps<View> {
  row: CreateRow<View>;
  /** On the button, in the dialog's title and on the button that sends. */
  label: string;
  kind?: ButtonKind | undefined;
  wide?: boolean | undefined;
  intro?: string | undefined;
  /** The fields' labels, by the names the contract's errors give them. */
  fields: Readonly<Record<string, string>>;
  /** By a refusal's code, the field it is about. */
  fieldOf?: Readonly<Record<string, string>> | undefined;
  /** What the form holds, in the shape the contract takes. */
  body: () => unknown;
  reset: () => void;
  /** Said when it was made. */
  done: string;
  made: (view: View) => void;
  children: (errorOf: Submission['errorOf']) => JSX.Element;
}

/** Something new, from a short form: a button, and a dialog with its form. */
export const CreateDialog = <View,>(props: CreateDialogProps<View>): JSX.Element => {
  const [open, setOpen] = createSignal(false);
  const submission = createSubmission({
    get schema() {
      return props.row.body;
    },
    fields: () => props.fields,
    fieldOf: props.fieldOf ?? {},
    send: (body, key) => call(props.row, { body, key }),
    done: ({ body }) => {
      setOpen(false);
      showToast(props.done);
      props.made(body);
    },
  });
  const start = (): void => {
    props.reset();
    submission.reset();
    setOpen(true);
  };
  return (
    <>
      <Button kind={props.kind} onPress={start}>
        {props.label}
      </Button>
      <Dialog open={open()} onClose={() => setOpen(false)} title={props.label} wide={props.wide}>
        <div class="stack">
          <Show when={props.intro}>{(intro) => <p class="soft">{intro()}</p>}</Show>
          <CommandForm
            submission={submission}
            body={props.body}
            submitLabel={props.label}
            onCancel={() => setOpen(false)}
          >
            {props.children(submission.errorOf)}
          </CommandForm>
        </div>
      </Dialog>
    </>
  );
};
