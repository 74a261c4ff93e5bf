import { A } from '@solidjs/router';
import {
  type Component,
  createMemo,
  createResource,
  For,
  lazy,
  Match,
  Show,
  Suspense,
  Switch,
} from 'solid-js';
import { formatDate, formatMomentShort } from '../../lib/format.ts';
import { language, withWords } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/state.tsx';
import { assessmentPageWords } from '../assessment/page-words.ts';
import { fieldWords } from '../field.words.ts';
import { followUpsWords } from '../follow-ups/follow-ups.words.ts';
import { problemMessage } from '../messages.ts';
import { assesses, followsUp, officer, visits } from '../officer/officer.ts';
import { entries, sent } from '../outbox/outbox.ts';
import type { KeptRound } from '../phone/kept.ts';
import type { Stop } from '../service.ts';
import { catchUp } from '../start.ts';
import { formPath, openForms } from '../visit/draft.ts';
import { today } from './clock.ts';
import { isReading, round, roundTrouble } from './round.ts';
import { categoryWords, slotWords } from './stop-words.ts';
import { type DoneStop, stopId, stopsOf } from './stops.ts';

const { t } = fieldWords;

const HomesList = lazy(
  withWords(assessmentPageWords, async () => ({
    default: (await import('../assessment/homes-list.tsx')).HomesList,
  })),
);

const FollowUpsList = lazy(
  withWords([followUpsWords], async () => ({
    default: (await import('../follow-ups/follow-ups-list.tsx')).FollowUpsList,
  })),
);

/** Households to visit, homes to assess, or both: what the account has to do. */
export const RoundPage: Component = () => (
  <>
    <PageHeader
      title={t(visits() ? 'round.title' : 'round.title.homes')}
      lead={formatDate(today(), language())}
    />
    <Show when={assesses()}>
      <div class="homes">
        <Suspense fallback={<LoadingState />}>
          <HomesList />
        </Suspense>
      </div>
    </Show>
    <Show when={followsUp() && officer()}>
      {(who) => (
        <Suspense>
          <FollowUpsList staffId={who().staffId} />
        </Suspense>
      )}
    </Show>
    <Show when={visits()} fallback={<Refresh />}>
      <Switch fallback={<LoadingState lines={6} />}>
        <Match when={round()}>{(kept) => <Stops kept={kept()} />}</Match>
        <Match when={roundTrouble()}>
          {(code) => (
            <ErrorState
              title={t('round.none')}
              text={problemMessage(code())}
              onRetry={() => void catchUp()}
            />
          )}
        </Match>
      </Switch>
    </Show>
  </>
);

const Refresh: Component = () => (
  <Button kind="quiet" onPress={() => void catchUp()}>
    {t('round.refresh')}
  </Button>
);

const Stops: Component<{ kept: KeptRound }> = (props) => {
  const [forms] = createResource(officer, ({ staffId }) =>
    openForms(staffId).catch((): readonly string[] => []),
  );
  const stops = createMemo(() =>
    stopsOf(props.kept.round, props.kept.done, [...entries(), ...sent()], today()),
  );
  const isBegun = (stop: Stop): boolean => forms.latest?.includes(stopId(stop)) ?? false;
  const list = (those: readonly Stop[]) => (
    <ol class="stops">
      <For each={those}>{(stop) => <StopItem stop={stop} isBegun={isBegun(stop)} />}</For>
    </ol>
  );
  const isNothingLeft = (): boolean => stops().overdue.length + stops().today.length === 0;
  return (
    <div class="stack-large">
      <AsOf asOf={props.kept.round.asOf} />
      <Show when={stops().overdue.length > 0}>
        <section>
          <h2>{t('round.overdue', { n: stops().overdue.length })}</h2>
          {list(stops().overdue)}
        </section>
      </Show>
      <Show
        when={!isNothingLeft()}
        fallback={
          <EmptyState title={t('round.finished')}>
            <p>{t('round.finished.text')}</p>
          </EmptyState>
        }
      >
        <section>
          <h2>{t('round.today', { n: stops().today.length })}</h2>
          {list(stops().today)}
        </section>
      </Show>
      <Show when={props.kept.round.more}>
        <p class="soft">{t('round.more')}</p>
      </Show>
      <Show when={stops().done.length > 0}>
        <section>
          <h2>{t('round.done', { n: stops().done.length })}</h2>
          <ol class="stops">
            <For each={stops().done}>{(stop) => <DoneItem stop={stop} />}</For>
          </ol>
        </section>
      </Show>
      <Show when={stops().later.length > 0}>
        <details class="later">
          <summary>{t('round.later', { n: stops().later.length })}</summary>
          {list(stops().later)}
        </details>
      </Show>
    </div>
  );
};

const AsOf: Component<{ asOf: string }> = (props) => (
  <div class="row as-of">
    <p class="soft">
      {t('round.as-of', { when: formatMomentShort(props.asOf) })}
      <Show when={roundTrouble()}>{(code) => <> {problemMessage(code())}</>}</Show>
    </p>
    <Button kind="quiet" busy={isReading()} onPress={() => void catchUp()}>
      {isReading() ? t('round.refreshing') : t('round.refresh')}
    </Button>
  </div>
);

const StopItem: Component<{ stop: Stop; isBegun: boolean }> = (props) => (
  <li>
    <A class="stop" href={formPath(stopId(props.stop))}>
      <span class="stop-address">{props.stop.address}</span>
      <span class="stop-who">
        {props.stop.head}
        <Show when={props.stop.kind === 'shop'}> · {t('stop.shop')}</Show>
        <For each={categoryWords(props.stop.categories)}>{(category) => <> · {category}</>}</For>
      </span>
      <span class="stop-tags">
        <Show when={props.stop.day < today()}>
          <StatusTag tone="bad">{t('stop.overdue', { day: props.stop.day.slice(5) })}</StatusTag>
        </Show>
        <Show when={props.stop.day > today()}>
          <StatusTag tone="neutral">{props.stop.day.slice(5)}</StatusTag>
        </Show>
        <Show when={slotWords(props.stop)}>{(slot) => <StatusTag tone="info">{slot()}</StatusTag>}</Show>
        <Show when={props.stop.tries > 0}>
          <StatusTag tone="warn">{t('stop.tries', { n: props.stop.tries })}</StatusTag>
        </Show>
        <Show when={props.isBegun}>
          <StatusTag tone="neutral">{t('stop.begun')}</StatusTag>
        </Show>
      </span>
    </A>
  </li>
);

const DoneItem: Component<{ stop: DoneStop }> = (props) => {
  const inside = () => (
    <>
      <span class="stop-address">{props.stop.address}</span>
      <span class="stop-who">
        {t(`outcome.${props.stop.outcome}`)} · {formatMomentShort(props.stop.at).slice(6)}
      </span>
      <span class="stop-tags">
        <DoneTag stop={props.stop} />
      </span>
    </>
  );
  return (
    <li>
      <Show when={props.stop.entryId} fallback={<span class="stop">{inside()}</span>}>
        {(entryId) => (
          <A class="stop" href={`/field/entries/${entryId()}`}>
            {inside()}
          </A>
        )}
      </Show>
    </li>
  );
};

const DoneTag: Component<{ stop: DoneStop }> = (props) => (
  <Switch fallback={<StatusTag tone="warn">{t('entry.waiting')}</StatusTag>}>
    <Match when={props.stop.isRefused}>
      <StatusTag tone="bad">{t('entry.refused')}</StatusTag>
    </Match>
    <Match when={props.stop.isSent}>
      <StatusTag tone="ok">{t('entry.sent')}</StatusTag>
    </Match>
  </Switch>
);
