import { type Component, Show } from 'solid-js';
import { formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Alert } from '../../../ui/notice.tsx';
import { problemMessage } from '../../messages/messages.ts';
import { householdsWords } from '../households.words.ts';
import type { Run } from './import-run.ts';

const { t } = householdsWords;

/** How far it has come, in figures and as a bar, and the way to hold it. */
export const RunBar: Component<{ run: Run; rows: number; label: string }> = (props) => {
  const words = () => ({
    label: props.label,
    done: formatNumber(props.run.done(), language()),
    rows: formatNumber(props.rows, language()),
  });
  /** Said aloud at every tenth, not at every request. */
  const spoken = (): string => {
    const tenth = Math.floor((props.run.done() * 10) / Math.max(1, props.rows)) * 10;
    return `${props.label} ${tenth}% · ${t(`run.${props.run.state()}`)}`;
  };
  return (
    <div class="run">
      <progress max={props.rows} value={props.run.done()} aria-label={props.label} />
      <p>{t('run.progress', words())}</p>
      <p class="visually-hidden" role="status">
        {spoken()}
      </p>
      <Show when={props.run.state() === 'broken'}>
        <Alert tone="warn" title={t('run.broken')}>
          <p>{problemMessage(props.run.code() ?? 'service.failed')}</p>
          <p>{t('run.broken.text')}</p>
        </Alert>
      </Show>
      <div class="row">
        <Show when={props.run.state() === 'running'}>
          <Button onPress={props.run.pause}>{t('run.pause')}</Button>
        </Show>
        <Show when={props.run.state() === 'paused' || props.run.state() === 'broken'}>
          <Button kind="main" onPress={props.run.resume}>
            {t('run.resume')}
          </Button>
        </Show>
      </div>
    </div>
  );
};
