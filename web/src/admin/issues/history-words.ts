import * as v from 'valibot';
import {
  channels,
  grades,
  outcomes,
  solvedAnswers,
  sources,
} from '../../../../functions/issues/issues.words.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatDeadline } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Tone } from '../../ui/icons.tsx';
import type { History } from '../queries.ts';
import { issuesWords } from './issues.words.ts';

const { t } = issuesWords;

type Event = History['events'][number];

/** Every kind of event with what it means for the promise. */
const tones = {
  registered: 'neutral',
  transferred: 'info',
  claimed: 'info',
  returned: 'warn',
  arbitrated: 'info',
  'extension-requested': 'warn',
  'extension-approved': 'info',
  'extension-refused': 'info',
  resolved: 'ok',
  'attempt-recorded': 'neutral',
  answered: 'ok',
  'followed-up': 'ok',
  reopened: 'warn',
  commented: 'neutral',
  linked: 'neutral',
  'duplicate-gained': 'neutral',
  warned: 'warn',
  overdue: 'bad',
  unclaimed: 'bad',
  unanswered: 'bad',
  supervised: 'bad',
  criticised: 'bad',
  'deadline-recomputed': 'info',
  anonymised: 'neutral',
} as const satisfies Record<string, Tone>;

type Known = keyof typeof tones;
const isKnown = (type: string): type is Known => Object.hasOwn(tones, type);

export const eventTitle = ({ type }: Event): string => (isKnown(type) ? t(`event.${type}`) : type);
export const eventTone = ({ type }: Event): Tone => (isKnown(type) ? tones[type] : 'neutral');

/** Officers by name; residents and checks, which have none, by what they are. */
export const eventActor = ({ by }: Event): string => {
  if (by === 'resident') return t('history.resident');
  return /^[a-z-]+$/.test(by) ? t('history.system') : by;
};

/** What events carry, each part only if it is what this page knows how to put into words. */
const dataSchema = v.object({
  source: v.fallback(v.optional(v.picklist(sources)), undefined),
  department: v.fallback(v.optional(v.string()), undefined),
  times: v.fallback(v.optional(v.number()), undefined),
  workingDays: v.fallback(v.optional(v.number()), undefined),
  outcome: v.fallback(v.optional(v.picklist(outcomes)), undefined),
  inTime: v.fallback(v.optional(v.boolean()), undefined),
  channel: v.fallback(v.optional(v.picklist(channels)), undefined),
  reached: v.fallback(v.optional(v.boolean()), undefined),
  solved: v.fallback(v.optional(v.picklist(solvedAnswers)), undefined),
  satisfaction: v.fallback(v.optional(v.picklist(grades)), undefined),
  measures: v.fallback(v.optional(v.string()), undefined),
  reason: v.fallback(v.optional(v.string()), undefined),
  note: v.fallback(v.optional(v.string()), undefined),
  text: v.fallback(v.optional(v.string()), undefined),
  with: v.fallback(v.optional(v.string()), undefined),
  from: v.fallback(v.optional(v.string()), undefined),
  to: v.fallback(v.optional(v.string()), undefined),
  dueAt: v.fallback(v.optional(v.string()), undefined),
  provisional: v.fallback(v.optional(v.boolean()), undefined),
  reference: v.fallback(v.optional(v.string()), undefined),
});

const deadlineWords = (instant: string): string => formatDeadline(instant, language());

type Line = string | false | undefined;
const said = (lines: readonly Line[]): string[] => lines.flatMap((line) => (line ? [line] : []));

/** What was decided, in one line; then what was written, a line each. */
export const eventLines = (event: Event, nameOf: (path: string) => string): string[] => {
  const data = v.parse(dataSchema, event.data);
  const { from, to } = data;
  const facts: Line[] = [
    data.source && t(`source.${data.source}`),
    data.department && t('history.department', { name: nameOf(data.department) }),
    data.times !== undefined && t('history.times', { n: data.times }),
    data.workingDays !== undefined && t('history.days', { n: data.workingDays }),
    data.outcome && t(`outcome.${data.outcome}`),
    data.inTime !== undefined && t(data.inTime ? 'ledger.in-time' : 'ledger.not-in-time'),
    data.channel && t(`channel.${data.channel}`),
    data.reached === false && t('history.unreached'),
    data.solved && t(`solved.${data.solved}`),
    data.satisfaction !== undefined && t(`grade.${data.satisfaction}`),
    data.with && t('history.with', { reference: formatReference(data.with) }),
    event.type === 'linked' && to && formatReference(to),
    data.reference && formatReference(data.reference),
    from && to && t('history.from-to', { from: deadlineWords(from), to: deadlineWords(to) }),
    data.dueAt && t('history.until', { when: deadlineWords(data.dueAt) }),
    data.provisional && t('history.provisional'),
  ];
  return [said(facts).join(' · '), ...said([data.measures, data.reason, data.note, data.text])].filter(
    (line) => line !== '',
  );
};
