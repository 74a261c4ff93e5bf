import type { Component } from 'solid-js';
import { CopyButton } from '../../ui/facts.tsx';
import { cultureWords } from '../public.words.ts';

const { t } = cultureWords;

interface FeedProps {
  /** Of the API, from its root. */
  path: string;
  label: string;
}

/** A calendar to subscribe to: by a link the device's own calendar answers, or by its address for any other. */
export const Feed: Component<FeedProps> = (props) => {
  const address = (): string => new URL(props.path, location.origin).href;
  return (
    <div class="row no-print">
      <a href={address().replace(/^https?:/, 'webcal:')}>{props.label}</a>
      <CopyButton text={address()} label={t('feed.copy')} />
    </div>
  );
};
