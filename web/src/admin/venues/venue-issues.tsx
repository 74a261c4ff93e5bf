import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { readers, registrars } from '../../../../functions/issues/issues.roles.ts';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { LinkButton } from '../../ui/button.tsx';
import { LoadingState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { issuesWords } from '../issues/issues.words.ts';
import { StateTag } from '../issues/ledger-columns.tsx';
import { OwnerLinks } from '../issues/owners/owner-links.tsx';
import { readVenueIssues } from '../issues/owners/owners.queries.ts';
import type { IssueRow } from '../queries.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import { moment } from './venue-marks.tsx';
import type { VenueView } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;

const columnsFor = (desk: Desk): readonly Column<IssueRow>[] => [
  {
    key: 'what',
    header: t('issues.what'),
    isRowHeader: true,
    cell: ({ reference, what }) => (
      <A href={desk.keepNode(`/admin/issues/${reference}`)}>
        {what}
        <span class="venue-sub">{formatReference(reference)}</span>
      </A>
    ),
  },
  {
    key: 'state',
    header: t('issues.state'),
    cell: ({ state }) => <StateTag state={state} />,
  },
  {
    key: 'category',
    header: t('issues.category'),
    cell: ({ category }) => issuesWords.t(`category.${category}`),
  },
  {
    key: 'department',
    header: t('issues.department'),
    cell: ({ department }) => (department === undefined ? t('none') : desk.nameOf(department)),
  },
  { key: 'raised', header: t('issues.raised'), nowrap: true, cell: ({ raisedAt }) => moment(raisedAt) },
];

const List: Component<{ view: VenueView }> = (props) => {
  const desk = useDesk();
  const issues = createAsync(() => readVenueIssues(props.view.venue));
  return (
    <Show when={issues()}>
      {(known) => (
        <Show when={known().rows.length > 0} fallback={<p class="soft">{t('issues.none')}</p>}>
          <Table caption={t('issues')} captionHidden columns={columnsFor(desk)} rows={known().rows} />
          <Show when={known().next !== undefined}>
            <p class="soft">{t('issues.newest', { n: known().rows.length })}</p>
          </Show>
        </Show>
      )}
    </Show>
  );
};

/** What is wrong at a venue and how far it is, and the way to say that something is. */
export const VenueIssues: Component<{ view: VenueView }> = (props) => {
  const desk = useDesk();
  return (
    <Show when={desk.holds(...readers)}>
      <section class="stack" aria-labelledby="issues">
        <h2 id="issues">{t('issues')}</h2>
        <Show when={desk.holds(...registrars) && props.view.state !== 'ended'}>
          <p class="no-print">
            <LinkButton href={desk.keepNode(hrefWith('/admin/issues/new', { venue: props.view.venue }))}>
              {t('issues.report')}
            </LinkButton>
          </p>
        </Show>
        <SlotBoundary fallback={<LoadingState lines={2} />}>
          <List view={props.view} />
        </SlotBoundary>
        <SlotBoundary>
          <OwnerLinks />
        </SlotBoundary>
      </section>
    </Show>
  );
};
