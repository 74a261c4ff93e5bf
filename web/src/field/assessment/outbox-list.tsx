import { A } from '@solidjs/router';
import { type Component, createMemo, For, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatMomentShort } from '../../lib/format.ts';
import { assessments } from './assessments.ts';
import { homePath } from './form.ts';
import { homesWords } from './homes.words.ts';
import { PhaseTag } from './homes-list.tsx';

const { t } = homesWords;

/** Assessments that were written down: refused, waiting, and sent lately. */
export const AssessmentsOut: Component = () => {
  const out = createMemo(() => assessments().filter(({ phase }) => phase !== 'draft'));
  return (
    <Show when={out().length > 0}>
      <section>
        <h2>{t('list.outbox')}</h2>
        <ol class="stops">
          <For each={out()}>
            {(kept) => (
              <li>
                <A class="stop" href={homePath(kept.reference)}>
                  <span class="stop-address">
                    {t('title.reference', { reference: formatReference(kept.reference) })}
                  </span>
                  <span class="stop-who">{formatMomentShort(kept.sentAt ?? kept.writtenAt)}</span>
                  <span class="stop-tags">
                    <PhaseTag phase={kept.phase} />
                  </span>
                </A>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
};
