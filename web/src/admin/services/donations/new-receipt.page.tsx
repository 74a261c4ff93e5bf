import { A, createAsync, useNavigate, useParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { donationRoutes } from '../../../../../functions/services/donations.contract.ts';
import { limits, signatures } from '../../../../../functions/services/services.words.ts';
import { call } from '../../../api/client.ts';
import { SelectField } from '../../../ui/choice-field.tsx';
import { Fieldset } from '../../../ui/field.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission } from '../../forms/submission.ts';
import { codeOf } from '../../messages/messages.ts';
import { today } from '../../shell/days.ts';
import { useDesk } from '../../shell/desk.ts';
import { emptyPerson, type PersonDraft, personBody } from '../person-draft.ts';
import { PersonFields, personLabels, personRefusals } from '../person-fields.tsx';
import { WholeField, wholeIn } from '../whole-field.tsx';
import { amountWords } from './amount.ts';
import { type BatchView, readBatch, showChangedReceipt } from './donations.queries.ts';
import { donationsWords } from './donations.words.ts';

const { t } = donationsWords;
const row = donationRoutes.receive;

/** Goods handed to a household: how many, to whom, how it was signed for. */
export const NewReceiptPage: Component = () => {
  const params = useParams<{ batch: string }>();
  const desk = useDesk();
  const view = createAsync(() => readBatch(params.batch));
  return (
    <Show when={view()}>
      {(known) => (
        <div class="stack">
          <p>
            <A href={desk.keepNode(`/admin/services/donations/${params.batch}`)}>
              {t('batch.title', { goods: known().goods, donor: known().donor })}
            </A>
          </p>
          <PageHeader
            title={t('new-receipt.title', { goods: known().goods })}
            lead={t('new-receipt.lead', { left: amountWords(known().left, known().unit) })}
          />
          <NewReceiptForm batch={known()} />
        </div>
      )}
    </Show>
  );
};

const receivedBefore = 'donation.received_before';

const NewReceiptForm: Component<{ batch: BatchView }> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [draft, setDraft] = createStore({ quantity: '1', signed: 'signed', again: '' });
  const [person, setPerson] = createStore({ ...emptyPerson });
  /** Asked only of a household that was found to have received before. */
  const [again, setAgain] = createSignal(false);
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      again: t('new-receipt.again'),
      quantity: t('field.quantity'),
      ...personLabels(),
      signed: t('new-receipt.signed'),
    }),
    fieldOf: { ...personRefusals, 'donation.none_left': 'quantity', [receivedBefore]: 'again' },
    send: async (body, key) => {
      try {
        return await call(row, { params: { batch: props.batch.batch }, body, key });
      } catch (thrown) {
        if (codeOf(thrown) === receivedBefore) setAgain(true);
        throw thrown;
      }
    },
    done: ({ body }) => {
      showToast(t('new-receipt.done'));
      showChangedReceipt(body);
      navigate(desk.keepNode(`/admin/services/receipts/${body.receipt}`));
    },
  });
  const body = () => ({
    quantity: wholeIn(draft.quantity),
    ...personBody(person, today()),
    signed: draft.signed || undefined,
    again: again() ? draft.again || undefined : undefined,
  });
  return (
    <CommandForm submission={submission} body={body} submitLabel={t('new-receipt.submit')}>
      <Show when={again()}>
        <TextArea
          name="again"
          label={t('new-receipt.again')}
          hint={t('new-receipt.again.hint')}
          rows={2}
          limit={limits.reason}
          value={draft.again}
          onInput={(text) => setDraft({ again: text })}
          error={submission.errorOf('again')}
        />
      </Show>
      <PersonFields
        draft={person}
        change={(part: Partial<PersonDraft>) => setPerson(part)}
        errorOf={submission.errorOf}
      />
      <Fieldset large legend={t('new-receipt.what')}>
        <WholeField
          name="quantity"
          label={t('new-receipt.quantity', { unit: t(`unit.${props.batch.unit}`) })}
          value={draft.quantity}
          onInput={(quantity) => setDraft({ quantity })}
          error={submission.errorOf('quantity')}
        />
        <SelectField
          name="signed"
          label={t('new-receipt.signed')}
          width="medium"
          options={signatures.map((value) => ({ value, label: t(`signed.${value}`) }))}
          value={draft.signed}
          onChange={(signed) => setDraft({ signed })}
          error={submission.errorOf('signed')}
        />
      </Fieldset>
    </CommandForm>
  );
};
