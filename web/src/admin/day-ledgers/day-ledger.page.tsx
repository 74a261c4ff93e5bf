import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { dayFigures } from '../../../../functions/visits/day-ledgers.words.ts';
import { formatDate, formatDeadline, formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { adminWords } from '../admin.words.ts';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { Amendments } from './amendments.tsx';
import { type DayLedgerView, readDayLedger } from './day-ledgers.queries.ts';
import { dayLedgersWords } from './day-ledgers.words.ts';
import { HandInForm } from './hand-in.form.tsx';
import { LedgerTag, NoonClock } from './ledger-marks.tsx';
import { visitColumns } from './visit-columns.tsx';
import './day-ledgers.css';

const { t } = dayLedgersWords;

/** A village's day: its visits and issues, handed in before 12:00 noon of the next. */
export const DayLedgerPage: Component = () => {
  const params = useParams<{ village: string; day: string }>();
  const desk = useDesk();
  const view = createAsync(() => readDayLedger(params.village, params.day));
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack day-ledger">
          <p class="no-print">
            <A href={desk.keepNode(`/admin/day-ledgers?day=${known().day}`)}>{t('day.back')}</A>
          </p>
          <PageHeader
            title={t('day.title', {
              village: desk.nameOf(known().village),
              day: formatDate(known().day, language()),
            })}
            lead={desk.nameOf(known().village.slice(0, known().village.lastIndexOf('/')))}
            actions={<Button onPress={() => window.print()}>{t('day.print')}</Button>}
          />
          <p class="row">
            <LedgerTag standing={known()} />
            <Show when={known().state !== 'handed-in' && known().expected}>
              <NoonClock dueAt={known().dueAt} />
            </Show>
          </p>
          <Standing view={known()} />
          <Figures view={known()} />
          <Visits view={known()} />
          <Show when={known().mayHandIn}>
            <HandInForm view={known()} />
          </Show>
          <Show when={known().handedIn}>
            <Amendments view={known()} />
          </Show>
          <p class="soft">{adminWords.t('list.as-of', { when: formatMoment(known().asOf, language()) })}</p>
        </article>
      )}
    </Show>
  );
};

const Standing: Component<{ view: DayLedgerView }> = (props) => {
  const due = (): string => formatDeadline(props.view.dueAt, language());
  const facts = (): readonly Fact[] => {
    const { handedIn, late } = props.view;
    if (handedIn === undefined) return [];
    return [
      { term: t('handed-in.by'), value: handedIn.by.name },
      { term: t('handed-in.at'), value: formatMoment(handedIn.at, language()) },
      {
        term: t('handed-in.timely'),
        value: late ? t('handed-in.late', { due: due() }) : t('handed-in.in-time'),
      },
      ...(handedIn.nothingToReport ? [{ term: t('figure.visits'), value: t('handed-in.nothing') }] : []),
      ...(handedIn.note === undefined
        ? []
        : [{ term: t('handed-in.note'), value: <span class="ledger-text">{handedIn.note}</span> }]),
    ];
  };
  return (
    <>
      <Show when={props.view.state === 'missing'}>
        <Notice tone="bad" title={t('missing.title')}>
          <p>{t('missing.text', { due: due() })}</p>
          <p>{t('missing.lead')}</p>
        </Notice>
      </Show>
      <Show when={props.view.state === 'open' && props.view.day > today()}>
        <Notice>{t('hand-in.not-begun')}</Notice>
      </Show>
      <Show when={props.view.state === 'open' && !props.view.expected && props.view.day <= today()}>
        <Notice>{t('not-expected')}</Notice>
      </Show>
      <Show when={props.view.handedIn}>
        <DescriptionList facts={facts()} />
      </Show>
    </>
  );
};

const Figures: Component<{ view: DayLedgerView }> = (props) => {
  const later = (): number => props.view.cameLater.length;
  return (
    <section class="stack keep-together" aria-labelledby="day-figures">
      <h2 id="day-figures">{t('day.figures')}</h2>
      <dl class="ledger-figures">
        <For each={dayFigures}>
          {(figure) => (
            <div>
              <dt>{t(`figure.${figure}`)}</dt>
              <dd>
                {formatNumber(props.view.counts[figure], language())}
                <Show
                  when={
                    props.view.handedIn && props.view.handedIn.counts[figure] !== props.view.counts[figure]
                  }
                >
                  <span class="ledger-sub">
                    {t('day.as-handed-in')}{' '}
                    {formatNumber(props.view.handedIn?.counts[figure] ?? 0, language())}
                  </span>
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={later() > 0}>
        <Notice tone="warn">{t('day.changed', { n: later() })}</Notice>
      </Show>
    </section>
  );
};

const Visits: Component<{ view: DayLedgerView }> = (props) => {
  const desk = useDesk();
  const columns = visitColumns({ desk, cameLater: (visit) => props.view.cameLater.includes(visit) });
  return (
    <section class="stack" aria-labelledby="day-visits">
      <h2 id="day-visits">{t('day.visits')}</h2>
      <Show when={props.view.visits.length > 0} fallback={<EmptyState title={t('day.visits.none')} />}>
        <Table
          caption={t('day.visits.caption', {
            village: desk.nameOf(props.view.village),
            day: formatDate(props.view.day, language()),
          })}
          captionHidden
          columns={columns}
          rows={props.view.visits}
        />
      </Show>
    </section>
  );
};
