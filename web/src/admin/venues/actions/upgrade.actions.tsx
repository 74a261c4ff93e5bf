import { createAsync } from '@solidjs/router';
import { type Component, createSignal, Show, Suspense } from 'solid-js';
import { createStore } from 'solid-js/store';
import * as v from 'valibot';
import { venuesContract } from '../../../../../functions/venues/venues.contract.ts';
import { limits, upgradeKinds } from '../../../../../functions/venues/venues.words.ts';
import { RadioGroup, SelectField } from '../../../ui/choice-field.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import { DateField, TextArea, TextField } from '../../../ui/text-field.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { CreateDialog } from '../../forms/create-dialog.tsx';
import { photoRefusals, sendPhotos } from '../../forms/photos.ts';
import { numberIn } from '../details-draft.ts';
import { PlaceField, usualPlace } from '../place-field.tsx';
import { readVenues, renewUpgrades, type UpgradeRow } from '../venues.queries.ts';
import { venuesWords } from '../venues.words.ts';

const { t } = venuesWords;
const { routes } = venuesContract;

interface VenueFieldProps {
  node: string;
  label: string;
  value: string;
  onChange: (venue: string) => void;
  error?: string | undefined;
}

const VenueChoice: Component<VenueFieldProps> = (props) => {
  const venues = createAsync(async () => (props.node === '' ? [] : (await readVenues(props.node)).rows));
  return (
    <SelectField
      optional
      name="venue"
      label={props.label}
      width="medium"
      emptyLabel={t('none')}
      options={(venues() ?? []).map(({ venue, name }) => ({ value: venue, label: name }))}
      value={props.value}
      onChange={props.onChange}
      error={props.error}
    />
  );
};

/** One venue of a place, or none; the list comes once it is asked for. */
const VenueField: Component<VenueFieldProps> = (props) => (
  <Suspense fallback={<LoadingState lines={1} />}>
    <VenueChoice {...props} />
  </Suspense>
);

const emptyUpgrade = { kind: 'equipment', node: '', venue: '', title: '', cost: '', dueDay: '' };

export const PlanUpgradeAction: Component<{ year: string }> = (props) => {
  const usual = usualPlace();
  const [draft, setDraft] = createStore({ ...emptyUpgrade });
  return (
    <CreateDialog
      row={routes.createUpgrade}
      kind="main"
      label={t('upgrade.plan')}
      fields={{
        kind: t('list.kind'),
        node: t('place'),
        venue: t('upgrade.venue'),
        title: t('upgrade.title'),
        cost: t('upgrade.cost'),
        dueDay: t('upgrade.due'),
      }}
      fieldOf={{ 'venue.node_unknown': 'node', 'access.scope': 'node', 'venue.not_found': 'venue' }}
      body={() => ({
        ...{ kind: draft.kind, node: draft.node, title: draft.title, year: Number(props.year) },
        ...(draft.venue === '' || draft.kind === 'new-venue' ? {} : { venue: draft.venue }),
        ...{ cost: numberIn(draft.cost), dueDay: draft.dueDay },
      })}
      reset={() => setDraft({ ...emptyUpgrade, node: usual(), dueDay: `${props.year}-12-31` })}
      done={t('upgrade.plan.done')}
      made={() => void renewUpgrades()}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            inline
            name="kind"
            label={t('list.kind')}
            options={upgradeKinds.map((value) => ({ value, label: t(`upgrade.${value}`) }))}
            value={draft.kind}
            onChange={(kind) => setDraft({ kind })}
            error={errorOf('kind')}
          />
          <PlaceField
            name="node"
            value={draft.node}
            onChange={(node) => setDraft({ node, venue: '' })}
            error={errorOf('node')}
          />
          <Show when={draft.kind === 'equipment'}>
            <VenueField
              node={draft.node}
              label={t('upgrade.venue')}
              value={draft.venue}
              onChange={(venue) => setDraft({ venue })}
              error={errorOf('venue')}
            />
          </Show>
          <TextField
            name="title"
            label={t('upgrade.title')}
            value={draft.title}
            onInput={(title) => setDraft({ title })}
            error={errorOf('title')}
          />
          <TextField
            optional
            name="cost"
            label={t('upgrade.cost')}
            inputmode="numeric"
            width="short"
            value={draft.cost}
            onInput={(cost) => setDraft({ cost })}
            error={errorOf('cost')}
          />
          <DateField
            name="dueDay"
            label={t('upgrade.due')}
            value={draft.dueDay}
            onInput={(dueDay) => setDraft({ dueDay })}
            error={errorOf('dueDay')}
          />
        </>
      )}
    </CreateDialog>
  );
};

/** As the service lets a project go on from where it stands. */
const stepsFrom = {
  planned: ['planned', 'under-way', 'done', 'given-up'],
  'under-way': ['under-way', 'done', 'given-up'],
  done: ['done'],
  'given-up': ['given-up', 'planned'],
} as const satisfies Record<UpgradeRow['state'], readonly UpgradeRow['state'][]>;

/** The next step of a project, or a note on the way. */
export const ProgressUpgradeAction: Component<{ upgrade: UpgradeRow }> = (props) => {
  const [draft, setDraft] = createStore({ state: '', note: '', cost: '', venue: '' });
  const [files, setFiles] = createSignal<readonly File[]>([]);
  const row = routes.upgradeProgress;
  const named = (): string => t('upgrade.step.of', { title: props.upgrade.title });
  return (
    <CommandDialog
      kind="quiet"
      row={row}
      params={{ upgrade: props.upgrade.upgrade }}
      view={props.upgrade}
      label={t('upgrade.step')}
      title={named()}
      buttonLabel={named()}
      fields={{
        state: t('upgrade.state'),
        note: t('upgrade.note'),
        cost: t('upgrade.cost'),
        venue: t('upgrade.built'),
        photos: t('photos'),
      }}
      fieldOf={{ ...photoRefusals, 'upgrade.step_not_allowed': 'state', 'venue.not_found': 'venue' }}
      body={() => ({
        state: draft.state,
        ...(draft.note.trim() === '' ? {} : { note: draft.note }),
        cost: numberIn(draft.cost),
        ...(draft.venue === '' ? {} : { venue: draft.venue }),
      })}
      complete={async (body) => ({ ...v.parse(row.body, body), photos: await sendPhotos(files()) })}
      reset={() => {
        const { state, cost, venue } = props.upgrade;
        setDraft({ state, note: '', cost: cost === undefined ? '' : String(cost), venue: venue ?? '' });
        setFiles([]);
      }}
      done={t('upgrade.step.done')}
      show={() => void renewUpgrades()}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            name="state"
            label={t('upgrade.state')}
            options={stepsFrom[props.upgrade.state].map((value) => ({
              value,
              label: t(`upgrade.state.${value}`),
            }))}
            value={draft.state}
            onChange={(state) => setDraft({ state })}
            error={errorOf('state')}
          />
          <TextArea
            optional
            name="note"
            label={t('upgrade.note')}
            limit={limits.note}
            value={draft.note}
            onInput={(note) => setDraft({ note })}
            error={errorOf('note')}
          />
          <TextField
            optional
            name="cost"
            label={t('upgrade.cost')}
            inputmode="numeric"
            width="short"
            value={draft.cost}
            onInput={(cost) => setDraft({ cost })}
            error={errorOf('cost')}
          />
          <Show when={props.upgrade.kind === 'new-venue'}>
            <VenueField
              node={props.upgrade.node}
              label={t('upgrade.built')}
              value={draft.venue}
              onChange={(venue) => setDraft({ venue })}
              error={errorOf('venue')}
            />
          </Show>
          <FileField
            optional
            name="photos"
            label={t('photos')}
            hint={t('photos.hint', { n: limits.upgradePhotos })}
            files={files()}
            onChange={setFiles}
            most={limits.upgradePhotos}
            error={errorOf('photos')}
          />
        </>
      )}
    </CommandDialog>
  );
};
