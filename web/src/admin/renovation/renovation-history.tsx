import { createAsync } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import * as v from 'valibot';
import { formatDeadline, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Timeline, type TimelineEntry } from '../../ui/facts.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { moment } from './case-parts.tsx';
import { type RenovationHistory as History, readRenovationHistory } from './renovation.queries.ts';
import { renovationCaseWords } from './renovation.words.ts';

const { t, find } = renovationCaseWords;

type Event = History['events'][number];

const tones: Readonly<Record<string, Tone>> = {
  approved: 'ok',
  accepted: 'ok',
  paid: 'ok',
  agreed: 'ok',
  'plan-declined': 'warn',
  'papers-asked': 'warn',
  queued: 'warn',
  objected: 'warn',
  'defect-found': 'warn',
  appealed: 'warn',
  rejected: 'bad',
  overdue: 'bad',
};

/** Officers by name; the applicant and the schedule, which have none, by what they are. */
const actorWords = ({ by }: Event): string => {
  if (by === 'resident') return t('history.resident');
  return /^[a-z-]+$/.test(by) ? t('history.system') : by;
};

/** What events carry, each part only if it is what this page knows how to put into words. */
const dataSchema = v.object({
  note: v.fallback(v.optional(v.string()), undefined),
  papers: v.fallback(v.optional(v.array(v.string())), undefined),
  amount: v.fallback(v.optional(v.number()), undefined),
  returned: v.fallback(v.optional(v.number()), undefined),
  dueAt: v.fallback(v.optional(v.string()), undefined),
});

const linesOf = ({ data }: Event): string[] => {
  const { note, papers, amount, returned, dueAt } = v.parse(dataSchema, data);
  const yuan = (fen: number): string => formatYuan(fen, language());
  return [
    ...(amount === undefined ? [] : [t('line.amount', { amount: yuan(amount) })]),
    ...(returned === undefined || returned === 0 ? [] : [t('line.returned', { amount: yuan(returned) })]),
    ...(dueAt === undefined ? [] : [t('line.due', { due: formatDeadline(dueAt, language()) })]),
    ...(papers ?? []),
    ...(note === undefined ? [] : [note]),
  ];
};

/** Everything that happened, the newest first, and whether nobody has altered it since. */
export const RenovationHistory: Component<{ reference: string }> = (props) => {
  const history = createAsync(() => readRenovationHistory(props.reference));
  const entries = (known: History): TimelineEntry[] =>
    [...known.events].reverse().map((event) => ({
      title: find(`event.${event.type}`) ?? event.type,
      tone: tones[event.type],
      when: moment(event.at),
      instant: event.at,
      who: actorWords(event),
      body: <For each={linesOf(event)}>{(line) => <p class="renovation-said">{line}</p>}</For>,
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
