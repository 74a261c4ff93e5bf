import { useNavigate } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { callLight, codeOf, newKey } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldWords } from '../field.words.ts';
import { problemMessage } from '../messages.ts';
import { createOthers } from '../outbox/others.ts';
import { routes } from '../service.ts';
import { catchUp } from '../start.ts';
import { officer } from './officer.ts';

const { t } = fieldWords;

const missing = (loginName: string, password: string): FieldMessage[] => [
  ...(loginName.trim() === '' ? [{ name: 'loginName', message: t('sign-in.login-name.missing') }] : []),
  ...(password === '' ? [{ name: 'password', message: t('sign-in.password.missing') }] : []),
];

export const SignInPage: Component = () => {
  const navigate = useNavigate();
  const hasOthers = createOthers();
  const [loginName, setLoginName] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [isShown, setShown] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const [errors, setErrors] = createSignal<readonly FieldMessage[]>([]);
  const errorOf = (name: string): string | undefined =>
    errors().find((error) => error.name === name)?.message;

  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await callLight(routes.signIn, {
        body: { loginName: loginName(), password: password() },
        key: newKey(),
      });
      setPassword('');
      await catchUp();
      navigate('/field', { replace: true });
    } catch (thrown) {
      setErrors([{ name: '', message: problemMessage(codeOf(thrown)) }]);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isBusy()) return;
    const found = missing(loginName(), password());
    setErrors(found);
    if (found.length === 0) void send();
  };
  return (
    <form noValidate onSubmit={submit} aria-busy={isBusy()}>
      <ErrorSummary errors={errors()} />
      <PageHeader title={t('sign-in.title')} lead={t('sign-in.lead')} />
      <Show when={hasOthers()}>
        <Notice>{t('sign-in.others')}</Notice>
      </Show>
      <TextField
        name="loginName"
        label={t('sign-in.login-name')}
        autocomplete="username"
        value={loginName()}
        onInput={setLoginName}
        error={errorOf('loginName')}
      />
      <TextField
        name="password"
        label={t('sign-in.password')}
        type={isShown() ? 'text' : 'password'}
        autocomplete="current-password"
        value={password()}
        onInput={setPassword}
        error={errorOf('password')}
      />
      <CheckboxField name="show" label={t('sign-in.show')} checked={isShown()} onChange={setShown} />
      <div class="field-actions">
        <Button type="submit" kind="main" busy={isBusy()}>
          {isBusy() ? t('sign-in.busy') : t('sign-in.submit')}
        </Button>
      </div>
      <p class="soft">{officer() === undefined ? t('sign-in.help') : t('sign-in.kept')}</p>
    </form>
  );
};
