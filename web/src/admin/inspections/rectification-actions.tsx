import { type Component, createSignal, type JSX, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import type * as v from 'valibot';
import type { RectificationAction } from '../../../../functions/inspections/inspections.actions.ts';
import { inspectionsContract } from '../../../../functions/inspections/inspections.contract.ts';
import type { rectificationViewSchema } from '../../../../functions/inspections/inspections.views.ts';
import { limits } from '../../../../functions/inspections/inspections.words.ts';
import type { RouteRow } from '../../../../functions/platform/contract/route.ts';
import { call } from '../../api/client.ts';
import { Button, type ButtonKind } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { photoRefusals, sendPhotos } from '../forms/photos.ts';
import { createSubmission, type Submission } from '../forms/submission.ts';
import { type RectificationView, renewRectification } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';

const { t } = inspectionsWords;

interface CommandRow extends RouteRow {
  readonly body: v.GenericSchema<unknown, unknown>;
  readonly response: typeof rectificationViewSchema;
}

interface ActionProps {
  view: RectificationView;
}

interface RectificationActionProps extends ActionProps {
  action: RectificationAction;
  kind?: ButtonKind | undefined;
  fields: Readonly<Record<string, string>>;
  body: () => unknown;
  complete?: ((body: unknown) => Promise<unknown>) | undefined;
  fieldOf?: Readonly<Record<string, string>> | undefined;
  children: (errorOf: Submission['errorOf']) => JSX.Element;
}

/** One thing allowed now: a button, and a dialog with its form. */
const Action: Component<RectificationActionProps> = (props) => {
  const [open, setOpen] = createSignal(false);
  const row = (): CommandRow => inspectionsContract.routes[props.action];
  const submission = createSubmission({
    get schema() {
      return row().body;
    },
    fields: () => props.fields,
    fieldOf: props.fieldOf ?? {},
    send: async (body, key) =>
      call(row(), {
        params: { rectification: props.view.rectification },
        body: props.complete === undefined ? body : await props.complete(body),
        ifMatch: props.view.version,
        key,
      }),
    done: () => {
      setOpen(false);
      showToast(t(`${props.action}.done`));
      void renewRectification();
    },
  });
  const close = (): void => {
    const isStale = submission.stale() !== undefined;
    setOpen(false);
    submission.reset();
    if (isStale) void renewRectification();
  };
  return (
    <>
      <Button kind={props.kind} onPress={() => setOpen(true)}>
        {t(props.action)}
      </Button>
      <Dialog open={open()} onClose={close} title={t(props.action)}>
        <div class="stack">
          <Show when={submission.stale()}>
            <Notice tone="warn">{t('stale')}</Notice>
          </Show>
          <CommandForm
            submission={submission}
            body={props.body}
            submitLabel={t(props.action)}
            isClosed={submission.stale() !== undefined}
            onCancel={close}
          >
            {props.children(submission.errorOf)}
          </CommandForm>
        </div>
      </Dialog>
    </>
  );
};

const withPhotos =
  (files: () => readonly File[]) =>
  async (body: unknown): Promise<unknown> => ({ ...Object(body), photos: await sendPhotos(files()) });

export const CompletionAction: Component<ActionProps> = (props) => {
  const [what, setWhat] = createSignal('');
  const [photos, setPhotos] = createSignal<readonly File[]>([]);
  return (
    <Action
      view={props.view}
      action="completion"
      kind="main"
      fields={{ what: t('completion.what'), photos: t('rectification.photos') }}
      fieldOf={photoRefusals}
      body={() => ({ what: what() })}
      complete={withPhotos(photos)}
    >
      {(errorOf) => (
        <>
          <TextArea
            name="what"
            label={t('completion.what')}
            limit={limits.reason}
            value={what()}
            onInput={setWhat}
            error={errorOf('what')}
          />
          <FileField
            optional
            name="photos"
            label={t('rectification.photos')}
            hint={t('check.photos.hint', { n: limits.photos })}
            files={photos()}
            onChange={setPhotos}
            most={limits.photos}
            error={errorOf('photos')}
          />
        </>
      )}
    </Action>
  );
};

export const AcceptanceAction: Component<ActionProps> = (props) => {
  const [note, setNote] = createSignal('');
  return (
    <Action
      view={props.view}
      action="acceptance"
      kind="main"
      fields={{ note: t('acceptance.note') }}
      body={() => (note().trim() === '' ? {} : { note: note() })}
    >
      {(errorOf) => (
        <TextField
          optional
          name="note"
          label={t('acceptance.note')}
          value={note()}
          onInput={setNote}
          error={errorOf('note')}
        />
      )}
    </Action>
  );
};

export const ReturnAction: Component<ActionProps> = (props) => {
  const [draft, setDraft] = createStore({ reason: '', workingDays: String(limits.workingDays) });
  return (
    <Action
      view={props.view}
      action="return"
      fields={{ reason: t('return.reason'), workingDays: t('return.days') }}
      body={() => ({
        reason: draft.reason,
        workingDays: draft.workingDays.trim() === '' ? undefined : Number(draft.workingDays),
      })}
    >
      {(errorOf) => (
        <>
          <TextArea
            name="reason"
            label={t('return.reason')}
            limit={limits.reason}
            value={draft.reason}
            onInput={(value) => setDraft('reason', value)}
            error={errorOf('reason')}
          />
          <TextField
            name="workingDays"
            label={t('return.days')}
            inputmode="numeric"
            width="short"
            value={draft.workingDays}
            onInput={(value) => setDraft('workingDays', value)}
            error={errorOf('workingDays')}
          />
        </>
      )}
    </Action>
  );
};
