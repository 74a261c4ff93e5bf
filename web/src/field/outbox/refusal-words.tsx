import { type Component, For } from 'solid-js';
import { Notice } from '../../ui/notice.tsx';
import { fieldWords } from '../field.words.ts';
import { problemMessage } from '../messages.ts';
import type { Refusal } from '../phone/kept.ts';
import { messagesOf } from '../visit/messages-of.ts';

const { t } = fieldWords;

/** Why the service did not take a visit, and that it is still here. */
export const RefusalWords: Component<{ refusal: Refusal }> = (props) => (
  <Notice tone="bad" title={t('entry.refused.title')}>
    <p>{problemMessage(props.refusal.code)}</p>
    <ul>
      <For each={messagesOf(props.refusal.errors)}>{({ message }) => <li>{message}</li>}</For>
    </ul>
    <p>{t('entry.refused.text')}</p>
  </Notice>
);
