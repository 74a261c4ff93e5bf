import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, createMemo, Show } from 'solid-js';
import { LinkButton } from '../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { ShownPhotos } from '../forms/photos-choice.tsx';
import { type Desk, useDesk } from '../shell/desk.ts';
import { ActivityActions } from './activity.actions.tsx';
import { photoAddress } from './photos.action.tsx';
import { type ActivityView, readActivity, type Session } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';
import { ActivityTag, audienceWords, moment, number, SessionTag, spanWords } from './programme-marks.tsx';
import { SessionActions } from './session.actions.tsx';
import './programme.css';

const { t } = programmeWords;

const fact = (term: string, value: string | undefined): Fact[] =>
  value === undefined ? [] : [{ term, value }];

const factsOf = (view: ActivityView, desk: Desk): Fact[] => [
  ...fact(t('activity.category'), t(`category.${view.category}`)),
  ...fact(t('activity.level'), t(`level.${view.level}`)),
  ...fact(t('activity.audience'), audienceWords(view.audience)),
  ...fact(t('activity.organiser'), view.organiser.name),
  ...fact(t('activity.teacher'), view.teacher),
  ...fact(t('activity.node'), desk.placeOf(view.node)),
  ...fact(
    t('activity.villages'),
    view.villages.length === 0 ? undefined : view.villages.map(desk.nameOf).join('、'),
  ),
  ...(view.link === undefined
    ? []
    : [
        {
          term: t('activity.link'),
          value: (
            <a href={view.link} rel="noopener external noreferrer" target="_blank">
              {view.link}
            </a>
          ),
        },
      ]),
  ...fact(
    t('activity.created'),
    t('activity.by', { name: view.createdBy.name, when: moment(view.createdAt) }),
  ),
  ...fact(
    t('activity.published'),
    'publishedAt' in view && view.publishedAt ? moment(view.publishedAt) : undefined,
  ),
];

const beforeWords = (minutes: number): string =>
  minutes === 0 ? t('activity.enrolment.at-start') : t('activity.enrolment.before', { n: number(minutes) });

const termsOf = (terms: ActivityView['enrolment']): Fact[] =>
  terms.per === 'none'
    ? [{ term: t('activity.enrolment'), value: t('per.none') }]
    : [
        { term: t('activity.enrolment'), value: t(`per.${terms.per}`) },
        { term: t('activity.enrolment.capacity'), value: number(terms.capacity) },
        { term: t('activity.enrolment.opens'), value: moment(terms.opensAt) },
        { term: t('activity.enrolment.closes'), value: beforeWords(terms.closes) },
        { term: t('activity.enrolment.cutoff'), value: beforeWords(terms.cutoff) },
        { term: t('activity.enrolment.per-phone'), value: number(terms.perPhone) },
        { term: t('activity.enrolment.party'), value: number(terms.party) },
        {
          term: t('activity.enrolment.waiting'),
          value: t(terms.waiting ? 'activity.enrolment.waiting.yes' : 'activity.enrolment.waiting.no'),
        },
        {
          term: t('activity.enrolment.hold'),
          value:
            terms.hold === 0
              ? t('activity.enrolment.hold.none')
              : t('activity.enrolment.hold.hours', { n: terms.hold }),
        },
      ];

const whyWords = (session: Session): string | undefined => {
  if (session.state === 'cancelled') {
    return t('activity.called-off', { reason: session.cancelled.reason });
  }
  return session.moved && t('activity.moved', { reason: session.moved.reason });
};

/** The offer a date's places are of, where it has places. */
const offerOf = ({ activity, enrolment }: ActivityView, no: number): string =>
  enrolment.per === 'session' ? `${activity}.${no}` : activity;

const columnsFor = (view: () => ActivityView, desk: Desk): readonly Column<Session>[] => [
  {
    key: 'no',
    header: t('activity.no'),
    isRowHeader: true,
    nowrap: true,
    cell: ({ no }) => t('activity.session', { no }),
  },
  {
    key: 'when',
    header: t('activity.when'),
    cell: (session) => (
      <>
        {spanWords(session)}
        <Show when={whyWords(session)}>{(why) => <span class="programme-sub">{why()}</span>}</Show>
      </>
    ),
  },
  { key: 'where', header: t('activity.where'), cell: ({ place }) => place },
  { key: 'state', header: t('activity.state'), cell: ({ state }) => <SessionTag state={state} /> },
  {
    key: 'people',
    header: t('activity.people'),
    align: 'end',
    cell: (session) => (session.state === 'held' ? number(session.people) : '—'),
  },
  {
    key: 'do',
    header: t('activity.do'),
    cell: (session) => (
      <div class="row no-print">
        <Show when={view().enrolment.per !== 'none'}>
          <A
            href={desk.keepNode(`/admin/rosters/${offerOf(view(), session.no)}?session=${session.no}`)}
            aria-label={`${t('activity.roster')}：${t('activity.session', { no: session.no })}`}
          >
            {t('activity.roster')}
          </A>
        </Show>
        <Show when={view().mayKeep && (view().state === 'draft' || view().state === 'published')}>
          <SessionActions view={view()} session={session} />
        </Show>
      </div>
    ),
  },
];

/** One activity with all its dates, and what can be done about them. */
export const ActivityPage: Component = () => {
  const params = useParams<{ activity: string }>();
  const desk = useDesk();
  const view = createAsync(() => readActivity(params.activity));
  const isLive = (known: ActivityView): boolean => known.state === 'draft' || known.state === 'published';
  const over = (known: ActivityView): string | undefined =>
    known.state === 'cancelled'
      ? t('activity.over', {
          reason: known.over.reason,
          name: known.over.by.name,
          when: moment(known.over.at),
        })
      : undefined;
  return (
    <Show when={view()}>
      {(known) => {
        const sessions = createMemo(() =>
          [...known().sessions].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.no - b.no)),
        );
        return (
          <article class="stack-large">
            <div class="stack">
              <p class="no-print">
                <A href={desk.keepNode('/admin/activities')}>{t('activity.back')}</A>
              </p>
              <PageHeader title={known().title} lead={t(`category.${known().category}`)} />
              <p>
                <ActivityTag state={known().state} />
              </p>
              <Show when={over(known())}>{(why) => <Notice tone="bad">{why()}</Notice>}</Show>
              <Show when={known().mayKeep && isLive(known())}>
                <ActivityActions view={known()} />
              </Show>
              <Show when={known().state === 'published'}>
                <p class="no-print">
                  <a href={`/culture/activities/${known().activity}`} rel="external">
                    {t('activity.public')}
                  </a>
                </p>
              </Show>
            </div>
            <section class="stack" aria-labelledby="sessions">
              <h2 id="sessions">{t('activity.sessions')}</h2>
              <Show when={known().mayKeep && isLive(known())}>
                <p class="no-print">
                  <LinkButton href={desk.keepNode(`/admin/activities/${known().activity}/dates`)}>
                    {t('dates.title')}
                  </LinkButton>
                </p>
              </Show>
              <Show
                when={sessions().length > 0}
                fallback={<EmptyState title={t('activity.sessions.none')} />}
              >
                <Table
                  caption={t('activity.sessions.caption')}
                  captionHidden
                  columns={columnsFor(known, desk)}
                  rows={sessions()}
                />
              </Show>
            </section>
            <section class="stack" aria-labelledby="facts">
              <h2 id="facts">{t('activity.facts')}</h2>
              <p class="programme-text reading">{known().summary}</p>
              <DescriptionList facts={factsOf(known(), desk)} />
            </section>
            <section class="stack" aria-labelledby="photos">
              <h2 id="photos">{t('photos')}</h2>
              <ShownPhotos
                photos={known().photos}
                address={(photo) => photoAddress(known().activity, photo)}
              />
            </section>
            <section class="stack" aria-labelledby="terms">
              <h2 id="terms">{t('terms')}</h2>
              <DescriptionList facts={termsOf(known().enrolment)} />
            </section>
          </article>
        );
      }}
    </Show>
  );
};
