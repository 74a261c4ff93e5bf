import { type Component, createSignal, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { supervisionContract } from '../../../../functions/supervision/supervision.contract.ts';
import {
  limits,
  supervisionVerdicts,
  supervisionWays,
} from '../../../../functions/supervision/supervision.words.ts';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { photoRefusals, withPhotos } from '../forms/photos.ts';
import { renewSupervision, type SupervisionView } from './supervision.queries.ts';
import { supervisionWords } from './supervision.words.ts';

const { t } = supervisionWords;
const { routes } = supervisionContract;

interface ItemProps {
  view: SupervisionView;
  item: SupervisionView['items'][number];
}

const TakingAction: Component<ItemProps> = (props) => {
  const reference = (): string => formatReference(props.item.issue);
  return (
    <CommandDialog
      row={routes.taking}
      params={{ date: props.view.date, issue: props.item.issue }}
      view={props.view}
      label={props.item.taken ? t('taking.over', { name: props.item.taken.by.name }) : t('taking')}
      title={t('taking.of', { reference: reference() })}
      buttonLabel={t('taking.of', { reference: reference() })}
      body={() => (props.item.taken ? { from: props.item.taken.by.id } : {})}
      done={t('taking.done')}
      show={() => void renewSupervision()}
    />
  );
};

const nothing = { way: '', verdict: '', text: '' };

const EntryAction: Component<ItemProps> = (props) => {
  const [draft, setDraft] = createStore({ ...nothing });
  const [photos, setPhotos] = createSignal<readonly File[]>([]);
  const title = (): string => t('entry.of', { reference: formatReference(props.item.issue) });
  return (
    <CommandDialog
      row={routes.entry}
      params={{ date: props.view.date, issue: props.item.issue }}
      view={props.view}
      kind="main"
      label={t('entry')}
      title={title()}
      buttonLabel={title()}
      intro={t('entry.intro')}
      fields={{
        ...{ photos: t('photos.label'), way: t('way.label') },
        ...{ verdict: t('verdict.label'), text: t('text.label') },
      }}
      fieldOf={{ ...photoRefusals, 'supervision.photos_needed': 'photos' }}
      complete={withPhotos(photos)}
      body={() => ({ ...draft })}
      keepsDraft
      reset={() => {
        setDraft({ ...nothing });
        setPhotos([]);
      }}
      done={t('entry.done')}
      show={() => void renewSupervision()}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            name="way"
            label={t('way.label')}
            options={supervisionWays.map((value) => ({ value, label: t(`way.${value}`) }))}
            value={draft.way}
            onChange={(way) => setDraft({ way })}
            error={errorOf('way')}
          />
          <FileField
            optional={draft.way !== 'site'}
            name="photos"
            label={t('photos.label')}
            hint={t('photos.hint', { n: limits.photos })}
            files={photos()}
            onChange={setPhotos}
            most={limits.photos}
            error={errorOf('photos')}
          />
          <RadioGroup
            name="verdict"
            label={t('verdict.label')}
            options={supervisionVerdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
            value={draft.verdict}
            onChange={(verdict) => setDraft({ verdict })}
            error={errorOf('verdict')}
          />
          <TextArea
            name="text"
            label={t('text.label')}
            hint={t('text.hint')}
            limit={limits.text}
            value={draft.text}
            onInput={(text) => setDraft({ text })}
            error={errorOf('text')}
          />
        </>
      )}
    </CommandDialog>
  );
};

/** What can be done now: take it on, or say what was found. */
export const ItemActions: Component<ItemProps> = (props) => (
  <Show when={props.item.may}>
    <p class="row no-print">
      <Show when={props.item.mine} fallback={<TakingAction {...props} />}>
        <EntryAction {...props} />
      </Show>
    </p>
  </Show>
);
