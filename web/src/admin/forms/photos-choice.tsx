import { type Component, For, Show } from 'solid-js';
import type { PhotoId } from '../../../../functions/platform/photos/photo.contract.ts';
import { Button } from '../../ui/button.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { adminWords } from '../admin.words.ts';

const { t } = adminWords;

type Address = (photo: PhotoId) => string;

/** The photos there are, each to be opened large. */
export const ShownPhotos: Component<{ photos: readonly PhotoId[]; address: Address }> = (props) => (
  <Show when={props.photos.length > 0} fallback={<p class="soft">{t('photos.none')}</p>}>
    <ul class="photos">
      <For each={props.photos}>
        {(photo, index) => (
          <li class="photo">
            <a href={props.address(photo)} target="_blank" rel="noopener external">
              <img src={props.address(photo)} alt={t('photo.of', { n: index() + 1 })} loading="lazy" />
            </a>
          </li>
        )}
      </For>
    </ul>
  </Show>
);

interface PhotosChoiceProps {
  kept: readonly PhotoId[];
  files: readonly File[];
  onKept: (photos: readonly PhotoId[]) => void;
  onFiles: (files: readonly File[]) => void;
  address: Address;
  most: number;
  error?: string | undefined;
}

/** Which photos show something: those kept, in their order, and new ones after them. */
export const PhotosChoice: Component<PhotosChoiceProps> = (props) => {
  const without = (photo: PhotoId): PhotoId[] => props.kept.filter((other) => other !== photo);
  return (
    <>
      <ul class="photos">
        <For each={props.kept}>
          {(photo, index) => (
            <li class="photo">
              <img src={props.address(photo)} alt={t('photo.of', { n: index() + 1 })} />
              <Button
                kind="quiet"
                label={t('photo.remove.label', { n: index() + 1 })}
                onPress={() => props.onKept(without(photo))}
              >
                {t('photo.remove')}
              </Button>
              <Show when={index() > 0}>
                <Button
                  kind="quiet"
                  label={t('photo.first.label', { n: index() + 1 })}
                  onPress={() => props.onKept([photo, ...without(photo)])}
                >
                  {t('photo.first')}
                </Button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.kept.length < props.most}>
        <FileField
          optional
          name="photos"
          label={t('photos.new')}
          hint={t('photos.hint', { n: props.most })}
          files={props.files}
          onChange={props.onFiles}
          most={props.most - props.kept.length}
          error={props.error}
        />
      </Show>
    </>
  );
};
