import { useNavigate } from '@solidjs/router';
import { type Component, createSignal } from 'solid-js';
import type { accessPublicContract } from '../../../../functions/access/access-public.contract.ts';
import { callLight, type LightRow } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { adminWords } from '../admin.words.ts';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { forgetWorker } from './memory.ts';
import { noteSignedOut } from './presence.ts';

const { t } = adminWords;
const row: LightRow<typeof accessPublicContract.routes.signOut> = {
  method: 'POST',
  path: '/api/session/end',
};

/** The way out. It is only left when the service knows: a session thought ended must not go on. */
export const SignOutButton: Component = () => {
  const navigate = useNavigate();
  const [leaving, setLeaving] = createSignal(false);
  const signOut = async (): Promise<void> => {
    setLeaving(true);
    try {
      await callLight(row);
      forgetWorker();
      noteSignedOut();
      navigate('/admin/sign-in');
    } catch (thrown) {
      showToast(problemMessage(codeOf(thrown)), 'bad');
    } finally {
      setLeaving(false);
    }
  };
  return (
    <Button kind="quiet" busy={leaving()} onPress={() => void signOut()}>
      {t('user.sign-out')}
    </Button>
  );
};
