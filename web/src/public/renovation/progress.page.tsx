import '../questions/questions.css';
import '../track/track.css';
import './renovation.css';
import { createAsync, query, revalidate, useLocation } from '@solidjs/router';
import { type Component, createSignal, ErrorBoundary, Show, Suspense } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { ErrorState, LoadingState } from '../../ui/state.tsx';
import { codeOf } from '../messages/messages.ts';
import { renovationProgressWords } from '../public.words.ts';
import type { Pair } from '../track/track.pair.ts';
import { PairForm } from './pair-form.tsx';
import { readProgress } from './progress.queries.ts';
import { refusalMessage } from './progress-acts.tsx';
import { ProgressView } from './progress-view.tsx';
import { forgetPair, keepPair, pair } from './renovation.pair.ts';

const { t } = renovationProgressWords;

/** Another heading on the same page: whoever reads by ear or keyboard is led to it as to a page of its own. */
const focusHeading = (): void => {
  queueMicrotask(() => document.querySelector<HTMLElement>('main h1')?.focus());
};

const another = (): void => {
  forgetPair();
  focusHeading();
};

const refresh = (): Promise<void> => revalidate(readProgress.key);

const Found: Component<{ pair: Pair }> = (props) => {
  const [isBusy, setBusy] = createSignal(false);
  const reading = createAsync(() => readProgress(props.pair.reference, props.pair.code));
  const press = (): void => {
    setBusy(true);
    void refresh().finally(() => setBusy(false));
  };
  return (
    <div class="reading">
      <PageHeader title={t('view.title', { reference: formatReference(props.pair.reference) })} />
      <ErrorBoundary
        fallback={(thrown, reset) => (
          <ErrorState text={refusalMessage(codeOf(thrown))} onRetry={() => void refresh().finally(reset)} />
        )}
      >
        <Suspense fallback={<LoadingState lines={8} />}>
          <Show when={reading()}>
            {(read) => (
              <>
                <div class="row no-print progress-read">
                  <p class="soft" role="status">
                    {t('view.read-at', {
                      when: formatMoment(new Date(read().readAt).toISOString(), language()),
                    })}
                  </p>
                  <Button busy={isBusy()} onPress={press}>
                    {t('view.refresh')}
                  </Button>
                </div>
                <ProgressView progress={read().progress} pair={props.pair} changed={refresh} />
              </>
            )}
          </Show>
        </Suspense>
      </ErrorBoundary>
      <div class="row no-print progress-end">
        <Button onPress={another}>{t('view.another')}</Button>
        <Button onPress={() => window.print()}>{t('view.print')}</Button>
      </div>
    </div>
  );
};

/** How one's own application stands: asked for by reference and code, kept for this tab. */
const ProgressPage: Component = () => {
  const location = useLocation();
  // A link that names another application means that one.
  if (location.hash !== '') forgetPair();
  return (
    <Show
      when={pair()}
      fallback={
        <PairForm
          title={t('form.title')}
          lead={t('form.lead')}
          reference={t('form.reference')}
          code={t('form.code')}
          submit={t('form.submit')}
          busy={t('form.busy')}
          failed={t('form.failed')}
          missing={t('form.missing')}
          open={async (wanted) => {
            // A refusal is remembered for some seconds as well; who tries again means it.
            query.delete(readProgress.keyFor(wanted.reference, wanted.code));
            await readProgress(wanted.reference, wanted.code);
            keepPair(wanted);
            focusHeading();
          }}
          refusal={(thrown) => refusalMessage(codeOf(thrown))}
        >
          <p class="soft">{t('form.lost')}</p>
        </PairForm>
      }
    >
      {(known) => <Found pair={known()} />}
    </Show>
  );
};

export default ProgressPage;
