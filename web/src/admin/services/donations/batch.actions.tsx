import { useNavigate } from '@solidjs/router';
import type { Component } from 'solid-js';
import { createStore } from 'solid-js/store';
import { donationRoutes } from '../../../../../functions/services/donations.contract.ts';
import { batchRowSchema } from '../../../../../functions/services/donations.views.ts';
import { limits, units } from '../../../../../functions/services/services.words.ts';
import { RadioGroup, SelectField } from '../../../ui/choice-field.tsx';
import { DateField, TextArea, TextField } from '../../../ui/text-field.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { CreateDialog } from '../../forms/create-dialog.tsx';
import { fenIn } from '../../renovation/money.ts';
import { today } from '../../shell/days.ts';
import { useDesk } from '../../shell/desk.ts';
import { placeOptions } from '../places.ts';
import { WholeField, wholeIn } from '../whole-field.tsx';
import { type BatchView, renewDonations } from './donations.queries.ts';
import { donationsWords } from './donations.words.ts';

const { t } = donationsWords;

const nothing = { node: '', donor: '', goods: '', unit: '', quantity: '', value: '', day: '' };

/** What somebody donated at once. */
export const NewBatchDialog: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [draft, setDraft] = createStore({ ...nothing });
  return (
    <CreateDialog
      row={donationRoutes.createBatch}
      label={t('new')}
      kind="main"
      fields={{
        node: t('field.node'),
        donor: t('field.donor'),
        goods: t('field.goods'),
        unit: t('field.unit'),
        quantity: t('field.quantity'),
        value: t('field.value'),
        day: t('field.day'),
      }}
      fieldOf={{
        'service.node_unknown': 'node',
        'access.scope': 'node',
        'service.day_not_possible': 'day',
      }}
      body={() => ({
        node: draft.node || undefined,
        donor: draft.donor,
        goods: draft.goods,
        unit: draft.unit || undefined,
        quantity: wholeIn(draft.quantity),
        value: fenIn(draft.value),
        day: draft.day || undefined,
      })}
      reset={() => setDraft({ ...nothing, day: today() })}
      done={t('new.done')}
      made={(view) => {
        void renewDonations();
        navigate(desk.keepNode(`/admin/services/donations/${view.batch}`));
      }}
    >
      {(errorOf) => (
        <>
          <TextField
            name="goods"
            label={t('field.goods')}
            width="medium"
            value={draft.goods}
            onInput={(goods) => setDraft({ goods })}
            error={errorOf('goods')}
          />
          <TextField
            name="donor"
            label={t('field.donor')}
            hint={t('field.donor.hint')}
            width="medium"
            value={draft.donor}
            onInput={(donor) => setDraft({ donor })}
            error={errorOf('donor')}
          />
          <WholeField
            name="quantity"
            label={t('field.quantity')}
            value={draft.quantity}
            onInput={(quantity) => setDraft({ quantity })}
            error={errorOf('quantity')}
          />
          <SelectField
            name="unit"
            label={t('field.unit')}
            width="short"
            options={units.map((value) => ({ value, label: t(`unit.${value}`) }))}
            value={draft.unit}
            onChange={(unit) => setDraft({ unit })}
            error={errorOf('unit')}
          />
          <TextField
            name="value"
            label={t('field.value')}
            width="short"
            autocomplete="off"
            value={draft.value}
            onInput={(value) => setDraft({ value })}
            error={errorOf('value')}
          />
          <SelectField
            name="node"
            label={t('field.node')}
            width="medium"
            options={placeOptions(desk)}
            value={draft.node}
            onChange={(node) => setDraft({ node })}
            error={errorOf('node')}
          />
          <DateField
            name="day"
            label={t('field.day')}
            max={today()}
            value={draft.day}
            onInput={(day) => setDraft({ day })}
            error={errorOf('day')}
          />
        </>
      )}
    </CreateDialog>
  );
};

/** A colleague's version is answered as it is listed: what is left is counted beside it. */
const correction = { ...donationRoutes.correctBatch, response: batchRowSchema };

const unanswered = { direction: 'less', by: '', reason: '' };

export const CorrectBatchAction: Component<{ view: BatchView; changed: () => void }> = (props) => {
  const [draft, setDraft] = createStore({ ...unanswered });
  const signed = () => {
    const by = wholeIn(draft.by);
    return draft.direction === 'less' && typeof by === 'number' ? -by : by;
  };
  return (
    <CommandDialog
      row={correction}
      params={{ batch: props.view.batch }}
      view={props.view}
      label={t('correct')}
      intro={t('correct.intro')}
      fields={{ by: t('field.by'), reason: t('field.reason') }}
      fieldOf={{ 'donation.none_left': 'by' }}
      body={() => ({ by: signed(), reason: draft.reason })}
      reset={() => setDraft({ ...unanswered })}
      done={t('correct.done')}
      show={() => props.changed()}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            inline
            name="direction"
            label={t('field.direction')}
            options={(['less', 'more'] as const).map((value) => ({
              value,
              label: t(`field.direction.${value}`),
            }))}
            value={draft.direction}
            onChange={(direction) => setDraft({ direction })}
          />
          <WholeField
            name="by"
            label={t('field.by')}
            value={draft.by}
            onInput={(by) => setDraft({ by })}
            error={errorOf('by')}
          />
          <TextArea
            name="reason"
            label={t('field.reason')}
            rows={3}
            limit={limits.reason}
            value={draft.reason}
            onInput={(reason) => setDraft({ reason })}
            error={errorOf('reason')}
          />
        </>
      )}
    </CommandDialog>
  );
};
