import { type Component, createMemo, createSignal, For, onCleanup } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { Button } from './button.tsx';
import { FieldFrame, type FieldProps, fieldId, wireControl } from './field.tsx';

const { t } = commonWords;

export interface FileFieldProps extends FieldProps {
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
  /** As in the `accept` attribute; photos unless told. */
  accept?: string | undefined;
  /** Most files; one unless told. More than that are left out, the earliest kept. */
  most?: number | undefined;
}

/** Photos with a preview each, and a way to take one back. */
export const FileField: Component<FileFieldProps> = (props) => {
  const [removed, setRemoved] = createSignal('');
  const add = (input: HTMLInputElement): void => {
    const chosen = [...props.files, ...(input.files ?? [])].slice(0, props.most ?? 1);
    // Emptied, so that a photo taken back can be chosen again.
    input.value = '';
    setRemoved('');
    props.onChange(chosen);
  };
  const remove = (file: File): void => {
    setRemoved(t('photo.removed', { name: file.name }));
    props.onChange(props.files.filter((kept) => kept !== file));
    document.getElementById(fieldId(props.name))?.focus();
  };
  return (
    <FieldFrame field={props}>
      <span class="file-pick">
        <input
          type="file"
          id={fieldId(props.name)}
          accept={props.accept ?? 'image/jpeg,image/png,image/webp,image/heic'}
          multiple={(props.most ?? 1) > 1}
          onChange={(event) => add(event.currentTarget)}
          {...wireControl(props)}
        />
        <span class="button" data-kind="second" aria-hidden="true">
          {t('photo.add')}
        </span>
      </span>
      <span class="visually-hidden" aria-live="polite">
        {removed()}
      </span>
      <ul class="photos">
        <For each={props.files}>{(file) => <Photo file={file} onRemove={() => remove(file)} />}</For>
      </ul>
    </FieldFrame>
  );
};

const Photo: Component<{ file: File; onRemove: () => void }> = (props) => {
  const address = createMemo(() => {
    const url = URL.createObjectURL(props.file);
    onCleanup(() => URL.revokeObjectURL(url));
    return url;
  });
  return (
    <li class="photo">
      <img src={address()} alt="" />
      <p class="photo-name">{props.file.name}</p>
      <Button kind="quiet" label={t('photo.remove', { name: props.file.name })} onPress={props.onRemove}>
        {t('photo.remove', { name: '' })}
      </Button>
    </li>
  );
};
