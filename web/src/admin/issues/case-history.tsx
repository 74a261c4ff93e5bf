import { createAsync } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Timeline, type TimelineEntry } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { readHistory } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { eventActor, eventLines, eventTitle, eventTone } from './history-words.ts';
import { issuesWords } from './issues.words.ts';

const { t } = issuesWords;

/** Everything that happened to the case, the newest first, and whether nobody has altered it since. */
export const CaseHistory: Component<{ reference: string }> = (props) => {
  const desk = useDesk();
  const history = createAsync(() => readHistory(props.reference));
  const entries = (): TimelineEntry[] =>
    [...(history()?.events ?? [])].reverse().map((event) => ({
      title: eventTitle(event),
      tone: eventTone(event),
      when: formatMoment(event.at, language()),
      instant: event.at,
      who: eventActor(event),
      body: <For each={eventLines(event, desk.nameOf)}>{(line) => <p class="event-line">{line}</p>}</For>,
    }));
  return (
    <Show when={history()}>
      {(known) => (
        <div class="stack">
          <Show
            when={known().whole}
            fallback={<Notice tone="bad">{t('history.broken', { n: known().brokenAt ?? 1 })}</Notice>}
          >
            <p class="soft">{t('history.whole', { n: known().events.length })}</p>
          </Show>
          <Timeline entries={entries()} />
        </div>
      )}
    </Show>
  );
};
