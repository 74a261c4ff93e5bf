import { type Component, createSignal, type JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { RectificationAction } from '../../../../functions/inspections/inspections.actions.ts';
import { inspectionsContract } from '../../../../functions/inspections/inspections.contract.ts';
import { limits } from '../../../../functions/inspections/inspections.words.ts';
import type { ButtonKind } from '../../ui/button.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { CommandDialog, type CommandRow } from '../forms/command-dialog.tsx';
import { photoRefusals, withPhotos } from '../forms/photos.ts';
import type { Submission } from '../forms/submission.ts';
import { type RectificationView, renewRectification } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';

const { t } = inspectionsWords;

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

/** One thing allowed with the rectification now; after a colleague's change, only once it has been looked at. */
const Action: Component<RectificationActionProps> = (props) => {
  const row = (): CommandRow<RectificationView> => inspectionsContract.routes[props.action];
  return (
    <CommandDialog
      {...props}
      keepsDraft
      row={row()}
      params={{ rectification: props.view.rectification }}
      label={t(props.action)}
      isStillAllowed={() => false}
      stalePane={() => <Notice tone="warn">{t('stale')}</Notice>}
      done={t(`${props.action}.done`)}
      show={() => void renewRectification()}
    />
  );
};

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
