import { type Component, type JSX, Show } from 'solid-js';
import { formatDate, formatDeadline, formatMoment, formatNumber, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DeletedNotice } from '../../ui/deleted-notice.tsx';
import { DescriptionList, Timeline, type TimelineEntry } from '../../ui/facts.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import { renovationProgressWords, renovationStartWords } from '../public.words.ts';
import type { Progress } from './progress.queries.ts';
import { type ActsProps, DueActs, LeaveAct } from './progress-acts.tsx';

const { t } = renovationProgressWords;

/** Steps the applicant has to take: the deadline is theirs, not the office's. */
const waitsForYou = (state: Progress['state']): boolean => state === 'planned' || state === 'papers';

const toneOf = ({ state, overdue }: Progress): Exclude<Tone, 'neutral'> => {
  if (state === 'rejected') return 'bad';
  if (overdue || waitsForYou(state)) return 'warn';
  return state === 'accepted' || state === 'paid' || state === 'closed' ? 'ok' : 'info';
};

const dueWords = ({ state, overdue, noticeUntil }: Progress, dueAt: string): string => {
  const due = formatDeadline(dueAt, language());
  if (noticeUntil !== undefined) return t('due.notice', { due: formatDeadline(noticeUntil, language()) });
  if (waitsForYou(state)) return overdue ? t('due.you.late', { due }) : t('due.you', { due });
  return overdue ? t('due.office.late', { due }) : t('due.office', { due });
};

const Now: Component<{ progress: Progress }> = (props) => {
  const text = (): string => {
    const { state, actions } = props.progress;
    return state === 'rejected' && !actions.includes('appeal')
      ? t('state.rejected.final')
      : t(`state.${state}.text`);
  };
  return (
    <Notice tone={toneOf(props.progress)} title={t(`state.${props.progress.state}`)}>
      <p>{text()}</p>
      <Show when={props.progress.dueAt}>
        {(dueAt) => <p class="promise">{dueWords(props.progress, dueAt())}</p>}
      </Show>
      <Show when={props.progress.provisional}>
        <p>{t('due.provisional')}</p>
      </Show>
      <Show when={props.progress.visitOn}>
        {(day) => <p class="promise">{t('visit-on', { date: formatDate(day(), language()) })}</p>}
      </Show>
      <Show when={props.progress.position}>{(n) => <p class="promise">{t('position', { n: n() })}</p>}</Show>
    </Notice>
  );
};

const Section: Component<{ title: string; children: JSX.Element }> = (props) => (
  <section class="stack">
    <h2>{props.title}</h2>
    {props.children}
  </section>
);

type Plan = NonNullable<Progress['plan']>;

const PlanView: Component<{ plan: Plan }> = (props) => {
  const money = (fen: number): string => formatYuan(fen, language());
  return (
    <Section title={t('view.plan')}>
      <Table<Plan['lines'][number]>
        caption={t('view.plan')}
        captionHidden
        columns={[
          {
            key: 'item',
            header: t('view.plan.item'),
            isRowHeader: true,
            cell: ({ item }) => renovationStartWords.t(`item.${item}`),
          },
          {
            key: 'quantity',
            header: t('view.plan.quantity'),
            cell: ({ quantity, unit }) => t(`quantity.${unit}`, { n: formatNumber(quantity, language()) }),
          },
          { key: 'price', header: t('view.plan.price'), align: 'end', cell: ({ price }) => money(price) },
          { key: 'amount', header: t('view.plan.amount'), align: 'end', cell: ({ amount }) => money(amount) },
        ]}
        rows={props.plan.lines}
      />
      <p class="promise">{t('view.plan.total', { amount: money(props.plan.amount) })}</p>
    </Section>
  );
};

const Built: Component<{ progress: Progress; built: number }> = (props) => (
  <div>
    <p>{t('view.built', { amount: formatYuan(props.built, language()) })}</p>
    <Show when={props.progress.after.length > 0}>
      <p>{t('view.after', { n: props.progress.after.length })}</p>
    </Show>
    <Show when={props.progress.state === 'finished'}>
      <p>
        {props.progress.signed.length === 0
          ? t('view.signed.none')
          : t('view.signed', {
              who: props.progress.signed
                .map((side) => t(`signer.${side}`))
                .join(language() === 'en' ? ', ' : '、'),
            })}
      </p>
    </Show>
  </div>
);

const Rejection: Component<{ rejection: NonNullable<Progress['rejection']> }> = (props) => (
  <Section title={t('view.rejection')}>
    <p class="promise">
      {renovationProgressWords.find(`reason.${props.rejection.reason}`) ?? t('reason.other')}
    </p>
    <p class="answer">{props.rejection.text}</p>
  </Section>
);

const Appealed: Component<{ appeal: NonNullable<Progress['appeal']> }> = (props) => {
  const outcome = (): string => {
    if (props.appeal.granted === undefined) {
      return t('view.appeal.open', { when: formatMoment(props.appeal.at, language()) });
    }
    return props.appeal.granted ? t('view.appeal.granted') : t('view.appeal.refused');
  };
  return (
    <Section title={t('view.appeal')}>
      <p>{outcome()}</p>
      <Show when={props.appeal.text}>{(text) => <p class="answer">{text()}</p>}</Show>
    </Section>
  );
};

const entriesOf = ({ steps }: Progress): TimelineEntry[] =>
  steps.flatMap(({ step, at }) => {
    const title = renovationProgressWords.find(`step.${step}`);
    const when = formatMoment(at, language());
    return title === undefined ? [] : [{ title, when, instant: at, tone: 'ok' as const }];
  });

/** An application as whoever applied may see it: in words and times, without names, and what they can do. */
export const ProgressView: Component<ActsProps> = (props) => {
  const village = (): string => {
    const { village: name } = props.progress;
    return (language() === 'en' ? name?.en : name?.zh) ?? '—';
  };
  return (
    <div class="stack-large">
      <DeletedNotice at={props.progress.anonymisedAt} />
      <Now progress={props.progress} />
      <Show when={props.progress.rejection}>{(rejection) => <Rejection rejection={rejection()} />}</Show>
      <Show when={props.progress.appeal}>{(appeal) => <Appealed appeal={appeal()} />}</Show>
      <Show when={props.progress.plan}>{(plan) => <PlanView plan={plan()} />}</Show>
      <Show when={props.progress.built}>
        {(built) => <Built progress={props.progress} built={built()} />}
      </Show>
      <DueActs {...props} />
      <Section title={t('view.steps')}>
        <Timeline entries={entriesOf(props.progress)} />
      </Section>
      <Section title={t('view.about')}>
        <DescriptionList
          facts={[
            { term: t('view.village'), value: village() },
            {
              term: t('view.wants'),
              value: props.progress.wants.map((item) => renovationStartWords.t(`item.${item}`)).join('\n'),
            },
            { term: t('view.applied'), value: formatMoment(props.progress.appliedAt, language()) },
          ]}
        />
      </Section>
      <LeaveAct {...props} />
    </div>
  );
};
