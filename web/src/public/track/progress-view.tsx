import { type Component, For, type JSX, Show } from 'solid-js';
import { formatDate, formatDeadline, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DeletedNotice } from '../../ui/deleted-notice.tsx';
import { DescriptionList, type Fact, Timeline, type TimelineEntry } from '../../ui/facts.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { trackWords } from '../public.words.ts';
import type { Progress } from '../queries.ts';

const { t } = trackWords;

const stepWords = {
  raised: 'step.raised',
  transferred: 'step.transferred',
  claimed: 'step.claimed',
  resolved: 'step.resolved',
  answered: 'step.answered',
  closed: 'step.closed',
} as const;
type KnownStep = keyof typeof stepWords;
const isKnownStep = (step: string): step is KnownStep => Object.hasOwn(stepWords, step);

const resolvedAt = (progress: Progress): string | undefined =>
  progress.steps.find(({ step }) => step === 'resolved')?.at;

/** Whether a promise is still to be kept; an ended one is reported as kept or missed. */
const Promised: Component<{ progress: Progress; dueAt: string }> = (props) => {
  const due = (): string => formatDeadline(props.dueAt, language());
  const ended = (): string | undefined => resolvedAt(props.progress);
  const words = (end: string): string =>
    Date.parse(end) < Date.parse(props.dueAt) ? t('due.kept') : t('due.missed', { due: due() });
  return (
    <Show
      when={ended()}
      fallback={
        <Show
          when={props.progress.overdue}
          fallback={<p class="promise">{t('due.promise', { due: due() })}</p>}
        >
          <p>{t('due.overdue.text', { due: due() })}</p>
        </Show>
      }
    >
      {(end) => <p>{words(end())}</p>}
    </Show>
  );
};

const toneOf = (progress: Progress): Exclude<Tone, 'neutral'> => {
  if (progress.overdue) return 'warn';
  return progress.state === 'answered' || progress.state === 'closed' ? 'ok' : 'info';
};

const Now: Component<{ progress: Progress }> = (props) => {
  const isRunning = (): boolean => resolvedAt(props.progress) === undefined;
  const title = (): string => {
    const state = t(`state.${props.progress.state}`);
    return props.progress.overdue ? `${state} · ${t('due.overdue')}` : state;
  };
  return (
    <Notice tone={toneOf(props.progress)} title={title()}>
      <p>{t(`state.${props.progress.state}.text`)}</p>
      <Show when={props.progress.dueAt} fallback={<p>{t('due.none')}</p>}>
        {(dueAt) => <Promised progress={props.progress} dueAt={dueAt()} />}
      </Show>
      <Show when={isRunning() && props.progress.provisional}>
        <p>{t('due.provisional')}</p>
      </Show>
      <Show when={props.progress.extendedBecause}>
        {(reason) => <p>{t('due.extended', { reason: reason() })}</p>}
      </Show>
    </Notice>
  );
};

const Section: Component<{ title: string; children: JSX.Element }> = (props) => (
  <section class="stack">
    <h2>{props.title}</h2>
    {props.children}
  </section>
);

const entryOf = ({ step, at }: Progress['steps'][number]): TimelineEntry[] =>
  isKnownStep(step)
    ? [{ title: t(stepWords[step]), when: formatMoment(at, language()), instant: at, tone: 'ok' }]
    : [];

/** An issue as the resident who raised it may see it: in words and times, without names. */
export const ProgressView: Component<{ progress: Progress }> = (props) => {
  const named = (name: Progress['village']): string | undefined =>
    language() === 'en' ? name?.en : name?.zh;
  const facts = (): Fact[] => {
    const department = named(props.progress.department);
    const place = [named(props.progress.village), props.progress.place].filter(Boolean).join(' · ');
    return [
      ...(department === undefined ? [] : [{ term: t('progress.department'), value: department }]),
      { term: t('progress.what'), value: props.progress.what },
      { term: t('progress.place'), value: place },
    ];
  };
  const plan = () => props.progress.plan ?? [];
  return (
    <div class="stack-large">
      <DeletedNotice at={props.progress.anonymisedAt} />
      <Now progress={props.progress} />
      <Show when={props.progress.answer}>
        {(answer) => (
          <Section title={t('progress.answer')}>
            <p class="answer">{answer()}</p>
          </Section>
        )}
      </Show>
      <Show when={props.progress.outcome}>
        {(outcome) => (
          <Section title={t('progress.outcome')}>
            <p>{t(`outcome.${outcome()}`)}</p>
            <Show when={plan().length > 0}>
              <h3>{t('progress.plan')}</h3>
              <ul class="plan">
                <For each={plan()}>
                  {(milestone) => (
                    <li>
                      <time datetime={milestone.by}>
                        {t('progress.plan.by', { date: formatDate(milestone.by, language()) })}
                      </time>
                      <span>{milestone.what}</span>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </Section>
        )}
      </Show>
      <Section title={t('progress.steps')}>
        <Timeline entries={props.progress.steps.flatMap(entryOf)} />
      </Section>
      <Section title={t('progress.issue')}>
        <DescriptionList facts={facts()} />
      </Section>
    </div>
  );
};
