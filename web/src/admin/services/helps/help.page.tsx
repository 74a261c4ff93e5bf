import { A, createAsync, revalidate, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatReference } from '../../../../../functions/platform/contract/reference.rules.ts';
import { formatDate, formatMoment, formatYuan } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { DescriptionList, type Fact } from '../../../ui/facts.tsx';
import { StatusTag } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { PersonPart } from '../person-part.tsx';
import { RecordHistory } from '../record-history.tsx';
import { readPersonHistory } from '../services.queries.ts';
import { BreakOffAction, CompleteAction } from './help.actions.tsx';
import { type HelpView, readHelp, renewHelps } from './helps.queries.ts';
import { helpsWords } from './helps.words.ts';
import '../services.css';

const { t } = helpsWords;

const day = (date: string): string => formatDate(date, language());
const tones = { open: 'info', completed: 'ok', 'broken-off': 'neutral' } as const;

interface Ended {
  readonly day: string;
  readonly at: string;
  readonly by: { readonly name: string };
  readonly note?: string | undefined;
}

const saidOf = (why: string, { day: on, at, by, note }: Ended): Fact['value'] => (
  <span class="services-said">
    {[`${day(on)} · ${why}`, note, t('at.value', { when: formatMoment(at, language()), name: by.name })]
      .filter(Boolean)
      .join('\n')}
  </span>
);

const endOf = (view: HelpView): readonly Fact[] => {
  if (view.state === 'completed') {
    const { completed } = view;
    return [{ term: t('help.completed'), value: saidOf(t(`outcome.${completed.outcome}`), completed) }];
  }
  if (view.state === 'broken-off') {
    const { brokenOff } = view;
    return [{ term: t('help.broken-off'), value: saidOf(t(`reason.${brokenOff.reason}`), brokenOff) }];
  }
  return [];
};

const factsOf = (view: HelpView, desk: Desk): readonly Fact[] => [
  { term: t('column.kind'), value: `${t(`kind.${view.kind}`)} · ${t('age', { n: view.age })}` },
  { term: t('column.institution'), value: view.institution },
  { term: t('column.place'), value: desk.placeOf(view.node) },
  { term: t('column.time'), value: t('from-until', { from: day(view.from), until: day(view.until) }) },
  { term: t('column.amount'), value: formatYuan(view.amount, language()) },
  { term: t('help.begun'), value: formatMoment(view.createdAt, language()) },
  ...endOf(view),
];

/** One help of one child; the child and the guardian masked, opened with a reason. */
export const HelpPage: Component = () => {
  const params = useParams<{ help: string }>();
  const desk = useDesk();
  const view = createAsync(() => readHelp(params.help));
  const changed = (): void => {
    void revalidate(readHelp.keyFor(params.help));
    void renewHelps();
  };
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack">
          <p class="no-print">
            <A href={desk.keepNode(`/admin/services/helps?list=${known().state}`)}>{t('back')}</A>
          </p>
          <PageHeader
            title={t('help.title', {
              kind: t(`kind.${known().kind}`),
              reference: formatReference(known().help),
            })}
          />
          <p>
            <StatusTag tone={tones[known().state]}>{t(`list.${known().state}`)}</StatusTag>
          </p>
          <Show when={known().mayKeep && known().state === 'open'}>
            <div class="row no-print">
              <CompleteAction view={known()} />
              <BreakOffAction view={known()} />
            </div>
          </Show>
          <div class="services-columns">
            <div class="stack-large">
              <DescriptionList facts={factsOf(known(), desk)} />
              <PersonPart ledger="helps" record={params.help} view={known()} changed={changed} />
            </div>
            <RecordHistory read={() => readPersonHistory('helps', params.help)} />
          </div>
        </article>
      )}
    </Show>
  );
};
