import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { formatDeadline } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Clock } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { LoadingState } from '../../ui/state.tsx';
import { type CaseView, readCase } from '../queries.ts';
import { useDesk } from '../shell/desk.ts';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import { CaseActions } from './actions/case-actions.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseHistory } from './case-history.tsx';
import { issuesWords } from './issues.words.ts';
import { StateTag } from './ledger-columns.tsx';
import { ledgerPlace } from './ledger-place.ts';
import { createNow, remainingWords, runningState } from './remaining.ts';
import './case.css';
import { DeletedNotice } from '../../ui/deleted-notice.tsx';

const { t } = issuesWords;

export const CasePage: Component = () => {
  const params = useParams<{ reference: string }>();
  const desk = useDesk();
  const view = createAsync(() => readCase(params.reference));
  return (
    <Show when={view()}>
      {(known) => (
        <article class="case">
          <p class="no-print">
            <A href={ledgerPlace.last() ?? desk.keepNode('/admin/issues')}>{t('case.back')}</A>
          </p>
          <PageHeader
            title={t('case.title', { reference: formatReference(known().reference) })}
            actions={<Button onPress={() => window.print()}>{t('case.print')}</Button>}
          />
          <DeletedNotice at={known().anonymisedAt} />
          <p class="case-standing">
            <StateTag state={known().state} />
            <CaseClock view={known()} />
          </p>
          <CaseActions view={known()} />
          <div class="case-columns">
            <div>
              <CaseFacts view={known()} />
            </div>
            <section class="case-part">
              <h2>{t('history.title')}</h2>
              <SlotBoundary fallback={<LoadingState />}>
                <CaseHistory reference={known().reference} />
              </SlotBoundary>
            </section>
          </div>
        </article>
      )}
    </Show>
  );
};

/** The one deadline there is: the ledger, the resident and the checks read the same. */
const CaseClock: Component<{ view: CaseView }> = (props) => {
  const now = createNow();
  return (
    <Show when={props.view.clock} fallback={<span class="soft">{t('case.clock.none')}</span>}>
      {(clock) => (
        <Clock
          state={
            clock().stoppedAt === undefined ? runningState(clock().dueAt, clock().reached, now()) : 'stopped'
          }
          remaining={clock().stoppedAt === undefined ? remainingWords(clock().dueAt, now()) : undefined}
          due={formatDeadline(clock().dueAt, language())}
          instant={clock().dueAt}
          provisional={clock().provisional && clock().stoppedAt === undefined}
        />
      )}
    </Show>
  );
};
