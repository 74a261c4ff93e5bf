import { A, createAsync, revalidate, useParams } from '@solidjs/router';
import { type Component, ErrorBoundary, For, Show, Suspense } from 'solid-js';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { ErrorState, LoadingState } from '../../ui/state.tsx';
import { codeOf } from '../messages/messages.ts';
import { cultureWords } from '../public.words.ts';
import { refusalMessage } from './culture.messages.ts';
import { type Activity, readActivity, readOffer } from './culture.queries.ts';
import { Pictures } from './pictures.tsx';
import { mayEnrol, Places } from './places.tsx';
import { activityData, picturesOfActivity } from './schema-org.ts';
import { StructuredData } from './structured-data.tsx';
import './culture.css';

const { t } = cultureWords;

/** Places of an offer, read for themselves: that they can't be read takes nothing else off the page. */
const OfferHere: Component<{ id: string }> = (props) => {
  const offer = createAsync(() => readOffer(props.id));
  return (
    <ErrorBoundary fallback={<p class="soft">{t('offer.failed')}</p>}>
      <Suspense fallback={<LoadingState lines={1} />}>
        <Show when={offer()}>
          {(known) => (
            <div class="stack">
              <Places offer={known()} />
              <Show when={mayEnrol(known())}>
                <p>
                  <LinkButton kind="main" href={`/culture/enrol/${props.id}`}>
                    {t('activity.enrol')}
                  </LinkButton>
                </p>
              </Show>
            </div>
          )}
        </Show>
      </Suspense>
    </ErrorBoundary>
  );
};

const Particulars: Component<{ activity: Activity }> = (props) => {
  const facts = (): Fact[] => {
    const { audience, organiser, teacher } = props.activity;
    return [
      { term: t('activity.organiser'), value: organiser.name },
      ...(teacher === undefined ? [] : [{ term: t('activity.teacher'), value: teacher }]),
      { term: t('activity.audience'), value: t(`audience.${audience.who}`) },
    ];
  };
  /** One offer for all dates stands once, above them. */
  const whole = (): string | undefined =>
    props.activity.enrolment.per === 'whole' ? props.activity.activity : undefined;
  return (
    <div class="stack-large">
      <Show when={props.activity.state !== 'published'}>
        <Notice
          tone="warn"
          title={props.activity.state === 'ended' ? t('activity.ended') : t('activity.cancelled')}
        >
          {props.activity.cancelled?.reason}
        </Notice>
      </Show>
      <p class="on-summary">{props.activity.summary}</p>
      <Show when={props.activity.link}>
        {(link) => (
          <p>
            <a href={link()} rel="external noreferrer">
              {t('activity.link')}
            </a>
          </p>
        )}
      </Show>
      <DescriptionList facts={facts()} />
      <Pictures of={props.activity.title} addresses={picturesOfActivity(props.activity)} />
      <Show when={props.activity.state === 'published' && whole()}>{(id) => <OfferHere id={id()} />}</Show>
      <section class="stack">
        <h2>{t('activity.dates')}</h2>
        <ul class="on-list">
          <For each={props.activity.sessions}>
            {(session) => (
              <li class="on-date">
                <p class="on-when">
                  <time datetime={session.from}>{formatMoment(session.from, language())}</time>
                </p>
                <p>
                  <Show when={session.venue} fallback={session.place}>
                    {(venue) => <A href={`/culture/venues/${venue()}`}>{session.place}</A>}
                  </Show>
                </p>
                <Show when={session.cancelled}>
                  {(cancelled) => <p>{t('date.cancelled', { reason: cancelled().reason })}</p>}
                </Show>
                <Show when={session.moved}>
                  {(moved) => <p>{t('date.moved', { reason: moved().reason })}</p>}
                </Show>
                <Show when={session.state === 'planned' && whole() === undefined && session.offer}>
                  {(id) => <OfferHere id={id()} />}
                </Show>
              </li>
            )}
          </For>
        </ul>
        <p>
          <a href={`/api/public/activities/${props.activity.activity}/calendar.ics`} rel="external">
            {t('activity.feed')}
          </a>
        </p>
      </section>
    </div>
  );
};

const ActivityPage: Component = () => {
  const params = useParams<{ activity: string }>();
  const activity = createAsync(() => readActivity(params.activity));
  return (
    <div class="reading stack-large">
      <ErrorBoundary
        fallback={(thrown, reset) => (
          <>
            <PageHeader title={t('on.title')} />
            <ErrorState
              text={refusalMessage(codeOf(thrown))}
              onRetry={() => void revalidate(readActivity.key).then(reset)}
            />
          </>
        )}
      >
        <Suspense fallback={<LoadingState lines={6} />}>
          <Show when={activity()}>
            {(known) => (
              <>
                <PageHeader title={known().title} lead={t(`category.${known().category}`)} />
                <StructuredData data={activityData(known())} />
                <Particulars activity={known()} />
              </>
            )}
          </Show>
        </Suspense>
      </ErrorBoundary>
      <p>
        <A href="/culture">{t('activity.all')}</A>
      </p>
    </div>
  );
};

export default ActivityPage;
