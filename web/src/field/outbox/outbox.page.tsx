import { A } from '@solidjs/router';
import { type Component, createResource, For, lazy, Show, Suspense } from 'solid-js';
import { formatMomentShort } from '../../lib/format.ts';
import { withWords } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import {
  assessments,
  assessmentTrouble,
  refusedAssessments,
  unsentAssessments,
  waitingAssessments,
} from '../assessment/assessments.ts';
import { assessmentPageWords } from '../assessment/page-words.ts';
import { fieldWords } from '../field.words.ts';
import { problemMessage } from '../messages.ts';
import type { KeptEntry } from '../phone/kept.ts';
import { isSpaceShort } from '../phone/space.ts';
import { sendNow } from '../start.ts';
import { exportAll } from './entry-actions.tsx';
import { createOthers } from './others.ts';
import { entries, refused, sent, waiting } from './outbox.ts';
import { isSending, trouble } from './sending.ts';

const { t } = fieldWords;

const AssessmentsOut = lazy(
  withWords(assessmentPageWords, async () => ({
    default: (await import('../assessment/outbox-list.tsx')).AssessmentsOut,
  })),
);

/** What is on this phone and nowhere else, and what became of the rest. */
export const OutboxPage: Component = () => {
  const [isShort] = createResource(isSpaceShort);
  const hasOthers = createOthers();
  const unsentCount = (): number => entries().length + unsentAssessments().length;
  const waitingCount = (): number => waiting().length + waitingAssessments().length;
  const isNothingRefused = (): boolean => refused().length + refusedAssessments().length === 0;
  return (
    <>
      <PageHeader title={t('outbox.title')} lead={t('outbox.lead')} />
      <div class="stack-large">
        <div role="status" class="stack">
          <Show when={isShort.latest}>
            <Notice tone="bad">{t('space.short')}</Notice>
          </Show>
          <Show when={!isSending() && waitingCount() > 0 && (trouble() ?? assessmentTrouble())}>
            {(code) => (
              <Notice tone="warn">
                <p>{problemMessage(code())}</p>
                <p>{t('outbox.again')}</p>
              </Notice>
            )}
          </Show>
        </div>
        <Show when={refused().length > 0}>
          <section>
            <h2>{t('outbox.refused', { n: refused().length })}</h2>
            <Entries entries={refused()} />
          </section>
        </Show>
        <Show when={waiting().length > 0}>
          <section>
            <h2>{t('outbox.waiting', { n: waiting().length })}</h2>
            <Entries entries={waiting()} />
          </section>
        </Show>
        <Show when={assessments().length > 0}>
          <Suspense>
            <AssessmentsOut />
          </Suspense>
        </Show>
        <Show when={waitingCount() === 0 && isNothingRefused()}>
          <EmptyState title={t('outbox.empty')}>
            <p>{t('outbox.empty.text')}</p>
          </EmptyState>
        </Show>
        <Show when={unsentCount() > 0}>
          <div class="row">
            <Show when={waitingCount() > 0}>
              <Button kind="main" busy={isSending()} onPress={() => void sendNow(true)}>
                {isSending() ? t('entry.sending') : t('outbox.send')}
              </Button>
            </Show>
            <Button onPress={() => void exportAll()}>{t('export.all')}</Button>
          </div>
          <p class="soft">{t('export.hint')}</p>
        </Show>
        <Show when={hasOthers()}>
          <Notice>{t('sign-in.others')}</Notice>
        </Show>
        <Show when={sent().length > 0}>
          <section>
            <h2>{t('outbox.sent', { n: sent().length })}</h2>
            <ol class="stops">
              <For each={[...sent()].reverse()}>
                {(entry) => (
                  <li>
                    <A class="stop" href={`/field/entries/${entry.entryId}`}>
                      <span class="stop-address">{entry.address}</span>
                      <span class="stop-who">
                        {t(`outcome.${entry.outcome}`)} · {formatMomentShort(entry.at)}
                      </span>
                      <span class="stop-tags">
                        <StatusTag tone="ok">{t('entry.sent')}</StatusTag>
                        <Show when={entry.conflict}>
                          <StatusTag tone="warn">{t('conflict.tag')}</StatusTag>
                        </Show>
                      </span>
                    </A>
                  </li>
                )}
              </For>
            </ol>
          </section>
        </Show>
      </div>
    </>
  );
};

const Entries: Component<{ entries: readonly KeptEntry[] }> = (props) => (
  <ol class="stops">
    <For each={props.entries}>
      {(entry) => (
        <li>
          <A class="stop" href={`/field/entries/${entry.entryId}`}>
            <span class="stop-address">{entry.address}</span>
            <span class="stop-who">
              {t(`outcome.${entry.visit.outcome}`)} · {formatMomentShort(entry.visit.at)}
            </span>
            <span class="stop-tags">
              <Show when={entry.refusal} fallback={<StatusTag tone="warn">{t('entry.waiting')}</StatusTag>}>
                {(refusal) => <StatusTag tone="bad">{problemMessage(refusal().code)}</StatusTag>}
              </Show>
            </span>
          </A>
        </li>
      )}
    </For>
  </ol>
);
