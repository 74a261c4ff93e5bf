import { createAsync, revalidate, useNavigate } from '@solidjs/router';
import { type Component, createEffect, createSignal, ErrorBoundary, Show, Suspense } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { ErrorState, LoadingState } from '../../ui/state.tsx';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { trackWords } from '../public.words.ts';
import { type ProgressReading, readProgress } from '../queries.ts';
import { ProgressView } from './progress-view.tsx';
import { type Pair, pair } from './track.pair.ts';
import './track.css';

const { t } = trackWords;

const refresh = (): Promise<void> => revalidate(readProgress.key);

const Reading: Component<{ reading: ProgressReading }> = (props) => {
  const [isBusy, setBusy] = createSignal(false);
  const press = (): void => {
    setBusy(true);
    void refresh().finally(() => setBusy(false));
  };
  return (
    <>
      <div class="row no-print progress-read">
        <p class="soft" role="status">
          {t('progress.read-at', {
            when: formatMoment(new Date(props.reading.readAt).toISOString(), language()),
          })}
        </p>
        <Button busy={isBusy()} onPress={press}>
          {isBusy() ? t('progress.refreshing') : t('progress.refresh')}
        </Button>
      </div>
      <ProgressView progress={props.reading.progress} />
    </>
  );
};

const ProgressOf: Component<{ pair: Pair }> = (props) => {
  const reading = createAsync(() => readProgress(props.pair.reference, props.pair.code));
  return (
    <div class="reading">
      <PageHeader title={t('progress.title', { reference: formatReference(props.pair.reference) })} />
      <ErrorBoundary
        fallback={(thrown, reset) => (
          <ErrorState
            title={t('progress.failed')}
            text={problemMessage(codeOf(thrown))}
            onRetry={() => void refresh().finally(reset)}
          />
        )}
      >
        <Suspense fallback={<LoadingState lines={8} />}>
          <Show when={reading()}>{(read) => <Reading reading={read()} />}</Show>
        </Suspense>
      </ErrorBoundary>
      <div class="row no-print progress-end">
        <LinkButton href="/track">{t('progress.another')}</LinkButton>
        <Button onPress={() => window.print()}>{t('progress.print')}</Button>
      </div>
    </div>
  );
};

/** How one issue stands. Who comes here without having looked one up is asked for it first. */
const ProgressPage: Component = () => {
  const navigate = useNavigate();
  createEffect(() => {
    if (pair() === undefined) navigate('/track', { replace: true });
  });
  return <Show when={pair()}>{(known) => <ProgressOf pair={known()} />}</Show>;
};

export default ProgressPage;
