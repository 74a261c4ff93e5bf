import { type Component, createSignal, For, Show } from 'solid-js';
import { limits } from '../../../../../functions/renovation/renovation.words.ts';
import { formatYuan } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { FileField } from '../../../ui/file-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { photoRefusals } from '../../forms/photos.ts';
import { renovationActWords, renovationCaseWords, renovationWords } from '../renovation.words.ts';
import { withPhotos } from './form-fields.tsx';
import { createQuantities } from './quantities.ts';
import { type ActionProps, RenovationAction } from './renovation-action.tsx';

const { t } = renovationActWords;

/** Works are done: what was built of what was planned, with photos. */
export const CompletionAction: Component<ActionProps> = (props) => {
  const planned = () => props.view.plan?.lines ?? [];
  const quantities = createQuantities(() => planned().map(({ item }) => item), planned());
  const [note, setNote] = createSignal('');
  const [photos, setPhotos] = createSignal<readonly File[]>([]);
  const total = (): number =>
    quantities
      .counted()
      .reduce(
        (sum, { item, quantity }) =>
          sum + quantity * (planned().find((line) => line.item === item)?.price ?? 0),
        0,
      );
  return (
    <RenovationAction
      view={props.view}
      action="completion"
      kind="main"
      intro={t('completion.intro')}
      fields={{
        lines: t('completion.built'),
        ...Object.fromEntries(
          planned().map(({ item }) => [quantities.nameOf(item), renovationWords.t(`item.${item}`)]),
        ),
        photos: t('completion.photos'),
        note: t('field.note'),
      }}
      fieldOf={{
        ...photoRefusals,
        'renovation.before_photos_missing': 'photos',
        'renovation.over_plan': 'lines',
      }}
      body={() => ({ lines: quantities.lines(), note: note() || undefined })}
      complete={withPhotos(photos)}
      reset={() => {
        setNote('');
        setPhotos([]);
      }}
    >
      {(errorOf) => (
        <>
          <Show when={props.view.job?.before === undefined}>
            <Notice tone="warn">{t('completion.no-before')}</Notice>
          </Show>
          <For each={planned()}>
            {({ item, quantity, unit }) => (
              <TextField
                name={quantities.nameOf(item)}
                label={renovationWords.t(`item.${item}`)}
                hint={t('completion.planned', {
                  quantity: renovationCaseWords.t('quantity', {
                    n: quantity,
                    unit: renovationWords.t(`unit.${unit}`),
                  }),
                })}
                inputmode="numeric"
                width="short"
                value={quantities.textOf(item)}
                onInput={(text) => quantities.set(item, text)}
                error={errorOf(quantities.nameOf(item))}
              />
            )}
          </For>
          <p role="status">{t('completion.total', { amount: formatYuan(total(), language()) })}</p>
          <FileField
            name="photos"
            label={t('completion.photos')}
            hint={t('field.photos.hint', { n: limits.jobPhotos })}
            files={photos()}
            onChange={setPhotos}
            most={limits.jobPhotos}
            error={errorOf('photos')}
          />
          <TextArea
            optional
            name="note"
            label={t('field.note')}
            rows={2}
            limit={limits.reason}
            value={note()}
            onInput={setNote}
            error={errorOf('note')}
          />
        </>
      )}
    </RenovationAction>
  );
};
