import { type Component, createSignal, type JSX, Show } from 'solid-js';
import * as v from 'valibot';
import type { IssueAction } from '../../../../../functions/issues/issues.actions.ts';
import { issuesContract } from '../../../../../functions/issues/issues.contract.ts';
import { caseViewSchema } from '../../../../../functions/issues/issues.views.ts';
import { formatReference } from '../../../../../functions/platform/contract/reference.ts';
import type { RouteRow } from '../../../../../functions/platform/contract/route.ts';
import { call } from '../../../api/client.ts';
import { Button, type ButtonKind } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission, type Submission } from '../../forms/submission.ts';
import type { CaseView } from '../../queries.ts';
import { showChangedCase } from '../fresh-cases.ts';
import { issuesWords } from '../issues.words.ts';
import { StalePane } from './stale-pane.tsx';

const { t } = issuesWords;

/** Everything a case page offers but opening the contact details, which changes nothing. */
export type CommandName = Exclude<IssueAction, 'contact'>;

interface CommandRow extends RouteRow {
  readonly body: v.GenericSchema<unknown, unknown>;
  readonly response: typeof caseViewSchema;
}

export interface CaseActionProps {
  view: CaseView;
  action: CommandName;
  kind?: ButtonKind | undefined;
  intro?: string | undefined;
  /** The fields' labels, by the names the contract's errors give them. */
  fields: Readonly<Record<string, string>>;
  /** What the form holds, in the shape the contract takes. */
  body: () => unknown;
  /** Last thing before sending: brings what the body can only name, such as photos. */
  complete?: ((body: unknown) => Promise<unknown>) | undefined;
  fieldOf?: Readonly<Record<string, string>> | undefined;
  /** Empties the form once it has been carried out. */
  reset: () => void;
  children?: ((errorOf: Submission['errorOf']) => JSX.Element) | undefined;
}

/**
 * One thing allowed now: a button, and a dialog with its form. What was written outlives closing the dialog, and a
 * colleague being faster.
 */
export const CaseAction: Component<CaseActionProps> = (props) => {
  const [open, setOpen] = createSignal(false);
  /** The version a colleague made, once the reader has decided to go on with it. */
  const [accepted, setAccepted] = createSignal<CaseView>();
  const row = (): CommandRow => issuesContract.routes[props.action];

  const submission = createSubmission({
    get schema() {
      return row().body;
    },
    fields: () => props.fields,
    fieldOf: props.fieldOf ?? {},
    send: async (body, key) =>
      call(row(), {
        params: { reference: props.view.reference },
        body: props.complete === undefined ? body : await props.complete(body),
        ifMatch: (accepted() ?? props.view).version,
        key,
      }),
    done: ({ body }) => {
      props.reset();
      setAccepted(undefined);
      setOpen(false);
      showToast(t(`action.${props.action}.done`));
      showChangedCase(body);
    },
  });

  /** As it stands now, when somebody else was faster. */
  const newer = (): CaseView | undefined => {
    const parsed = v.safeParse(caseViewSchema, submission.stale());
    return parsed.success ? parsed.output : undefined;
  };
  const isStillAllowed = (): boolean => newer()?.actions.includes(props.action) ?? true;
  const submitLabel = (): string => (newer() ? t('stale.apply') : t(`action.${props.action}`));
  /** Sent again with both versions before one's eyes, it is meant for the newer. */
  const accept = (): void => {
    const seen = newer();
    if (seen !== undefined) setAccepted(seen);
  };
  const close = (): void => {
    const seen = newer() ?? accepted();
    setOpen(false);
    setAccepted(undefined);
    submission.reset();
    if (seen !== undefined) showChangedCase(seen);
  };

  return (
    <>
      <Button kind={props.kind} onPress={() => setOpen(true)}>
        {t(`action.${props.action}`)}
      </Button>
      <Dialog
        open={open()}
        onClose={close}
        title={`${t(`action.${props.action}`)} · ${formatReference(props.view.reference)}`}
      >
        <div class="stack">
          <Show when={newer()}>
            {(after) => <StalePane before={props.view} after={after()} isStillAllowed={isStillAllowed()} />}
          </Show>
          <Show when={props.intro}>{(intro) => <p class="soft">{intro()}</p>}</Show>
          <CommandForm
            submission={submission}
            body={props.body}
            beforeSubmit={accept}
            submitLabel={submitLabel()}
            isClosed={!isStillAllowed()}
            onCancel={() => setOpen(false)}
          >
            {props.children?.(submission.errorOf)}
          </CommandForm>
        </div>
      </Dialog>
    </>
  );
};
