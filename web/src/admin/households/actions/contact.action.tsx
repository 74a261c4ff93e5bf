import { type Component, createSignal, Show } from 'solid-js';
import { nameOfHousehold } from '../../../../../functions/households/addresses.views.ts';
import { householdsContract } from '../../../../../functions/households/households.contract.ts';
import type { ResponseOf } from '../../../../../functions/platform/contract/route.ts';
import { call } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission } from '../../forms/submission.ts';
import { householdsWords } from '../households.words.ts';
import type { ActionProps } from './details.action.tsx';

const { t } = householdsWords;
const row = householdsContract.routes.contact;
type Opened = ResponseOf<typeof row>['members'];

const columns = (): readonly Column<Opened[number]>[] => [
  { key: 'name', header: t('member.name'), isRowHeader: true, cell: ({ name }) => name },
  { key: 'idNumber', header: t('member.idNumber'), cell: ({ idNumber }) => idNumber ?? t('household.none') },
  { key: 'phone', header: t('member.phone'), cell: ({ phone }) => phone ?? t('household.none') },
];

/** Names and numbers in plain: shown only in the open dialog and gone with it; each opening leaves a record. */
export const ContactAction: Component<ActionProps> = (props) => {
  const [open, setOpen] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const [members, setMembers] = createSignal<Opened>();
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({ reason: t('contact.reason') }),
    send: (body, key) => call(row, { params: { household: props.view.household }, body, key }),
    done: ({ body }) => setMembers(body.members),
  });
  const close = (): void => {
    setOpen(false);
    setMembers(undefined);
    setReason('');
    submission.reset();
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('action.contact')}</Button>
      <Dialog open={open()} onClose={close} title={t('action.contact')} wide={members() !== undefined}>
        <Show
          when={members()}
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
                <Table
                  caption={t('contact.caption', { household: nameOfHousehold(props.view) })}
                  columns={columns()}
                  rows={known()}
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
