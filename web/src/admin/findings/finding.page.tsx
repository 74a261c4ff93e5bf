import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { findingsContract } from '../../../../functions/findings/findings.contract.ts';
import { limits } from '../../../../functions/findings/findings.words.ts';
import { formatDate, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DescriptionList, type Fact, Timeline, type TimelineEntry } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { DateField, TextArea } from '../../ui/text-field.tsx';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { useDesk } from '../shell/desk.ts';
import { aboutWords, recordHref, SeverityTag } from './finding-marks.tsx';
import { type FindingView, readFinding, readFindingHistory, renewFinding } from './findings.queries.ts';
import { findingsWords } from './findings.words.ts';
import './findings.css';

const { t, find } = findingsWords;

const moment = (at: string): string => formatMoment(at, language());

/** One finding: what is broken, who answers, how far it has gone, and everything that happened to it. */
export const FindingPage: Component = () => {
  const params = useParams<{ finding: string }>();
  const desk = useDesk();
  const view = createAsync(() => readFinding(params.finding));
  const facts = (known: FindingView): Fact[] => [
    { term: t('column.place'), value: desk.placeOf(known.node) },
    {
      term: t('column.answers'),
      value: `${desk.placeOf(known.answers.node)} · ${known.answers.officer?.name ?? t('column.unowned')}`,
    },
    { term: t('column.since'), value: moment(known.since) },
    { term: t('finding.found'), value: moment(known.foundAt) },
    ...(known.times > 1
      ? [{ term: t('finding.times'), value: t('finding.times.n', { n: known.times }) }]
      : []),
    {
      term: t('finding.level'),
      value: [
        t(`level.${known.level}`),
        ...(known.state === 'open' && known.escalatesAt !== undefined
          ? [t('finding.escalates', { when: moment(known.escalatesAt) })]
          : []),
      ].join(' · '),
    },
    ...(known.exception === undefined
      ? []
      : [
          {
            term: t('finding.exception'),
            value: t('finding.exception.text', {
              until: formatDate(known.exception.until, language()),
              name: known.exception.by.name,
              reason: known.exception.reason,
            }),
          },
        ]),
    ...(known.clearedAt === undefined
      ? []
      : [{ term: t('finding.cleared'), value: moment(known.clearedAt) }]),
  ];
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack">
          <p class="no-print">
            <A href={desk.keepNode('/admin/findings')}>{t('finding.back')}</A>
          </p>
          <PageHeader title={aboutWords(known())} lead={t(`check.${known().check}`)} />
          <p>
            <SeverityTag row={known()} />
          </p>
          <div class="row no-print">
            <Show when={recordHref(known())}>
              {(href) => (
                <A href={/[?&]node=/.test(href()) ? href() : desk.keepNode(href())}>{t('finding.open')}</A>
              )}
            </Show>
            <Show when={known().actions.includes('exception')}>
              <ExceptionAction view={known()} />
            </Show>
          </div>
          <DescriptionList facts={facts(known())} />
          <section class="stack" aria-labelledby="history">
            <h2 id="history">{t('history.title')}</h2>
            <History finding={known().finding} />
          </section>
        </article>
      )}
    </Show>
  );
};

const ExceptionAction: Component<{ view: FindingView }> = (props) => {
  const [reason, setReason] = createSignal('');
  const [until, setUntil] = createSignal('');
  return (
    <CommandDialog
      row={findingsContract.routes.exception}
      params={{ finding: props.view.finding }}
      view={props.view}
      label={t('exception')}
      intro={t('exception.intro')}
      fields={{ reason: t('exception.reason'), until: t('exception.until') }}
      fieldOf={{ 'finding.exception_days': 'until' }}
      body={() => ({ reason: reason(), until: until() })}
      reset={() => {
        setReason('');
        setUntil('');
      }}
      done={t('exception.done')}
      show={() => void renewFinding()}
    >
      {(errorOf) => (
        <>
          <TextArea
            name="reason"
            label={t('exception.reason')}
            limit={limits.reason}
            value={reason()}
            onInput={setReason}
            error={errorOf('reason')}
          />
          <DateField
            name="until"
            label={t('exception.until')}
            hint={t('exception.until.hint')}
            value={until()}
            onInput={setUntil}
            error={errorOf('until')}
          />
        </>
      )}
    </CommandDialog>
  );
};

const History: Component<{ finding: string }> = (props) => {
  const history = createAsync(() => readFindingHistory(props.finding));
  return (
    <Show when={history()}>
      {(known) => (
        <>
          <Show
            when={known().whole}
            fallback={<Notice tone="bad">{t('history.broken', { n: known().brokenAt ?? 1 })}</Notice>}
          >
            <p class="soft">{t('history.whole', { n: known().events.length })}</p>
          </Show>
          <Timeline
            entries={[...known().events].reverse().map(
              (event): TimelineEntry => ({
                title: find(`event.${event.type}`) ?? event.type,
                when: moment(event.at),
                instant: event.at,
                // Whatever did it by the clock has a name of its own, which means nothing to people.
                who: /^[a-z-]+$/.test(event.by) ? t('history.system') : event.by,
              }),
            )}
          />
        </>
      )}
    </Show>
  );
};
