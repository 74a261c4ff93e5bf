import { useNavigate, useSearchParams } from '@solidjs/router';
import type { Component } from 'solid-js';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ChangePasswordForm } from './change-password.form.tsx';
import { Gate } from './gate.tsx';
import { forgetWorker } from './memory.ts';
import { returnPath } from './return-path.ts';
import { sessionWords } from './session.words.ts';
import { SignOutButton } from './sign-out.button.tsx';

const { t } = sessionWords;

/** Nothing else is open to an account whose password somebody handed out. */
export const PasswordPage: Component = () => {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const done = (): void => {
    showToast(t('password.done'));
    forgetWorker();
    navigate(returnPath(search['return']), { replace: true });
  };
  return (
    <Gate>
      <PageHeader title={t('password.title')} lead={t('password.lead')} />
      <ChangePasswordForm onDone={done} />
      <p class="form-note">
        <SignOutButton />
      </p>
    </Gate>
  );
};
