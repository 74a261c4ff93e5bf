import { A, useParams } from '@solidjs/router';
import { type Component, createResource, Match, Show, Switch } from 'solid-js';
import { Alert } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState, LoadingState } from '../../ui/state.tsx';
import { fieldWords } from '../field.words.ts';
import { officer } from '../officer/officer.ts';
import type { FormWords } from '../phone/kept.ts';
import { round } from '../round/round.ts';
import { stateOf, stopId } from '../round/stops.ts';
import { AnswersStep } from './answers.step.tsx';
import { CheckStep } from './check.step.tsx';
import { type Draft, openDraft } from './draft.ts';
import { OutcomeStep } from './outcome.step.tsx';

const { t } = fieldWords;

const wordsOf = (stop: string): FormWords | undefined => {
  const kept = round()?.round;
  const found = [...(kept?.rows ?? []), ...(kept?.later ?? [])].find((each) => stopId(each) === stop);
  if (found === undefined) return undefined;
  const { address, head, hasPhone } = found;
  return { stop, address, head, hasPhone, seen: stateOf(found) };
};

/** One household: what came of it, then what that needs to be asked, then a look over it before it is saved. */
export const VisitPage: Component = () => {
  const params = useParams<{ campaign: string; household: string; step?: string }>();
  const asked = () => {
    const staffId = officer()?.staffId;
    return staffId === undefined ? undefined : { staffId, stop: stopId(params) };
  };
  const [draft] = createResource(asked, ({ staffId, stop }) => openDraft(staffId, stop, wordsOf(stop)));
  return (
    <Show when={!draft.loading} fallback={<LoadingState />}>
      <Show
        when={draft()}
        fallback={
          <>
            <PageHeader title={t('visit.unknown')} />
            <EmptyState title={t('visit.unknown.title')}>
              <p>
                <A href="/field">{t('visit.to-round')}</A>
              </p>
            </EmptyState>
          </>
        }
      >
        {(open) => <Form draft={open()} step={params.step} />}
      </Show>
    </Show>
  );
};

const Form: Component<{ draft: Draft; step: string | undefined }> = (props) => {
  const step = () => (props.draft.answers().outcome === '' ? undefined : props.step);
  return (
    <div class="visit">
      <Show when={props.draft.isAtRisk()}>
        <Alert>{t('visit.at-risk')}</Alert>
      </Show>
      <p class="visit-where">
        <strong>{props.draft.current().address}</strong>
        <span class="soft">{props.draft.current().head}</span>
      </p>
      <Switch fallback={<OutcomeStep draft={props.draft} />}>
        <Match when={step() === 'answers'}>
          <AnswersStep draft={props.draft} />
        </Match>
        <Match when={step() === 'check'}>
          <CheckStep draft={props.draft} />
        </Match>
      </Switch>
    </div>
  );
};
