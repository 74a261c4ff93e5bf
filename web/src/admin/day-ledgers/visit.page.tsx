import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { deskRoles } from '../../../../functions/visits/visits.actions.ts';
import { visitsContract } from '../../../../functions/visits/visits.contract.ts';
import { limits, type settlementDecisions } from '../../../../functions/visits/visits.words.ts';
import { ApiProblem } from '../../api/client.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { codeOf } from '../campaigns/place.ts';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { useDesk } from '../shell/desk.ts';
import { readVisit, showChangedVisit, type VisitView } from './day-ledgers.queries.ts';
import { dayLedgersWords } from './day-ledgers.words.ts';
import { Versions, VisitFacts } from './visit-facts.tsx';
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

/** One visit whole; where it contradicts another one, both versions beside each other, and which of them counts. */
export const VisitPage: Component = () => {
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
          <Back view={known()} />
          <PageHeader
            title={
              known().conflict === undefined
                ? t('visit.title', { address: known().address })
                : t('visit.title.conflict', { address: known().address })
            }
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
          <Show when={known().conflict} fallback={<VisitFacts view={known()} />}>
            <Versions view={known()} other={other()} />
          </Show>
        </div>
      )}
    </Show>
  );
};

/** To where whoever answers for the day comes from; a visitor has neither of these pages. */
const Back: Component<{ view: VisitView }> = (props) => {
  const desk = useDesk();
  return (
    <Show when={desk.holds(...deskRoles)}>
      <p class="row no-print">
        <A href={desk.keepNode(`/admin/day-ledgers/${codeOf(props.view.village)}/${props.view.day}`)}>
          {t('visit.day')}
        </A>
        <Show when={props.view.conflict}>
          <A href={desk.keepNode('/admin/visit-conflicts')}>{t('visit.back')}</A>
        </Show>
      </p>
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
