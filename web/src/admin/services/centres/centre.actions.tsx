import { useNavigate } from '@solidjs/router';
import { type Component, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { centreRoutes } from '../../../../../functions/services/centres.contract.ts';
import { limits } from '../../../../../functions/services/services.words.ts';
import { SelectField } from '../../../ui/choice-field.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { CreateDialog } from '../../forms/create-dialog.tsx';
import type { Submission } from '../../forms/submission.ts';
import { useDesk } from '../../shell/desk.ts';
import { placeOptions } from '../places.ts';
import { WholeField, wholeIn } from '../whole-field.tsx';
import { type CentreView, renewCentres } from './centres.queries.ts';
import { centresWords } from './centres.words.ts';

const { t } = centresWords;

const nothing = { node: '', name: '', address: '', phone: '', capacity: '' };
type Details = Pick<typeof nothing, 'name' | 'address' | 'phone'>;

const detailNames = ['name', 'address', 'phone'] as const;

const DetailFields: Component<{
  draft: Details;
  change: (part: Partial<Details>) => void;
  errorOf: Submission['errorOf'];
}> = (props) => (
  <>
    {detailNames.map((name) => (
      <TextField
        {...(name === 'phone' ? { optional: true, type: 'tel' as const } : {})}
        name={name}
        label={t(`field.${name}`)}
        width="medium"
        autocomplete="off"
        value={props.draft[name]}
        onInput={(value) => props.change({ [name]: value })}
        error={props.errorOf(name)}
      />
    ))}
  </>
);

const detailLabels = () => ({ name: t('field.name'), address: t('field.address'), phone: t('field.phone') });
const detailsOf = ({ name, address, phone }: Details) => ({
  name,
  address,
  ...(phone === '' ? {} : { phone }),
});

export const NewCentreDialog: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [draft, setDraft] = createStore({ ...nothing });
  return (
    <CreateDialog
      row={centreRoutes.createCentre}
      label={t('new')}
      kind="main"
      fields={{ ...detailLabels(), node: t('field.node'), capacity: t('field.capacity') }}
      fieldOf={{ 'service.node_unknown': 'node', 'access.scope': 'node' }}
      body={() => ({
        node: draft.node || undefined,
        ...detailsOf(draft),
        capacity: wholeIn(draft.capacity),
      })}
      reset={() => setDraft({ ...nothing })}
      done={t('new.done')}
      made={(view) => {
        void renewCentres();
        navigate(desk.keepNode(`/admin/services/centres/${view.centre}`));
      }}
    >
      {(errorOf) => (
        <>
          <DetailFields draft={draft} change={(part) => setDraft(part)} errorOf={errorOf} />
          <SelectField
            name="node"
            label={t('field.node')}
            width="medium"
            options={placeOptions(desk)}
            value={draft.node}
            onChange={(node) => setDraft({ node })}
            error={errorOf('node')}
          />
          <WholeField
            name="capacity"
            label={t('field.capacity')}
            value={draft.capacity}
            onInput={(capacity) => setDraft({ capacity })}
            error={errorOf('capacity')}
          />
        </>
      )}
    </CreateDialog>
  );
};

interface OfCentre {
  view: CentreView;
}

export const DetailsAction: Component<OfCentre> = (props) => {
  const [draft, setDraft] = createStore({ name: '', address: '', phone: '' });
  return (
    <CommandDialog
      row={centreRoutes.centreDetails}
      params={{ centre: props.view.centre }}
      view={props.view}
      label={t('details')}
      fields={detailLabels()}
      body={() => detailsOf(draft)}
      reset={() =>
        setDraft({ name: props.view.name, address: props.view.address, phone: props.view.phone ?? '' })
      }
      done={t('details.done')}
      show={() => void renewCentres()}
    >
      {(errorOf) => <DetailFields draft={draft} change={(part) => setDraft(part)} errorOf={errorOf} />}
    </CommandDialog>
  );
};

export const CapacityAction: Component<OfCentre> = (props) => {
  const [draft, setDraft] = createStore({ capacity: '', reason: '' });
  return (
    <CommandDialog
      row={centreRoutes.centreCapacity}
      params={{ centre: props.view.centre }}
      view={props.view}
      label={t('capacity')}
      intro={t('capacity.intro')}
      fields={{ capacity: t('field.capacity'), reason: t('field.reason') }}
      fieldOf={{ 'centre.too_small': 'capacity' }}
      body={() => ({ capacity: wholeIn(draft.capacity), reason: draft.reason })}
      reset={() => setDraft({ capacity: String(props.view.capacity), reason: '' })}
      done={t('capacity.done')}
      show={() => void renewCentres()}
    >
      {(errorOf) => (
        <>
          <WholeField
            name="capacity"
            label={t('field.capacity')}
            value={draft.capacity}
            onInput={(capacity) => setDraft({ capacity })}
            error={errorOf('capacity')}
          />
          <TextArea
            name="reason"
            label={t('field.reason')}
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

export const CloseAction: Component<OfCentre> = (props) => {
  const [reason, setReason] = createSignal('');
  return (
    <CommandDialog
      row={centreRoutes.closeCentre}
      params={{ centre: props.view.centre }}
      view={props.view}
      label={t('close')}
      danger
      intro={t('close.intro')}
      fields={{ reason: t('field.reason') }}
      body={() => ({ reason: reason() })}
      reset={() => setReason('')}
      isStillAllowed={({ state }) => state === 'open'}
      done={t('close.done')}
      show={() => void renewCentres()}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={t('field.reason')}
          limit={limits.reason}
          value={reason()}
          onInput={setReason}
          error={errorOf('reason')}
        />
      )}
    </CommandDialog>
  );
};
