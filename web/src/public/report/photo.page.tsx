import { type Component, createMemo, createSignal, For, onCleanup, Show } from 'solid-js';
import { limits } from '../../../../functions/issues/issues.words.ts';
import { PHOTO_TYPES } from '../../../../functions/platform/photos/photo.contract.ts';
import { bytesOf } from '../../api/shrink-photo.ts';
import { commonWords } from '../../lib/i18n/common.words.ts';
import { Button } from '../../ui/button.tsx';
import { FieldFrame, fieldId, wireControl } from '../../ui/field.tsx';
import { Alert, Notice, StatusTag } from '../../ui/notice.tsx';
import { problemMessage } from '../messages/messages.ts';
import { reportWords } from '../public.words.ts';
import { messagesOf } from './report.messages.ts';
import {
  addPhotos,
  photos,
  type ReportPhoto,
  refused,
  removePhoto,
  retryPhotos,
  shrinking,
  unsentPhotos,
  uploading,
} from './report.photos.ts';
import { problemsOf } from './report.steps.ts';
import { createStepForm, StepPage } from './step-page.tsx';

const { t } = reportWords;

const PhotoState: Component<{ photo: ReportPhoto }> = (props) => (
  <Show when={props.photo.photoId === ''} fallback={<StatusTag tone="ok">{t('photo.sent')}</StatusTag>}>
    <Show
      when={uploading().includes(props.photo.key)}
      fallback={<p class="photo-waiting">{t('photo.waiting')}</p>}
    >
      <StatusTag tone="info">{t('photo.uploading')}</StatusTag>
    </Show>
  </Show>
);

/** A preview made from the kept bytes: it is still there after a reload, when the file itself is not. */
export const PhotoPreview: Component<{ photo: ReportPhoto }> = (props) => {
  const address = createMemo(() => {
    const url = URL.createObjectURL(new Blob([bytesOf(props.photo.thumbnail)], { type: 'image/jpeg' }));
    onCleanup(() => URL.revokeObjectURL(url));
    return url;
  });
  return <img src={address()} alt="" />;
};

const PhotoPicker: Component = () => {
  const field = {
    name: 'photos',
    get label() {
      return t('photo.label');
    },
    get hint() {
      return t('photo.hint', { n: limits.photos });
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
    setLeftOut(await addPhotos(chosen));
  };
  const remove = ({ key, fileName }: ReportPhoto): void => {
    removePhoto(key);
    setRemoved(commonWords.t('photo.removed', { name: fileName }));
    setLeftOut(0);
    document.getElementById(fieldId(field.name))?.focus();
  };
  const isFull = (): boolean => photos().length >= limits.photos;
  const news = (): string => {
    if (shrinking() > 0) return t('photo.shrinking');
    if (uploading().length > 0) return t('photo.uploading');
    return removed();
  };
  return (
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
      <Show when={shrinking() > 0}>
        <p class="soft" aria-hidden="true">
          {t('photo.shrinking')}
        </p>
      </Show>
      <Show when={leftOut() > 0}>
        <Alert tone="warn">{t('photo.left-out', { most: limits.photos, n: leftOut() })}</Alert>
      </Show>
      <ul class="photos">
        <For each={photos()}>
          {(photo) => (
            <li class="photo">
              <PhotoPreview photo={photo} />
              <p class="photo-name">{photo.fileName}</p>
              <PhotoState photo={photo} />
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
        <p class="soft">{t('photo.full', { n: limits.photos })}</p>
      </Show>
    </FieldFrame>
  );
};

export const PhotoPage: Component = () => {
  const form = createStepForm('photo', problemsOf, messagesOf);
  const isWaiting = (): boolean => unsentPhotos().some(({ key }) => !uploading().includes(key));
  return (
    <StepPage step="photo" form={form} title={t('photo.title')} lead={t('photo.lead')}>
      <Show when={refused().length > 0}>
        <Alert title={t('photo.refused.title')}>
          <For each={refused()}>
            {(photo) => (
              <p>{t('photo.refused', { name: photo.fileName, reason: problemMessage(photo.code) })}</p>
            )}
          </For>
        </Alert>
      </Show>
      <PhotoPicker />
      <Show when={isWaiting()}>
        <Notice tone="warn">
          <div class="stack">
            <p>{t('photo.waiting')}</p>
            <Button onPress={() => void retryPhotos()}>{t('photo.retry')}</Button>
          </div>
        </Notice>
      </Show>
    </StepPage>
  );
};
