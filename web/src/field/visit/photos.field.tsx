import { type Component, createMemo, createSignal, For, onCleanup, Show } from 'solid-js';
import { PHOTO_TYPES } from '../../../../functions/platform/photos/photo.contract.ts';
import { bytesOf, shrinkPhoto } from '../../api/shrink-photo.ts';
import { commonWords } from '../../lib/i18n/common.words.ts';
import { Button } from '../../ui/button.tsx';
import { FieldFrame, fieldId, wireControl } from '../../ui/field.tsx';
import { Alert } from '../../ui/notice.tsx';
import { fieldWords } from '../field.words.ts';
import { problemMessage } from '../messages.ts';
import type { KeptPhoto, PhotoSubject } from '../phone/kept.ts';
import type { Draft } from './draft.ts';

const { t } = fieldWords;

/** Made from the kept bytes: it is still there when the app was closed meanwhile. */
export const PhotoPreview: Component<{ photo: KeptPhoto }> = (props) => {
  const address = createMemo(() => {
    const url = URL.createObjectURL(new Blob([props.photo.thumbnail], { type: 'image/jpeg' }));
    onCleanup(() => URL.revokeObjectURL(url));
    return url;
  });
  return <img src={address()} alt="" />;
};

export interface PhotosFieldProps {
  name: string;
  label: string;
  of: PhotoSubject;
  /** Most of them. */
  most: number;
  draft: Pick<Draft, 'photos' | 'addPhoto' | 'removePhoto'>;
}

/** Made smaller at once, so that the phone has room for a day of them and a weak signal carries them. */
export const PhotosField: Component<PhotosFieldProps> = (props) => {
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const [news, setNews] = createSignal('');
  const photos = (): readonly KeptPhoto[] => props.draft.photos(props.of);
  const field = () => ({
    name: props.name,
    label: props.label,
    hint: t('photos.hint', { n: props.most }),
    optional: true,
  });

  const addOne = async (file: File): Promise<void> => {
    const shrunk = await shrinkPhoto(file);
    if ('refusal' in shrunk) {
      setProblem(problemMessage(shrunk.refusal));
      return;
    }
    const { of } = props;
    const [jpeg, thumbnail] = [bytesOf(shrunk.jpeg), bytesOf(shrunk.thumbnail)];
    await props.draft.addPhoto({ of, fileName: file.name, jpeg, thumbnail });
  };
  const add = async (input: HTMLInputElement): Promise<void> => {
    const chosen = [...(input.files ?? [])];
    // Emptied, so that a photo taken back can be chosen again.
    input.value = '';
    setProblem(undefined);
    setBusy(true);
    try {
      // One after the other: two large photos unpacked at once are more than an old phone's memory.
      for (const file of chosen.slice(0, props.most - photos().length)) await addOne(file);
      if (chosen.length > props.most) setProblem(t('photos.left-out', { n: props.most }));
    } catch {
      setProblem(t('photos.no-space'));
    } finally {
      setBusy(false);
    }
  };
  const remove = async ({ key, fileName }: KeptPhoto): Promise<void> => {
    await props.draft.removePhoto(key);
    setNews(commonWords.t('photo.removed', { name: fileName }));
    document.getElementById(fieldId(props.name))?.focus();
  };
  return (
    <FieldFrame field={field()}>
      <Show when={photos().length < props.most}>
        <span class="file-pick">
          <input
            type="file"
            id={fieldId(props.name)}
            // HEIC is left out on purpose: phones that make it then hand over a JPEG.
            accept={PHOTO_TYPES.join(',')}
            multiple
            onChange={(event) => void add(event.currentTarget)}
            {...wireControl(field())}
          />
          <span class="button" data-kind="second" aria-hidden="true">
            {commonWords.t('photo.add')}
          </span>
        </span>
      </Show>
      <p role="status" class="soft">
        {isBusy() ? t('photos.busy') : news()}
      </p>
      <Show when={problem()}>{(message) => <Alert>{message()}</Alert>}</Show>
      <ul class="photos">
        <For each={photos()}>
          {(photo) => (
            <li class="photo">
              <PhotoPreview photo={photo} />
              <Button
                kind="quiet"
                label={commonWords.t('photo.remove', { name: photo.fileName })}
                onPress={() => void remove(photo)}
              >
                {commonWords.t('photo.remove', { name: '' })}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </FieldFrame>
  );
};
