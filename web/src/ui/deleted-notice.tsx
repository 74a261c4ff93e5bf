import { type Component, Show } from 'solid-js';
import { formatMoment } from '../lib/format.ts';
import { commonWords } from '../lib/i18n/common.words.ts';
import { language } from '../lib/i18n/i18n.ts';
import { Notice } from './notice.tsx';

/** Says of a record whose period is over that what was personal in it is gone, and since when. */
export const DeletedNotice: Component<{ at: string | undefined }> = (props) => (
  <Show when={props.at}>
    {(at) => (
      <Notice title={commonWords.t('deleted')}>
        <p>{formatMoment(at(), language())}</p>
      </Notice>
    )}
  </Show>
);
