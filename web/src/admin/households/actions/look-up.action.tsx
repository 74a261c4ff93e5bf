import { type Component, createSignal, Show } from 'solid-js';
import * as v from 'valibot';
import { householdsContract } from '../../../../../functions/households/households.contract.ts';
import { idNumber } from '../../../../../functions/platform/contract/id-number.ts';
import { phone } from '../../../../../functions/platform/contract/text.ts';
import { call } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Table } from '../../../ui/table.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission } from '../../forms/submission.ts';
import { useDesk } from '../../shell/desk.ts';
import { householdColumns } from '../household-columns.tsx';
import type { HouseholdRow } from '../households.queries.ts';
import { householdsWords } from '../households.words.ts';

const { t } = householdsWords;
const row = householdsContract.routes.lookUp;
const by = ['idNumber', 'phone'] as const;
/** One at a time, so that what is wrong with it stands at its own field. */
const schemas = { idNumber: v.strictObject({ idNumber }), phone: v.strictObject({ phone }) } as const;

/** From an ID number or a phone to the household; the number never stands in an address, and the search is recorded. */
export const LookUpAction: Component = () => {
  const desk = useDesk();
  const [open, setOpen] = createSignal(false);
  const [field, setField] = createSignal<(typeof by)[number]>('idNumber');
  const [typed, setTyped] = createSignal('');
  const [found, setFound] = createSignal<readonly HouseholdRow[]>();
  const submission = createSubmission({
    get schema(): v.GenericSchema<v.InferInput<typeof row.body>, unknown> {
      return schemas[field()];
    },
    fields: () => ({ idNumber: t('look-up.idNumber'), phone: t('look-up.phone') }),
    send: (body, key) => call(row, { body, key }),
    done: ({ body }) => setFound(body.rows),
  });
  const close = (): void => {
    setOpen(false);
    setFound(undefined);
    setTyped('');
    submission.reset();
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('look-up.title')}</Button>
      <Dialog open={open()} onClose={close} title={t('look-up.title')} wide={found() !== undefined}>
        <div class="stack">
          <p class="soft">{t('look-up.intro')}</p>
          <CommandForm
            submission={submission}
            body={() => ({ [field()]: typed() })}
            submitLabel={t('look-up.submit')}
            beforeSubmit={() => setFound(undefined)}
            onCancel={close}
          >
            <RadioGroup
              inline
              name="by"
              label={t('look-up.by')}
              options={by.map((value) => ({ value, label: t(`look-up.${value}`) }))}
              value={field()}
              onChange={(value) => {
                setField(by.find((each) => each === value) ?? 'idNumber');
                submission.reset();
              }}
            />
            <TextField
              name={field()}
              label={t(`look-up.${field()}`)}
              autocomplete="off"
              width="medium"
              value={typed()}
              onInput={setTyped}
              error={submission.errorOf(field())}
            />
          </CommandForm>
          <div role="status">
            <Show when={found()}>
              {(rows) => (
                <Show when={rows().length > 0} fallback={<p>{t('look-up.none')}</p>}>
                  <Table
                    caption={t('look-up.found', { n: rows().length })}
                    columns={householdColumns({ desk })}
                    rows={rows()}
                  />
                </Show>
              )}
            </Show>
          </div>
        </div>
      </Dialog>
    </>
  );
};
