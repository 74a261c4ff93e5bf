import { A, useParams, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, Match, Show, Switch } from 'solid-js';
import { LinkButton } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { fieldWords } from '../field.words.ts';
import type { KeptEntry } from '../phone/kept.ts';
import { today } from '../round/clock.ts';
import { round } from '../round/round.ts';
import { stopId, stopsOf } from '../round/stops.ts';
import { formPath } from '../visit/draft.ts';
import { factsOf } from '../visit/facts-of.ts';
import { EntryActions } from './entry-actions.tsx';
import { entries, sent } from './outbox.ts';
import { RefusalWords } from './refusal-words.tsx';
import { isSending } from './sending.ts';
import { SentWords } from './sent-words.tsx';

const { t } = fieldWords;

/** One visit after it was saved: on the phone, on its way, with the service, or refused. */
export const EntryPage: Component = () => {
  const params = useParams<{ entryId: string }>();
  const [search] = useSearchParams();
  const kept = createMemo(() => entries().find(({ entryId }) => entryId === params.entryId));
  const gone = createMemo(() => sent().find(({ entryId }) => entryId === params.entryId));
  return (
    <Switch
      fallback={
        <>
          <PageHeader title={t('entry.none')} />
          <EmptyState title={t('entry.none.title')} />
        </>
      }
    >
      <Match when={kept()}>
        {(entry) => <KeptWords entry={entry()} isJustSaved={search['saved'] === '1'} />}
      </Match>
      <Match when={gone()}>
        {(entry) => (
          <div class="stack-large">
            <PageHeader title={entry().address} lead={t(`outcome.${entry().outcome}`)} />
            <SentWords entry={entry()} />
            <Next />
          </div>
        )}
      </Match>
    </Switch>
  );
};

const KeptWords: Component<{ entry: KeptEntry; isJustSaved: boolean }> = (props) => (
  <div class="stack-large">
    <PageHeader title={props.entry.address} lead={t(`outcome.${props.entry.visit.outcome}`)} />
    <div role="status">
      <Show
        when={props.entry.refusal}
        fallback={
          <Notice tone={props.isJustSaved ? 'ok' : 'warn'} title={t('entry.saved')}>
            <p>{isSending() ? t('entry.sending') : t('entry.saved.text')}</p>
          </Notice>
        }
      >
        {(refusal) => <RefusalWords refusal={refusal()} />}
      </Show>
    </div>
    <Show when={props.isJustSaved && props.entry.refusal === undefined}>
      <Next />
    </Show>
    <DescriptionList facts={factsOf(props.entry.answers, 0)} />
    <EntryActions entry={props.entry} />
  </div>
);

/** The next door, one press away. */
const Next: Component = () => {
  const next = createMemo(() => {
    const kept = round();
    if (kept === undefined) return undefined;
    const stops = stopsOf(kept.round, kept.done, [...entries(), ...sent()], today());
    return stops.overdue[0] ?? stops.today[0];
  });
  return (
    <div class="field-actions">
      <Show when={next()}>
        {(stop) => (
          <LinkButton kind="main" href={formPath(stopId(stop()))}>
            {t('entry.next', { address: stop().address })}
          </LinkButton>
        )}
      </Show>
      <A class="touch-link" href="/field">
        {t('visit.to-round')}
      </A>
    </div>
  );
};
