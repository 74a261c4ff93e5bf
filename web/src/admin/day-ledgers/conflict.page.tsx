import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, type JSX, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { visitsContract } from '../../../../functions/visits/visits.contract.ts';
import { limits, type settlementDecisions } from '../../../../functions/visits/visits.words.ts';
import { ApiProblem } from '../../api/client.ts';
import { formatDate, formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { CommandDialog } from '../campaigns/actions/command-dialog.tsx';
import { campaignsWords } from '../campaigns/campaigns.words.ts';
import { useDesk } from '../shell/desk.ts';
import { readVisit, showChangedVisit, type VisitView } from './day-ledgers.queries.ts';
import { dayLedgersWords } from './day-ledgers.words.ts';
import { IssueLinks } from './visit-columns.tsx';
import './day-ledgers.css';

const { t } = dayLedgersWords;
const moment = (instant: string): string => formatMoment(instant, language());

/** The other version; undefined for whoever may not see it. */
const readOther = async (visit: string): Promise<VisitView | undefined> => {
  try {
    return await readVisit(visit);
  } catch (thrown) {
    if (thrown instanceof ApiProblem && (thrown.status === 403 || thrown.status === 404)) return undefined;
    throw thrown;
  }
};

/** Both versions of what happened at one door, beside each other, and which of them counts. */
export const ConflictPage: Component = () => {
  const params = useParams<{ visit: string }>();
  const desk = useDesk();
  const view = createAsync(() => readVisit(params.visit));
  const other = createAsync(async () => {
    const visit = view()?.conflict?.other?.visit;
    return visit === undefined ? undefined : readOther(visit);
  });
  return (
    <Show when={view()}>
      {(known) => (
        <div class="stack">
          <p class="no-print">
            <A href={desk.keepNode('/admin/visit-conflicts')}>{t('visit.back')}</A>
          </p>
          <PageHeader
            title={t('visit.title', { address: known().address })}
            lead={desk.placeOf(known().village)}
            actions={
              <LinkButton href={desk.keepNode(`/admin/households/${known().household}`)}>
                {t('visit.register')}
              </LinkButton>
            }
          />
          <Conflict view={known()} />
          <Show when={known().maySettle}>
            <section class="row no-print" aria-label={t('visit.actions')}>
              <SettleAction view={known()} decision="keep" />
              <SettleAction view={known()} decision="void" />
            </section>
          </Show>
          <Show when={!known().maySettle && known().conflict !== undefined && known().settled === undefined}>
            <p class="soft">{t('visit.not-yours')}</p>
          </Show>
          <Versions view={known()} other={other()} />
        </div>
      )}
    </Show>
  );
};

const Conflict: Component<{ view: VisitView }> = (props) => (
  <>
    <Show when={props.view.conflict}>
      {(conflict) => (
        <Notice
          tone={props.view.settled === undefined ? 'warn' : 'info'}
          title={t(`conflict.${conflict().kind}`)}
        >
          <Show when={conflict().assignee}>
            {(assignee) => <p>{t('visit.assignee', { name: assignee().name })}</p>}
          </Show>
        </Notice>
      )}
    </Show>
    <Show when={props.view.settled}>
      {(settled) => (
        <Notice tone="ok" title={t('visit.settled', { decision: t(`decision.${settled().decision}`) })}>
          <p>
            {t('visit.settled.by', {
              name: settled().by.name,
              when: moment(settled().at),
              reason: settled().reason,
            })}
          </p>
        </Notice>
      )}
    </Show>
  </>
);

interface Line {
  readonly term: string;
  readonly of: (visit: VisitView) => JSX.Element;
}

const text = (value: string | undefined): JSX.Element => (
  <span class="ledger-text">{value === undefined || value === '' ? t('visit.none') : value}</span>
);

const metWords = (visit: VisitView): string =>
  visit.met
    .map(({ relation, name }) =>
      name === undefined ? t(`relation.${relation}`) : `${name}（${t(`relation.${relation}`)}）`,
    )
    .join('、');

const lines = (): readonly Line[] => [
  { term: t('visit.by'), of: (visit) => visit.by.name },
  { term: t('visit.at'), of: (visit) => moment(visit.at) },
  { term: t('visit.recorded'), of: (visit) => moment(visit.recordedAt) },
  { term: t('visit.outcome'), of: (visit) => campaignsWords.t(`outcome.${visit.outcome}`) },
  { term: t('visit.met'), of: (visit) => text(metWords(visit)) },
  { term: t('visit.off-peak'), of: (visit) => (visit.offPeak ? t('visit.yes') : t('visit.no')) },
  {
    term: t('visit.satisfaction'),
    of: (visit) => text(visit.satisfaction === undefined ? undefined : `${visit.satisfaction}/5`),
  },
  { term: t('visit.views'), of: (visit) => text(visit.views) },
  { term: t('visit.materials'), of: (visit) => text(visit.materials.join('、')) },
  {
    term: t('visit.issues'),
    of: (visit) => (visit.issues.length > 0 ? <IssueLinks references={visit.issues} /> : text(undefined)),
  },
  {
    term: t('visit.appointment'),
    of: (visit) =>
      text(
        visit.appointment &&
          `${formatDate(visit.appointment.day, language())} ${campaignsWords.t(`slot.${visit.appointment.slot}`)}`,
      ),
  },
  { term: t('visit.photos'), of: (visit) => t('visit.photos.count', { n: visit.photos.length }) },
  { term: t('visit.note'), of: (visit) => text(visit.note) },
];

const Versions: Component<{ view: VisitView; other: VisitView | undefined }> = (props) => {
  const columns = (): readonly Column<Line>[] => {
    const { other } = props;
    return [
      { key: 'field', header: t('visit.field'), isRowHeader: true, cell: ({ term }) => term },
      { key: 'this', header: t('visit.this'), cell: ({ of }) => of(props.view) },
      ...(other === undefined
        ? []
        : [{ key: 'other', header: t('visit.other'), cell: ({ of }: Line) => of(other) }]),
    ];
  };
  return (
    <div class="stack">
      <h2>{t('visit.compare')}</h2>
      <Show when={props.view.conflict?.other !== undefined && props.other === undefined}>
        <p class="soft">{t('visit.other-gone')}</p>
      </Show>
      <Table caption={t('visit.compare')} captionHidden columns={columns()} rows={lines()} />
    </div>
  );
};

const SettleAction: Component<{
  view: VisitView;
  decision: (typeof settlementDecisions)[number];
}> = (props) => {
  const [draft, setDraft] = createStore({ reason: '' });
  return (
    <CommandDialog
      row={visitsContract.routes.settlement}
      params={{ visit: props.view.visit }}
      view={props.view}
      label={t(`settle.${props.decision}`)}
      done={t('settle.done')}
      kind={props.decision === 'keep' ? 'main' : 'second'}
      danger={props.decision === 'void'}
      intro={t(`settle.${props.decision}.intro`)}
      fields={{ reason: t('settle.reason') }}
      body={() => ({ decision: props.decision, reason: draft.reason })}
      reset={() => setDraft('reason', '')}
      show={showChangedVisit}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={t('settle.reason')}
          limit={limits.reason}
          value={draft.reason}
          onInput={(value) => setDraft('reason', value)}
          error={errorOf('reason')}
        />
      )}
    </CommandDialog>
  );
};
