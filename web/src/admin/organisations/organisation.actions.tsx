import { type Component, createEffect, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import * as v from 'valibot';
import { accessContract } from '../../../../functions/access/access.contract.ts';
import { nodeViewSchema } from '../../../../functions/access/access.views.ts';
import { ApiProblem, call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { confirm, Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { codeOf, problemMessage } from '../messages/messages.ts';
import type { OrganisationNode } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { showChangedOrganisation } from './fresh-organisations.ts';
import { organisationsWords } from './organisations.words.ts';

const { t } = organisationsWords;
const { name: rename, closing, reopening } = accessContract.routes;

/** The organisation as it stands now, when a colleague was faster. */
const newerOf = (thrown: unknown): OrganisationNode | undefined => {
  const parsed = v.safeParse(nodeViewSchema, thrown instanceof ApiProblem ? thrown.current : undefined);
  return parsed.success ? parsed.output : undefined;
};

interface NodeProps {
  node: OrganisationNode;
}

export const RenameAction: Component<NodeProps> = (props) => {
  const desk = useDesk();
  const [open, setOpen] = createSignal(false);
  const [draft, setDraft] = createStore({ zh: '', en: '' });
  const submission = createSubmission({
    schema: rename.body,
    fields: () => ({ 'name.zh': t('add.zh'), 'name.en': t('add.en') }),
    send: (body, key) =>
      call(rename, { params: { nodeId: props.node.id }, body, ifMatch: props.node.version, key }),
    done: ({ body }) => {
      showToast(t('rename.done'));
      showChangedOrganisation(body);
      setOpen(false);
    },
  });
  createEffect(() => {
    const newer = v.safeParse(nodeViewSchema, submission.stale());
    if (newer.success) showChangedOrganisation(newer.output);
  });
  const show = (): void => {
    setDraft({ ...props.node.name });
    submission.reset();
    setOpen(true);
  };
  return (
    <>
      <Button kind="quiet" label={t('rename.label', { name: desk.nameOf(props.node.path) })} onPress={show}>
        {t('rename.title')}
      </Button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={t('rename.label', { name: desk.nameOf(props.node.path) })}
      >
        <Show when={submission.refusal() === 'request.stale'}>
          <Notice tone="warn">{t('organisations.stale')}</Notice>
        </Show>
        <CommandForm
          submission={submission}
          body={() => ({ name: { ...draft } })}
          submitLabel={t('rename.submit')}
          onCancel={() => setOpen(false)}
        >
          <TextField
            name="name.zh"
            label={t('add.zh')}
            value={draft.zh}
            onInput={(value) => setDraft('zh', value)}
            error={submission.errorOf('name.zh')}
          />
          <TextField
            name="name.en"
            label={t('add.en')}
            value={draft.en}
            onInput={(value) => setDraft('en', value)}
            error={submission.errorOf('name.en')}
          />
        </CommandForm>
      </Dialog>
    </>
  );
};

/** Closes an organisation or opens it again, after asking. */
export const StandingAction: Component<NodeProps> = (props) => {
  const desk = useDesk();
  const [busy, setBusy] = createSignal(false);
  const what = (): 'close' | 'reopen' => (props.node.active ? 'close' : 'reopen');
  const act = async (): Promise<void> => {
    const { id: nodeId, version: ifMatch, active, path } = props.node;
    const name = desk.nameOf(path);
    const done = t(`${what()}.done`);
    const isMeant = await confirm({
      title: t(`${what()}.question`, { name }),
      text: t(`${what()}.text`),
      confirmLabel: t(`${what()}.title`),
      danger: active,
    });
    if (!isMeant) return;
    setBusy(true);
    try {
      const { body } = await call(active ? closing : reopening, { params: { nodeId }, body: {}, ifMatch });
      showChangedOrganisation(body);
      showToast(done);
    } catch (thrown) {
      const newer = newerOf(thrown);
      if (newer !== undefined) showChangedOrganisation(newer);
      showToast(newer === undefined ? problemMessage(codeOf(thrown)) : t('organisations.stale'), 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      kind="quiet"
      busy={busy()}
      label={t(`${what()}.label`, { name: desk.nameOf(props.node.path) })}
      onPress={() => void act()}
    >
      {t(`${what()}.title`)}
    </Button>
  );
};
