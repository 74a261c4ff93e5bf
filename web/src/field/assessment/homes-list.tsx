import { A } from '@solidjs/router';
import { type Component, For, Match, Show, Switch } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { itemsWords } from '../../assessment/answers.ts';
import { formatMomentShort } from '../../lib/format.ts';
import { StatusTag } from '../../ui/notice.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { fieldWords } from '../field.words.ts';
import { problemMessage } from '../messages.ts';
import { visits } from '../officer/officer.ts';
import type { KeptAssessment } from '../phone/kept.ts';
import { today } from '../round/clock.ts';
import { assessments } from './assessments.ts';
import { homePath } from './form.ts';
import { titleOf } from './home-words.ts';
import { type Home, homes, homesTrouble } from './homes.ts';
import { homesWords } from './homes.words.ts';
import { keptOf } from './kept-of.ts';

const { t } = homesWords;

/** The homes to assess, by their day; beside the visits of whoever has both. */
export const HomesList: Component = () => {
  const rows = (): readonly Home[] => homes()?.rows ?? [];
  const keptFor = (home: Home): KeptAssessment | undefined => keptOf(assessments(), home.reference, home);
  const left = (): readonly Home[] =>
    rows().filter((home) => !['waiting', 'sent'].includes(keptFor(home)?.phase ?? ''));
  /** Begun or refused, and no longer on the list: withdrawn, or somebody else's. */
  const off = (): readonly KeptAssessment[] =>
    assessments().filter(
      ({ reference, phase }) =>
        (phase === 'draft' || phase === 'refused') && !rows().some((home) => home.reference === reference),
    );
  return (
    <section class="stack">
      <h2>{t('list.title', { n: left().length })}</h2>
      <Show when={!visits() && homes()}>
        {(known) => (
          <p class="soft">{fieldWords.t('round.as-of', { when: formatMomentShort(known().asOf) })}</p>
        )}
      </Show>
      <Show when={homesTrouble()}>
        {(code) => (
          <p class="soft">
            {t('list.failed')} {problemMessage(code())}
          </p>
        )}
      </Show>
      <Show
        when={left().length + off().length > 0}
        fallback={
          <EmptyState title={t('list.none')}>
            <p>{t('list.none.text')}</p>
          </EmptyState>
        }
      >
        <ol class="stops">
          <For each={left()}>
            {(home) => (
              <li>
                <A class="stop" href={homePath(home.reference)}>
                  <span class="stop-address">{titleOf(home)}</span>
                  <span class="stop-who">
                    {home.reach?.name ?? home.name} · {itemsWords(home.wants)}
                  </span>
                  <span class="stop-tags">
                    <StatusTag tone={home.day < today() ? 'bad' : 'neutral'}>
                      {t(home.day < today() ? 'tag.overdue' : 'tag.day', { day: home.day.slice(5) })}
                    </StatusTag>
                    <PhaseTag phase={keptFor(home)?.phase} />
                  </span>
                </A>
              </li>
            )}
          </For>
          <For each={off()}>
            {({ reference, phase }) => (
              <li>
                <A class="stop" href={homePath(reference)}>
                  <span class="stop-address">
                    {t('title.reference', { reference: formatReference(reference) })}
                  </span>
                  <span class="stop-who">{t('list.off')}</span>
                  <span class="stop-tags">
                    <PhaseTag phase={phase} />
                  </span>
                </A>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={homes()?.more}>
        <p class="soft">{t('list.more')}</p>
      </Show>
    </section>
  );
};

export const PhaseTag: Component<{ phase: KeptAssessment['phase'] | undefined }> = (props) => (
  <Switch>
    <Match when={props.phase === 'draft'}>
      <StatusTag tone="neutral">{t('tag.draft')}</StatusTag>
    </Match>
    <Match when={props.phase === 'waiting'}>
      <StatusTag tone="warn">{t('tag.waiting')}</StatusTag>
    </Match>
    <Match when={props.phase === 'refused'}>
      <StatusTag tone="bad">{t('tag.refused')}</StatusTag>
    </Match>
    <Match when={props.phase === 'sent'}>
      <StatusTag tone="ok">{t('tag.sent')}</StatusTag>
    </Match>
  </Switch>
);
