import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { doorOf, nameOfHousehold } from '../../../../functions/households/addresses.views.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DeletedNotice } from '../../ui/deleted-notice.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Notice, StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { LoadingState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useDesk } from '../shell/desk.ts';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import { ContactAction } from './actions/contact.action.tsx';
import { DetailsAction } from './actions/details.action.tsx';
import { MembersAction } from './actions/members.action.tsx';
import { DepartureAction, ReturnAction } from './actions/standing.actions.tsx';
import { withChangedAreas } from './fresh-areas.ts';
import { CategoryTags } from './household-columns.tsx';
import { HouseholdHistory } from './household-history.tsx';
import { HouseholdTimeline } from './household-timeline.tsx';
import { type HouseholdView, readAreas, readHousehold } from './households.queries.ts';
import { householdsWords } from './households.words.ts';
import './households.css';

const { t } = householdsWords;

export const HouseholdPage: Component = () => {
  const params = useParams<{ household: string }>();
  const desk = useDesk();
  const view = createAsync(() => readHousehold(params.household));
  return (
    <Show when={view()}>
      {(known) => (
        <article class="household">
          <p class="no-print">
            <A href={`/admin/households?node=${known().village}`}>
              {t('household.back', { village: desk.nameOf(known().village) })}
            </A>
          </p>
          <PageHeader title={nameOfHousehold(known())} />
          <DeletedNotice at={known().anonymisedAt} />
          <p>
            <StatusTag tone={known().status === 'active' ? 'ok' : 'warn'}>
              {t(`status.${known().status}`)}
            </StatusTag>
          </p>
          <Show when={known().mayChange || known().mayOpen}>
            <section class="household-actions no-print" aria-label={t('household.actions')}>
              <Show when={known().mayOpen && known().members.length > 0}>
                <ContactAction view={known()} />
              </Show>
              <Show when={known().mayChange}>
                <Show when={known().status === 'active'} fallback={<ReturnAction view={known()} />}>
                  <DetailsAction view={known()} />
                  <MembersAction view={known()} />
                  <DepartureAction view={known()} />
                </Show>
              </Show>
            </section>
          </Show>
          <div class="household-columns">
            <div class="stack-large">
              <HouseholdFacts view={known()} />
              <Members view={known()} />
            </div>
            <div class="stack-large">
              <section class="stack" aria-labelledby="timeline">
                <h2 id="timeline">{t('timeline.title')}</h2>
                <SlotBoundary fallback={<LoadingState />}>
                  <HouseholdTimeline household={known().household} />
                </SlotBoundary>
              </section>
              <section class="stack" aria-labelledby="history">
                <h2 id="history">{t('history.title')}</h2>
                <SlotBoundary fallback={<LoadingState />}>
                  <HouseholdHistory household={known().household} />
                </SlotBoundary>
              </section>
            </div>
          </div>
        </article>
      )}
    </Show>
  );
};

const HouseholdFacts: Component<{ view: HouseholdView }> = (props) => {
  const desk = useDesk();
  const areas = createAsync(() => readAreas(props.view.village), { initialValue: [] });
  const areaName = (): string =>
    props.view.area === undefined
      ? t('household.none')
      : (withChangedAreas(areas(), props.view.village).find(({ area }) => area === props.view.area)?.name ??
        props.view.area);
  const facts = (): Fact[] => {
    const { view } = props;
    return [
      { term: t('household.village'), value: desk.placeOf(view.village) },
      { term: t('household.area'), value: areaName() },
      { term: t('household.address'), value: doorOf(view.address) },
      { term: t('household.kind'), value: t(`kind.${view.kind}`) },
      ...(view.shopName === undefined ? [] : [{ term: t('household.shop'), value: view.shopName }]),
      ...(view.categories.length === 0
        ? []
        : [{ term: t('household.categories'), value: <CategoryTags categories={view.categories} /> }]),
      { term: t('household.source'), value: t(`source.${view.source}`) },
      { term: t('household.created'), value: formatMoment(view.createdAt, language()) },
    ];
  };
  return (
    <section class="stack" aria-labelledby="facts">
      <h2 id="facts">{t('household.facts')}</h2>
      <Show when={props.view.gone}>
        {(gone) => (
          <Notice tone="warn" title={t('household.gone', { reason: t(`departure.${gone().reason}`) })}>
            <Show when={gone().note}>{(note) => <p>{note()}</p>}</Show>
            <p>
              {t('household.gone.by', { name: gone().by.name, when: formatMoment(gone().at, language()) })}
            </p>
          </Notice>
        )}
      </Show>
      <DescriptionList facts={facts()} />
    </section>
  );
};

type Member = HouseholdView['members'][number];

const memberColumns = (): readonly Column<Member>[] => [
  { key: 'name', header: t('member.name'), isRowHeader: true, nowrap: true, cell: ({ name }) => name },
  { key: 'relation', header: t('member.relation'), cell: ({ relation }) => relation },
  {
    key: 'idNumber',
    header: t('member.idNumber'),
    nowrap: true,
    cell: ({ idNumber }) => idNumber ?? t('household.none'),
  },
  {
    key: 'phone',
    header: t('member.phone'),
    nowrap: true,
    cell: ({ phone }) => phone ?? t('household.none'),
  },
  {
    key: 'categories',
    header: t('household.categories'),
    cell: ({ categories }) => (
      <Show when={categories.length > 0} fallback={t('household.none')}>
        <CategoryTags categories={categories} />
      </Show>
    ),
  },
];

const Members: Component<{ view: HouseholdView }> = (props) => (
  <section class="stack" aria-labelledby="members">
    <h2 id="members">{t('members.title', { n: props.view.members.length })}</h2>
    <Table
      caption={t('members.caption', { household: nameOfHousehold(props.view) })}
      captionHidden
      columns={memberColumns()}
      rows={props.view.members}
    />
    <p class="soft">{t('members.masked')}</p>
  </section>
);
