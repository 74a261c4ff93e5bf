import { A, createAsync, useParams, useSearchParams } from '@solidjs/router';
import { type Component, Match, Show, Switch } from 'solid-js';
import { personReaders } from '../../../../../functions/services/services.actions.ts';
import { type MembershipState, membershipStates } from '../../../../../functions/services/services.words.ts';
import { formatDate, formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DescriptionList, type Fact } from '../../../ui/facts.tsx';
import { StatusTag } from '../../../ui/notice.tsx';
import { PageHeader, SubNav } from '../../../ui/page.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import type { Column } from '../../../ui/table.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { SlotBoundary } from '../../shell/desk-boundary.tsx';
import { createListPages } from '../../shell/list-pages.ts';
import { RecordHistory } from '../record-history.tsx';
import { ServiceList } from '../service-list.tsx';
import { readThingHistory } from '../services.queries.ts';
import { CapacityAction, CloseAction, DetailsAction } from './centre.actions.tsx';
import {
  type CentreView,
  type DayRow,
  type MemberRow,
  readCentre,
  readDays,
  readMembers,
  renewCentres,
} from './centres.queries.ts';
import { centresWords } from './centres.words.ts';
import '../services.css';

const { t } = centresWords;

const number = (value: number): string => formatNumber(value, language());
const day = (date: string): string => formatDate(date, language());

const factsOf = (view: CentreView, desk: Desk): readonly Fact[] => [
  {
    term: t('column.members'),
    value: t('members.of', { members: number(view.members), capacity: number(view.capacity) }),
  },
  {
    term: t('centre.left'),
    value: t('centre.left.value', { n: number(Math.max(0, view.capacity - view.members)) }),
  },
  { term: t('column.place'), value: desk.placeOf(view.node) },
  { term: t('centre.address'), value: view.address },
  ...(view.phone === undefined ? [] : [{ term: t('centre.phone'), value: view.phone }]),
];

const lists = [...membershipStates, 'days'] as const;
type List = (typeof lists)[number];

/** One centre: how full it is, who is there, and who came on which day. */
export const CentrePage: Component = () => {
  const params = useParams<{ centre: string }>();
  const desk = useDesk();
  const [search] = useSearchParams();
  const view = createAsync(() => readCentre(params.centre));
  const seesPeople = (): boolean => desk.holds(...personReaders);
  const list = (): List =>
    (seesPeople() ? lists.find((each) => each === search['list']) : 'days') ?? 'current';
  const addressOf = (wanted: List, cursor?: string): string =>
    desk.keepNode(
      `/admin/services/centres/${params.centre}?list=${wanted}${cursor === undefined ? '' : `&cursor=${cursor}`}`,
    );
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack-large">
          <p class="no-print">
            <A href={desk.keepNode('/admin/services/centres')}>{t('back')}</A>
          </p>
          <PageHeader
            title={known().name}
            actions={
              <Show when={known().mayKeep && known().state === 'open'}>
                <LinkButton href={desk.keepNode(`/admin/services/centres/${params.centre}/new`)}>
                  {t('join')}
                </LinkButton>
                <LinkButton
                  kind="main"
                  href={desk.keepNode(`/admin/services/centres/${params.centre}/attendance`)}
                >
                  {t('attendance')}
                </LinkButton>
              </Show>
            }
          />
          <Show when={known().state === 'closed'}>
            <p>
              <StatusTag tone="neutral">{t('state.closed')}</StatusTag>
            </p>
          </Show>
          <div class="services-columns">
            <div class="stack">
              <DescriptionList facts={factsOf(known(), desk)} />
              <Show when={known().mayConfigure && known().state === 'open'}>
                <div class="row no-print">
                  <DetailsAction view={known()} />
                  <CapacityAction view={known()} />
                  <Show when={known().members === 0}>
                    <CloseAction view={known()} />
                  </Show>
                </div>
              </Show>
            </div>
            <RecordHistory read={() => readThingHistory('centres', params.centre)} />
          </div>
          <SubNav
            label={t('lists')}
            items={lists
              .filter((each) => seesPeople() || each === 'days')
              .map((each) => ({ href: addressOf(each), label: t(`list.${each}`), current: each === list() }))}
          />
          <SlotBoundary fallback={<LoadingState />}>
            <Switch>
              <Match when={list() === 'days'}>
                <Days view={known()} hrefOf={(cursor) => addressOf('days', cursor)} />
              </Match>
              <Match when={membershipStates.find((each) => each === list())}>
                {(state) => (
                  <Members view={known()} state={state()} hrefOf={(cursor) => addressOf(state(), cursor)} />
                )}
              </Match>
            </Switch>
          </SlotBoundary>
        </article>
      )}
    </Show>
  );
};

interface ListProps {
  view: CentreView;
  hrefOf: (cursor: string | undefined) => string;
}

const memberColumns = (desk: Desk, state: MembershipState): readonly Column<MemberRow>[] => [
  {
    key: 'person',
    header: t('column.person'),
    isRowHeader: true,
    cell: ({ membership, name, number: end }) => (
      <>
        <A href={desk.keepNode(`/admin/services/members/${membership}`)}>{name}</A>
        <span class="soft services-line">{end}</span>
      </>
    ),
  },
  { key: 'from', header: t('column.from'), nowrap: true, cell: ({ from }) => day(from) },
  {
    key: 'end',
    header: state === 'left' ? t('column.left') : t('column.until'),
    nowrap: true,
    cell: ({ until, leftOn }) => {
      const end = state === 'left' ? leftOn : until;
      return end === undefined ? t('none') : day(end);
    },
  },
  {
    key: 'work',
    header: t('column.work'),
    cell: ({ employments }) => (employments === 0 ? t('none') : t('work.times', { n: number(employments) })),
  },
];

const Members: Component<ListProps & { state: MembershipState }> = (props) => {
  const desk = useDesk();
  const pages = createListPages(props.hrefOf);
  const page = createAsync(async () => {
    const read = await readMembers(props.view.centre, props.state, pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <ServiceList
      page={page()}
      pages={pages}
      hrefOf={props.hrefOf}
      caption={t(`people.caption.${props.state}`, { name: props.view.name })}
      columns={memberColumns(desk, props.state)}
      empty={t('people.empty')}
      summary={(n) => t('people.count', { n })}
      renew={renewCentres}
    />
  );
};

const dayColumns = (desk: Desk, centre: string): readonly Column<DayRow>[] => [
  {
    key: 'day',
    header: t('column.day'),
    isRowHeader: true,
    cell: (row) =>
      desk.holds(...personReaders) ? (
        <A href={desk.keepNode(`/admin/services/centres/${centre}/attendance?day=${row.day}`)}>
          {day(row.day)}
        </A>
      ) : (
        day(row.day)
      ),
  },
  {
    key: 'present',
    header: t('column.present'),
    align: 'end',
    cell: ({ present }) => t('present.value', { n: number(present) }),
  },
  {
    key: 'corrections',
    header: t('column.corrections'),
    cell: ({ corrections }) =>
      corrections === 0 ? t('none') : t('corrections.value', { n: number(corrections) }),
  },
];

const Days: Component<ListProps> = (props) => {
  const desk = useDesk();
  const pages = createListPages(props.hrefOf);
  const page = createAsync(async () => {
    const read = await readDays(props.view.centre, pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <ServiceList
      page={page()}
      pages={pages}
      hrefOf={props.hrefOf}
      caption={t('days.caption', { name: props.view.name })}
      columns={dayColumns(desk, props.view.centre)}
      empty={t('days.empty')}
      summary={(n) => t('days.count', { n })}
      renew={renewCentres}
    />
  );
};
