import { createAsync, revalidate } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { messagesContract } from '../../../../functions/messages/messages.contract.ts';
import { mailChoices } from '../../../../functions/messages/messages.words.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { type Mailbox, readMailbox } from './inbox.queries.ts';
import { inboxWords } from './inbox.words.ts';

const { t } = inboxWords;
const { setMailbox, setStaffMailbox } = messagesContract.routes;

/** Where and when an account wants its messages by mail: the caller's own, or that of somebody in their area. */
export const MailboxSection: Component<{ staffId?: string | undefined }> = (props) => {
  const mailbox = createAsync(() => readMailbox(props.staffId));
  return (
    <section class="stack">
      <h2>{t('mailbox.title')}</h2>
      <Show when={mailbox()}>
        {(known) => (
          <>
            <Show when={!known().sending}>
              <Notice>{t('mailbox.not-sending')}</Notice>
            </Show>
            <DescriptionList
              facts={[
                { term: t('mailbox.address'), value: known().address ?? t('mailbox.none') },
                { term: t('mailbox.choice'), value: t(`mailbox.choice.${known().choice}`) },
              ]}
            />
            <SetMailbox staffId={props.staffId} known={known()} />
          </>
        )}
      </Show>
    </section>
  );
};

const SetMailbox: Component<{ staffId: string | undefined; known: Mailbox }> = (props) => {
  const [open, setOpen] = createSignal(false);
  const [draft, setDraft] = createStore({ address: '', choice: 'none' });
  const submission = createSubmission({
    schema: setMailbox.body,
    fields: () => ({ address: t('mailbox.address'), choice: t('mailbox.choice') }),
    fieldOf: { 'mailbox.no_address': 'address' },
    send: (body, key) =>
      props.staffId === undefined
        ? call(setMailbox, { body, key })
        : call(setStaffMailbox, { params: { staffId: props.staffId }, body, key }),
    done: () => {
      void revalidate(readMailbox.key);
      showToast(t('mailbox.done'));
      setOpen(false);
    },
  });
  const show = (): void => {
    setDraft({ address: '', choice: props.known.choice });
    submission.reset();
    setOpen(true);
  };
  // What is left empty stays as it is.
  const body = (): object => ({
    choice: draft.choice,
    ...(draft.address.trim() === '' ? {} : { address: draft.address }),
  });
  return (
    <div>
      <Button onPress={show}>{t('mailbox.set')}</Button>
      <Dialog open={open()} onClose={() => setOpen(false)} title={t('mailbox.set')}>
        <CommandForm
          submission={submission}
          body={body}
          submitLabel={t('mailbox.save')}
          onCancel={() => setOpen(false)}
        >
          <TextField
            name="address"
            label={t('mailbox.address')}
            type="email"
            autocomplete={props.staffId === undefined ? 'email' : 'off'}
            hint={props.known.address && t('mailbox.address.keep', { address: props.known.address })}
            value={draft.address}
            onInput={(address) => setDraft({ address })}
            error={submission.errorOf('address')}
          />
          <RadioGroup
            name="choice"
            label={t('mailbox.choice')}
            options={mailChoices.map((value) => ({ value, label: t(`mailbox.choice.${value}`) }))}
            value={draft.choice}
            onChange={(choice) => setDraft({ choice })}
            error={submission.errorOf('choice')}
          />
        </CommandForm>
      </Dialog>
    </div>
  );
};
