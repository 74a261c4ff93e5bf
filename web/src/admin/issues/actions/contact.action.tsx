import { type Component, createSignal, Show } from 'solid-js';
import { issuesContract } from '../../../../../functions/issues/issues.contract.ts';
import type { ResponseOf } from '../../../../../functions/platform/contract/route.ts';
import { call } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { DescriptionList } from '../../../ui/facts.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission } from '../../forms/submission.ts';
import { issuesWords } from '../issues.words.ts';
import type { ActionProps } from './placing.actions.tsx';

const { t } = issuesWords;
const row = issuesContract.routes.contact;

/** Name and phone in plain: shown only in the open dialog and gone with it; each opening leaves a record. */
export const ContactAction: Component<ActionProps> = (props) => {
  const [open, setOpen] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const [person, setPerson] = createSignal<ResponseOf<typeof row>>();
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({ reason: t('contact.reason') }),
    send: (body, key) => call(row, { params: { reference: props.view.reference }, body, key }),
    done: ({ body }) => setPerson(body),
  });
  const close = (): void => {
    setOpen(false);
    setPerson(undefined);
    setReason('');
    submission.reset();
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('action.contact')}</Button>
      <Dialog open={open()} onClose={close} title={t('action.contact')}>
        <Show
          when={person()}
          fallback={
            <div class="stack">
              <p class="soft">{t('contact.intro')}</p>
              <CommandForm
                submission={submission}
                body={() => ({ reason: reason() })}
                submitLabel={t('action.contact')}
                onCancel={close}
              >
                <TextField
                  name="reason"
                  label={t('contact.reason')}
                  value={reason()}
                  onInput={setReason}
                  error={submission.errorOf('reason')}
                />
              </CommandForm>
            </div>
          }
        >
          {(known) => (
            <div class="stack">
              <div role="status">
                <DescriptionList
                  facts={[
                    { term: t('contact.name'), value: known().name },
                    { term: t('contact.phone'), value: known().phone },
                  ]}
                />
              </div>
              <Button kind="main" onPress={close}>
                {t('contact.close')}
              </Button>
            </div>
          )}
        </Show>
      </Dialog>
    </>
  );
};
