import { useNavigate } from '@solidjs/router';
import type { Component } from 'solid-js';
import { createStore } from 'solid-js/store';
import { deviceRoutes } from '../../../../../functions/services/devices.contract.ts';
import { stockRowSchema } from '../../../../../functions/services/devices.views.ts';
import { deviceKinds, limits, mendingResults } from '../../../../../functions/services/services.words.ts';
import { RadioGroup, SelectField } from '../../../ui/choice-field.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { CreateDialog } from '../../forms/create-dialog.tsx';
import type { Submission } from '../../forms/submission.ts';
import { useDesk } from '../../shell/desk.ts';
import { placeOptions } from '../places.ts';
import { WholeField, wholeIn } from '../whole-field.tsx';
import { type StockView, showChangedStock } from './devices.queries.ts';
import { devicesWords } from './devices.words.ts';

const { t } = devicesWords;

const nothing = { node: '', kind: '', quantity: '', note: '', direction: 'less', result: 'good' };

interface DraftProps {
  draft: typeof nothing;
  change: (part: Partial<typeof nothing>) => void;
  errorOf: Submission['errorOf'];
}

const QuantityField: Component<DraftProps & { name?: string; label?: string }> = (props) => (
  <WholeField
    name={props.name ?? 'quantity'}
    label={props.label ?? t('field.quantity')}
    value={props.draft.quantity}
    onInput={(quantity) => props.change({ quantity })}
    error={props.errorOf(props.name ?? 'quantity')}
  />
);

const NoteField: Component<DraftProps & { name?: string; label?: string; hint?: string }> = (props) => (
  <TextArea
    name={props.name ?? 'note'}
    label={props.label ?? t('field.note')}
    hint={props.hint}
    rows={3}
    limit={limits.note}
    value={props.draft.note}
    onInput={(note) => props.change({ note })}
    error={props.errorOf(props.name ?? 'note')}
  />
);

/** The first delivery of a kind of device to a depot. */
export const NewStockDialog: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [draft, setDraft] = createStore({ ...nothing });
  const change = (part: Partial<typeof nothing>): void => setDraft(part);
  return (
    <CreateDialog
      row={deviceRoutes.createStock}
      label={t('new')}
      intro={t('new.intro')}
      fields={{
        node: t('field.node'),
        kind: t('field.kind'),
        quantity: t('field.quantity'),
        note: t('field.note'),
      }}
      fieldOf={{ 'service.node_unknown': 'node', 'access.scope': 'node', 'device.stock_exists': 'kind' }}
      body={() => ({
        node: draft.node || undefined,
        kind: draft.kind || undefined,
        quantity: wholeIn(draft.quantity),
        note: draft.note,
      })}
      reset={() => setDraft({ ...nothing })}
      done={t('new.done')}
      made={(view) => {
        showChangedStock(view);
        navigate(desk.keepNode(`/admin/services/devices/stocks/${view.stock}`));
      }}
    >
      {(errorOf) => (
        <>
          <SelectField
            name="node"
            label={t('field.node')}
            width="medium"
            options={placeOptions(desk)}
            value={draft.node}
            onChange={(node) => change({ node })}
            error={errorOf('node')}
          />
          <SelectField
            name="kind"
            label={t('field.kind')}
            width="medium"
            options={deviceKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            error={errorOf('kind')}
          />
          <QuantityField draft={draft} change={change} errorOf={errorOf} />
          <NoteField draft={draft} change={change} errorOf={errorOf} hint={t('field.note.delivery')} />
        </>
      )}
    </CreateDialog>
  );
};

/** A colleague's version is answered as it is listed: what is left is counted beside it. */
const rows = {
  deliver: { ...deviceRoutes.deliver, response: stockRowSchema },
  correct: { ...deviceRoutes.correctStock, response: stockRowSchema },
  mend: { ...deviceRoutes.mend, response: stockRowSchema },
};

interface OfStock {
  view: StockView;
  /** Reads the stock again: what is left changes beside it. */
  changed: () => void;
}

export const DeliverAction: Component<OfStock> = (props) => {
  const [draft, setDraft] = createStore({ ...nothing });
  const change = (part: Partial<typeof nothing>): void => setDraft(part);
  return (
    <CommandDialog
      row={rows.deliver}
      params={{ stock: props.view.stock }}
      view={props.view}
      label={t('deliver')}
      kind="main"
      fields={{ quantity: t('field.quantity'), note: t('field.note') }}
      body={() => ({ quantity: wholeIn(draft.quantity), note: draft.note })}
      reset={() => setDraft({ ...nothing })}
      done={t('deliver.done')}
      show={() => props.changed()}
    >
      {(errorOf) => (
        <>
          <QuantityField draft={draft} change={change} errorOf={errorOf} />
          <NoteField draft={draft} change={change} errorOf={errorOf} hint={t('field.note.delivery')} />
        </>
      )}
    </CommandDialog>
  );
};

const signed = ({ quantity, direction }: typeof nothing): number | string | undefined => {
  const by = wholeIn(quantity);
  return direction === 'less' && typeof by === 'number' ? -by : by;
};

export const CorrectAction: Component<OfStock> = (props) => {
  const [draft, setDraft] = createStore({ ...nothing });
  const change = (part: Partial<typeof nothing>): void => setDraft(part);
  return (
    <CommandDialog
      row={rows.correct}
      params={{ stock: props.view.stock }}
      view={props.view}
      label={t('correct')}
      intro={t('correct.intro')}
      fields={{ by: t('field.by'), reason: t('field.reason') }}
      fieldOf={{ 'device.none_left': 'by' }}
      body={() => ({ by: signed(draft), reason: draft.note })}
      reset={() => setDraft({ ...nothing })}
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
            onChange={(direction) => change({ direction })}
          />
          <QuantityField draft={draft} change={change} errorOf={errorOf} name="by" label={t('field.by')} />
          <NoteField
            draft={draft}
            change={change}
            errorOf={errorOf}
            name="reason"
            label={t('field.reason')}
          />
        </>
      )}
    </CommandDialog>
  );
};

export const MendAction: Component<OfStock> = (props) => {
  const [draft, setDraft] = createStore({ ...nothing });
  const change = (part: Partial<typeof nothing>): void => setDraft(part);
  return (
    <CommandDialog
      row={rows.mend}
      params={{ stock: props.view.stock }}
      view={props.view}
      label={t('mend')}
      fields={{ quantity: t('field.quantity'), result: t('field.result'), note: t('field.note') }}
      fieldOf={{ 'device.none_to_mend': 'quantity' }}
      body={() => ({ quantity: wholeIn(draft.quantity), result: draft.result, note: draft.note })}
      reset={() => setDraft({ ...nothing })}
      done={t('mend.done')}
      show={() => props.changed()}
    >
      {(errorOf) => (
        <>
          <QuantityField draft={draft} change={change} errorOf={errorOf} />
          <RadioGroup
            name="result"
            label={t('field.result')}
            options={mendingResults.map((value) => ({ value, label: t(`field.result.${value}`) }))}
            value={draft.result}
            onChange={(result) => change({ result })}
            error={errorOf('result')}
          />
          <NoteField draft={draft} change={change} errorOf={errorOf} />
        </>
      )}
    </CommandDialog>
  );
};
