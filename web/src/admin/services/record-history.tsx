import { createAsync } from '@solidjs/router';
import { type Component, For, type JSX, Show } from 'solid-js';
import * as v from 'valibot';
import { formatDate, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Timeline, type TimelineEntry } from '../../ui/facts.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LoadingState } from '../../ui/state.tsx';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import type { RecordHistory as History } from './services.queries.ts';
import { servicesWords } from './services.words.ts';

const { t, find } = servicesWords;

export type HistoryEvent = History['events'][number];

const tones: Readonly<Record<string, Tone>> = {
  returned: 'ok',
  completed: 'ok',
  scrapped: 'warn',
  'broken-off': 'warn',
  'taken-back': 'warn',
  withdrawn: 'warn',
};

/** What events carry, each part only if it is what this page knows how to put into words. */
const maybe = <T,>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.optional(schema), undefined);
const dataSchema = v.object({
  quantity: maybe(v.number()),
  by: maybe(v.number()),
  from: maybe(v.string()),
  until: maybe(v.string()),
  condition: maybe(v.string()),
  note: maybe(v.string()),
  reason: maybe(v.string()),
  again: maybe(v.string()),
});

const day = (date: string): string => formatDate(date, language());

const linesOf = ({ data }: HistoryEvent): readonly string[] => {
  const { quantity, by, from, until, condition, note, reason, again } = v.parse(dataSchema, data);
  const lines = [
    quantity === undefined ? undefined : t('history.quantity', { n: quantity }),
    by === undefined ? undefined : t('history.by', { n: by > 0 ? `+${by}` : by }),
    until === undefined
      ? undefined
      : from === undefined
        ? t('history.until', { day: day(until) })
        : t('history.from-until', { from: day(from), until: day(until) }),
    condition === undefined ? undefined : find(`history.condition.${condition}`),
    ...[note, reason, again],
  ];
  return lines.filter((line) => line !== undefined);
};

interface RecordHistoryProps {
  read: () => Promise<History>;
  /** Words of a ledger for events only it has, and what they carry; the usual ones are known here. */
  titleOf?: ((event: HistoryEvent) => string | undefined) | undefined;
  moreOf?: ((event: HistoryEvent) => readonly string[]) | undefined;
}

/** Everything that happened to a record, the newest first, and whether nobody has altered it since. */
export const RecordHistory: Component<RecordHistoryProps> = (props) => (
  <section class="stack" aria-labelledby="history">
    <h2 id="history">{t('history.title')}</h2>
    <SlotBoundary fallback={<LoadingState />}>
      <Events {...props} />
    </SlotBoundary>
  </section>
);

const Events: Component<RecordHistoryProps> = (props) => {
  const history = createAsync(() => props.read());
  const said = (event: HistoryEvent): JSX.Element => (
    <For each={[...linesOf(event), ...(props.moreOf?.(event) ?? [])]}>
      {(line) => <p class="services-said">{line}</p>}
    </For>
  );
  const entries = (known: History): TimelineEntry[] =>
    [...known.events].reverse().map((event) => ({
      title: props.titleOf?.(event) ?? find(`event.${event.type}`) ?? event.type,
      tone: tones[event.type],
      when: formatMoment(event.at, language()),
      instant: event.at,
      who: event.by,
      body: said(event),
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
          <Timeline entries={entries(known())} />
        </div>
      )}
    </Show>
  );
};
