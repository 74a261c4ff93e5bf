import { useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { accessPublicContract } from '../../../../functions/access/access-public.contract.ts';
import { call } from '../../api/client.ts';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { Gate } from './gate.tsx';
import { forgetWorker } from './memory.ts';
import { noteSignedIn } from './presence.ts';
import { returnPath } from './return-path.ts';
import { sessionWords } from './session.words.ts';

const { t } = sessionWords;
const row = accessPublicContract.routes.signIn;

export const SignInPage: Component = () => {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [draft, setDraft] = createStore({ loginName: '', password: '' });
  const [shown, setShown] = createSignal(false);
  const target = (): string => returnPath(search['return']);
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({ loginName: t('sign-in.login-name'), password: t('sign-in.password') }),
    send: (body, key) => call(row, { body, key }),
    done: ({ body }) => {
      forgetWorker();
      noteSignedIn();
      const next = body.mustChangePassword
        ? `/admin/password?return=${encodeURIComponent(target())}`
        : target();
      navigate(next, { replace: true });
    },
  });
  return (
    <Gate>
      <PageHeader title={t('sign-in.title')} lead={target() === '/admin' ? undefined : t('sign-in.back')} />
      <CommandForm submission={submission} body={() => ({ ...draft })} submitLabel={t('sign-in.submit')}>
        <TextField
          name="loginName"
          label={t('sign-in.login-name')}
          autocomplete="username"
          value={draft.loginName}
          onInput={(value) => setDraft('loginName', value)}
          error={submission.errorOf('loginName')}
        />
        <TextField
          name="password"
          label={t('sign-in.password')}
          type={shown() ? 'text' : 'password'}
          autocomplete="current-password"
          value={draft.password}
          onInput={(value) => setDraft('password', value)}
          error={submission.errorOf('password')}
        />
        <CheckboxField name="show" label={t('sign-in.show')} checked={shown()} onChange={setShown} />
      </CommandForm>
      <Show when={submission.refusal() !== undefined}>
        <p class="form-note">{t('sign-in.help')}</p>
      </Show>
    </Gate>
  );
};
