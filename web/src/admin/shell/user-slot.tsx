import { A } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { adminWords } from '../admin.words.ts';
import { SignOutButton } from '../session/sign-out.button.tsx';
import { useDesk } from './desk.ts';
import { SlotBoundary } from './desk-boundary.tsx';
import { InboxLink, InboxSlot } from './inbox-slot.tsx';

const { t } = adminWords;

/** What there is to read, who is signed in, the way to their account, and the way out. */
export const UserSlot: Component = () => {
  const desk = useDesk();
  return (
    <Show when={desk.session()}>
      {(who) => (
        <div class="user">
          <SlotBoundary fallback={<InboxLink />}>
            <InboxSlot />
          </SlotBoundary>
          <A href="/admin/account" aria-label={`${t('user.account')}: ${who().name}`}>
            {who().name}
          </A>
          <SignOutButton />
        </div>
      )}
    </Show>
  );
};
