import { A, useNavigate } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { accessPublicContract } from '../../../../functions/access/access-public.contract.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { adminWords } from '../admin.words.ts';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { forgetWorker } from '../session/memory.ts';
import { useDesk } from './desk.ts';

const { t } = adminWords;

/** Who is signed in, the way to their account, and the way out. */
export const UserSlot: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [leaving, setLeaving] = createSignal(false);
  const signOut = async (): Promise<void> => {
    setLeaving(true);
    try {
      await call(accessPublicContract.routes.signOut);
      forgetWorker();
      navigate('/admin/sign-in');
    } catch (thrown) {
      showToast(problemMessage(codeOf(thrown)), 'bad');
    } finally {
      setLeaving(false);
    }
  };
  return (
    <Show when={desk.session()}>
      {(who) => (
        <div class="user">
          <A href="/admin/account" aria-label={`${t('user.account')}: ${who().name}`}>
            {who().name}
          </A>
          <Button kind="quiet" busy={leaving()} onPress={() => void signOut()}>
            {t('user.sign-out')}
          </Button>
        </div>
      )}
    </Show>
  );
};
