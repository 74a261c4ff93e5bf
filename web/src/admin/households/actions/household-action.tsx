import { type Component, createSignal, type JSX, Show } from 'solid-js';
import * as v from 'valibot';
import { householdViewSchema } from '../../../../../functions/households/households.views.ts';
import type { RouteRow } from '../../../../../functions/platform/contract/route.ts';
import { call } from '../../../api/client.ts';
import { Button, type ButtonKind } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Alert } from '../../../ui/notice.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission, type Submission } from '../../forms/submission.ts';
import { type HouseholdView, showChangedHousehold } from '../households.queries.ts';
import { householdsWords } from '../households.words.ts';

const { t } = householdsWords;

export interface ChangeRow extends RouteRow {
  readonly body: v.GenericSchema<unknown, unknown>;
  readonly response: typeof householdViewSchema;
}

export interface HouseholdActionProps {
  view: HouseholdView;
  row: ChangeRow;
  /** On the button, in the dialog's title and on the button that sends. */
  label: string;
  done: string;
  kind?: ButtonKind | undefined;
  intro?: string | undefined;
  danger?: boolean | undefined;
  wide?: boolean | undefined;
  /** The fields' labels, by the names the contract's errors give them. */
  fields: () => Readonly<Record<string, string>>;
  fieldOf?: Readonly<Record<string, string>> | undefined;
  body: () => unknown;
  /** Makes the form what the household is now. */
  reset: () => void;
  children?: ((errorOf: Submission['errorOf']) => JSX.Element) | undefined;
}

/** A change of the household: a button, and a dialog with its form. What was written outlives a colleague's change. */
export const HouseholdAction: Component<HouseholdActionProps> = (props) => {
  const [open, setOpen] = createSignal(false);
  /** The version a colleague made; the next try is made on it. */
  const [newer, setNewer] = createSignal<HouseholdView>();
  const submission = createSubmission({
    get schema() {
      return props.row.body;
    },
    fields: () => props.fields(),
    fieldOf: props.fieldOf ?? {},
    send: (body, key) =>
      call(props.row, {
        params: { household: props.view.household },
        body,
        ifMatch: (newer() ?? props.view).version,
        key,
      }),
    done: ({ body }) => {
      setNewer(undefined);
      setOpen(false);
      showToast(props.done);
      showChangedHousehold(body);
    },
  });
  const stale = (): boolean => submission.stale() !== undefined;
  const accept = (): void => {
    const seen = v.safeParse(householdViewSchema, submission.stale());
    if (seen.success) setNewer(seen.output);
  };
  const start = (): void => {
    props.reset();
    submission.reset();
    setNewer(undefined);
    setOpen(true);
  };
  const close = (): void => {
    setOpen(false);
    const seen = v.safeParse(householdViewSchema, submission.stale());
    if (seen.success) showChangedHousehold(seen.output);
  };
  return (
    <>
      <Button kind={props.kind} onPress={start}>
        {props.label}
      </Button>
      <Dialog open={open()} onClose={close} title={props.label} wide={props.wide}>
        <div class="stack">
          <Show when={stale()}>
            <Alert tone="warn" title={t('stale.title')}>
              <p>{t('stale.text')}</p>
            </Alert>
          </Show>
          <Show when={props.intro}>{(intro) => <p class="soft">{intro()}</p>}</Show>
          <CommandForm
            submission={submission}
            body={props.body}
            beforeSubmit={accept}
            submitLabel={stale() ? t('stale.submit') : props.label}
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
