import { type Component, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { accessContract } from '../../../../functions/access/access.contract.ts';
import { call } from '../../api/client.ts';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { sessionWords } from './session.words.ts';

const { t } = sessionWords;
const row = accessContract.routes.changePassword;
const empty = { oldPassword: '', newPassword: '' };

/** Shown instead of typed twice: who can see what they type makes no slip. */
export const ChangePasswordForm: Component<{ onDone: () => void }> = (props) => {
  const [draft, setDraft] = createStore({ ...empty });
  const [shown, setShown] = createSignal(false);
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({ oldPassword: t('password.old'), newPassword: t('password.new') }),
    fieldOf: {
      'access.password_wrong': 'oldPassword',
      'access.password_too_short': 'newPassword',
      'access.password_has_login_name': 'newPassword',
      'access.password_common': 'newPassword',
      'access.password_unchanged': 'newPassword',
    },
    send: (body, key) => call(row, { body, key }),
    done: () => {
      setDraft(empty);
      props.onDone();
    },
  });
  const type = (): 'text' | 'password' => (shown() ? 'text' : 'password');
  return (
    <CommandForm submission={submission} body={() => ({ ...draft })} submitLabel={t('password.submit')}>
      <TextField
        name="oldPassword"
        label={t('password.old')}
        type={type()}
        autocomplete="current-password"
        value={draft.oldPassword}
        onInput={(value) => setDraft('oldPassword', value)}
        error={submission.errorOf('oldPassword')}
      />
      <TextField
        name="newPassword"
        label={t('password.new')}
        hint={t('password.hint')}
        type={type()}
        autocomplete="new-password"
        value={draft.newPassword}
        onInput={(value) => setDraft('newPassword', value)}
        error={submission.errorOf('newPassword')}
      />
      <CheckboxField name="show" label={t('sign-in.show')} checked={shown()} onChange={setShown} />
    </CommandForm>
  );
};
