import type { Component } from 'solid-js';
import { createStore } from 'solid-js/store';
import { accessContract } from '../../../../functions/access/access.contract.ts';
import { call } from '../../api/client.ts';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import { showChangedOrganisation } from './fresh-organisations.ts';
import { organisationsWords } from './organisations.words.ts';

const { t } = organisationsWords;
const row = accessContract.routes.establish;

export const AddOrganisation: Component<{ parent: string; onDone: () => void }> = (props) => {
  const desk = useDesk();
  const parentId = (): string => props.parent.slice(props.parent.lastIndexOf('/') + 1);
  const [draft, setDraft] = createStore({ id: parentId(), zh: '', en: '' });
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({ id: t('add.id'), 'name.zh': t('add.zh'), 'name.en': t('add.en') }),
    fieldOf: { 'access.node_code_wrong': 'id', 'access.node_exists': 'id' },
    send: (body, key) => call(row, { body, key }),
    done: ({ body }) => {
      showToast(t('add.done'));
      showChangedOrganisation(body);
      props.onDone();
    },
  });
  return (
    <section class="stack" aria-labelledby="add">
      <h2 id="add">
        {t('add.title')} · {t('add.under', { name: desk.nameOf(props.parent) })}
      </h2>
      <CommandForm
        submission={submission}
        body={() => ({ parent: props.parent, id: draft.id, name: { zh: draft.zh, en: draft.en } })}
        submitLabel={t('add.submit')}
        onCancel={props.onDone}
      >
        <TextField
          name="id"
          label={t('add.id')}
          hint={t('add.id.hint')}
          width="medium"
          value={draft.id}
          onInput={(value) => setDraft('id', value)}
          error={submission.errorOf('id')}
        />
        <TextField
          name="name.zh"
          label={t('add.zh')}
          width="medium"
          value={draft.zh}
          onInput={(value) => setDraft('zh', value)}
          error={submission.errorOf('name.zh')}
        />
        <TextField
          name="name.en"
          label={t('add.en')}
          width="medium"
          value={draft.en}
          onInput={(value) => setDraft('en', value)}
          error={submission.errorOf('name.en')}
        />
      </CommandForm>
    </section>
  );
};
