import './photos.css';
import { type Component, createMemo, createSignal, For, onCleanup, Show } from 'solid-js';
import { PHOTO_TYPES } from '../../../../functions/platform/photos/photo.contract.ts';
import { bytesOf } from '../../api/shrink-photo.ts';
import { commonWords } from '../../lib/i18n/common.words.ts';
import { Button } from '../../ui/button.tsx';
import { FieldFrame, fieldId, wireControl } from '../../ui/field.tsx';
import { Alert, Notice, StatusTag } from '../../ui/notice.tsx';
import { problemMessage } from '../messages/messages.ts';
import { photoWords } from '../public.words.ts';
import type { Photo, PhotoTray } from './photo-tray.ts';

const { t } = photoWords;

const PhotoState: Component<{ photo: Photo; isUploading: boolean }> = (props) => (
  <Show when={props.photo.photoId === ''} fallback={<StatusTag tone="ok">{t('photo.sent')}</StatusTag>}>
    <Show when={props.isUploading} fallback={<p class="photo-waiting">{t('photo.waiting')}</p>}>
      <StatusTag tone="info">{t('photo.uploading')}</StatusTag>
    </Show>
  </Show>
);

/** A preview made from the kept bytes: it is still there after a reload, when the file itself is not. */
export const PhotoPreview: Component<{ photo: Photo }> = (props) => {
  const address = createMemo(() => {
    const url = URL.createObjectURL(new Blob([bytesOf(props.photo.thumbnail)], { type: 'image/jpeg' }));
    onCleanup(() => URL.revokeObjectURL(url));
    return url;
  });
  return (
    <Show when={props.photo.thumbnail !== ''}>
      <img src={address()} alt="" />
    </Show>
  );
};

export interface PhotoPickerProps {
  tray: PhotoTray;
  /** The path the contract names in its errors. */
  name: string;
  label: string;
}

/** Choosing photos, seeing them and taking them back. */
export const PhotoPicker: Component<PhotoPickerProps> = (props) => {
  const tray = () => props.tray;
  const field = {
    get name() {
      return props.name;
    },
    get label() {
      return props.label;
    },
    get hint() {
      return t('photo.hint', { n: props.tray.most });
    },
    optional: true,
  };
  const [leftOut, setLeftOut] = createSignal(0);
  const [removed, setRemoved] = createSignal('');
  const add = async (input: HTMLInputElement): Promise<void> => {
    const chosen = [...(input.files ?? [])];
    // Emptied, so that a photo taken back can be chosen again.
    input.value = '';
    setRemoved('');
    setLeftOut(0);
    setLeftOut(await tray().add(chosen));
  };
  const remove = ({ key, fileName }: Photo): void => {
    tray().remove(key);
    setRemoved(commonWords.t('photo.removed', { name: fileName }));
    setLeftOut(0);
    document.getElementById(fieldId(field.name))?.focus();
  };
  const isFull = (): boolean => tray().photos().length >= tray().most;
  const isWaiting = (): boolean =>
    tray()
      .unsent()
      .some(({ key }) => !tray().uploading().includes(key));
  const news = (): string => {
    if (tray().shrinking() > 0) return t('photo.shrinking');
    if (tray().uploading().length > 0) return t('photo.uploading');
    return removed();
  };
  return (
    <div class="stack">
      <Show when={tray().refused().length > 0}>
        <Alert title={t('photo.refused.title')}>
          <For each={tray().refused()}>
            {(photo) => (
              <p>{t('photo.refused', { name: photo.fileName, reason: problemMessage(photo.code) })}</p>
            )}
          </For>
        </Alert>
      </Show>
      <FieldFrame field={field}>
        <span class="file-pick">
          <input
            type="file"
            id={fieldId(field.name)}
            // HEIC is left out on purpose: phones that make it then hand over a JPEG.
            accept={PHOTO_TYPES.join(',')}
            multiple
            onChange={(event) => void add(event.currentTarget)}
            {...wireControl(field)}
          />
          <span class="button" data-kind="second" aria-hidden="true">
            {commonWords.t('photo.add')}
          </span>
        </span>
        <p class="visually-hidden" role="status">
          {news()}
        </p>
        <Show when={tray().shrinking() > 0}>
          <p class="soft" aria-hidden="true">
            {t('photo.shrinking')}
          </p>
        </Show>
        <Show when={leftOut() > 0}>
          <Alert tone="warn">{t('photo.left-out', { most: tray().most, n: leftOut() })}</Alert>
        </Show>
        <ul class="photos">
          <For each={tray().photos()}>
            {(photo) => (
              <li class="photo">
                <PhotoPreview photo={photo} />
                <p class="photo-name">{photo.fileName}</p>
                <PhotoState photo={photo} isUploading={tray().uploading().includes(photo.key)} />
                <Button
                  kind="quiet"
                  label={commonWords.t('photo.remove', { name: photo.fileName })}
                  onPress={() => remove(photo)}
                >
                  {commonWords.t('photo.remove', { name: '' })}
                </Button>
              </li>
            )}
          </For>
        </ul>
        <Show when={isFull() && leftOut() === 0}>
          <p class="soft">{t('photo.full', { n: tray().most })}</p>
        </Show>
      </FieldFrame>
      <Show when={isWaiting()}>
        <Notice tone="warn">
          <div class="stack">
            <p>{t('photo.waiting')}</p>
            <Button onPress={() => void tray().retry()}>{t('photo.retry')}</Button>
          </div>
        </Notice>
      </Show>
    </div>
  );
};
