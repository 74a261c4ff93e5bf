import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { areaReaders } from '../../../../functions/renovation/renovation.roles.ts';
import { formatDeadline } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DeletedNotice } from '../../ui/deleted-notice.tsx';
import { Clock } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { LoadingState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useDesk } from '../shell/desk.ts';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import { RenovationActions } from './actions/renovation-actions.tsx';
import { moment } from './case-parts.tsx';
import { PersonParts } from './person-facts.tsx';
import { PlanningParts } from './planning-facts.tsx';
import { type RenovationView, readRenovation } from './renovation.queries.ts';
import { renovationCaseWords, renovationWords } from './renovation.words.ts';
import { RenovationHistory } from './renovation-history.tsx';
import { StateTag } from './renovation-marks.tsx';
import { WorksParts } from './works-facts.tsx';
import './renovation.css';

const { t, find } = renovationCaseWords;

/** One application: where it stands, what can be done with it now, and all that is known of it. */
export const RenovationPage: Component = () => {
  const params = useParams<{ reference: string }>();
  const desk = useDesk();
  const view = createAsync(() => readRenovation(params.reference));
  const back = (): string => (desk.holds(...areaReaders) ? '/admin/renovations' : '/admin/renovation-jobs');
  return (
    <Show when={view()}>
      {(known) => (
        <article class="renovation">
          <p class="no-print">
            <A href={desk.keepNode(back())}>{t('case.back')}</A>
          </p>
          <PageHeader
            title={t('case.title', { reference: formatReference(known().reference) })}
            actions={<Button onPress={() => window.print()}>{t('case.print')}</Button>}
          />
          <DeletedNotice at={known().anonymisedAt} />
          <Standing view={known()} />
          <RenovationActions view={known()} />
          <div class="renovation-columns">
            <div class="stack-large">
              <WorksParts view={known()} />
              <PlanningParts view={known()} />
              <PersonParts view={known()} />
            </div>
            <div class="stack-large">
              <Decisions view={known()} />
              <section class="stack" aria-labelledby="history">
                <h2 id="history">{t('part.history')}</h2>
                <SlotBoundary fallback={<LoadingState />}>
                  <RenovationHistory reference={known().reference} />
                </SlotBoundary>
              </section>
            </div>
          </div>
        </article>
      )}
    </Show>
  );
};

const Standing: Component<{ view: RenovationView }> = (props) => {
  const desk = useDesk();
  return (
    <div class="stack">
      <p class="renovation-standing">
        <StateTag state={props.view.state} />
        <Show when={props.view.clock}>
          {(clock) => (
            <>
              <Clock
                state={
                  clock().overdueAt !== undefined || Date.parse(clock().dueAt) <= Date.now()
                    ? 'late'
                    : 'running'
                }
                due={formatDeadline(clock().dueAt, language())}
                instant={clock().dueAt}
                provisional={clock().provisional}
              />
              <span class="soft">{t('clock.days', { n: clock().workingDays })}</span>
            </>
          )}
        </Show>
      </p>
      <p>{t('case.waits', { who: t(`waits.${props.view.state}`) })}</p>
      <Show when={props.view.workingDaysLeft}>{(n) => <p>{t('clock.stopped', { n: n() })}</p>}</Show>
      <Show when={props.view.queue}>
        {(queue) => (
          <p>
            <Show when={props.view.position}>
              {(n) => <strong>{t('queue.place', { town: desk.nameOf(queue().town), n: n() })} </strong>}
            </Show>
            {t('queue.since', {
              year: queue().year,
              because: renovationWords.t(`because.${queue().because}`),
              when: moment(queue().since),
            })}
          </p>
        )}
      </Show>
    </div>
  );
};

type Decision = RenovationView['decisions'][number];

const decisionColumns = (): readonly Column<Decision>[] => [
  {
    key: 'what',
    header: t('column.what'),
    isRowHeader: true,
    cell: ({ what }) => find(`decision.${what}`) ?? what,
  },
  { key: 'who', header: t('column.who'), nowrap: true, cell: ({ by }) => by.name },
  { key: 'when', header: t('column.when'), cell: ({ at }) => moment(at) },
];

/** Who did which step: the next must be done by somebody else where it says so. */
const Decisions: Component<{ view: RenovationView }> = (props) => (
  <Show when={props.view.decisions.length > 0}>
    <section class="stack" aria-labelledby="decisions">
      <h2 id="decisions">{t('part.decisions')}</h2>
      <Table
        caption={t('decisions.caption')}
        captionHidden
        columns={decisionColumns()}
        rows={props.view.decisions}
      />
    </section>
  </Show>
);
