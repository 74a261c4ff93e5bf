import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { photosContract } from '../../../../functions/photos/photos.contract.ts';
import { pathOf } from '../../../../functions/platform/contract/route.ts';
import { venueKeepers } from '../../../../functions/venues/venues.actions.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { hrefWith, isPlace } from '../campaigns/place.ts';
import { today } from '../shell/days.ts';
import { type Desk, useDesk } from '../shell/desk.ts';
import { PlanUpgradeAction, ProgressUpgradeAction } from './actions/upgrade.actions.tsx';
import { moment, number } from './venue-marks.tsx';
import { type UpgradeRow as Row, readUpgrades } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';
import './venues.css';

const { t } = venuesWords;

const tones = {
  planned: 'info',
  'under-way': 'warn',
  done: 'ok',
  'given-up': 'neutral',
} as const satisfies Record<Row['state'], string>;

/** What was said with each step, the last one first, and what it looks like now. */
const Steps: Component<{ upgrade: Row }> = (props) => (
  <>
    <details>
      <summary>{t('upgrade.steps', { n: number(props.upgrade.notes.length) })}</summary>
      <ul class="venue-missing">
        <For each={[...props.upgrade.notes].reverse()}>
          {({ at, by, state, note }) => (
            <li>
              {t('upgrade.step.by', { state: t(`upgrade.state.${state}`), name: by.name, when: moment(at) })}
              <Show when={note}>{(text) => <span class="venue-sub">{text()}</span>}</Show>
            </li>
          )}
        </For>
      </ul>
    </details>
    <Show when={props.upgrade.photos.length > 0}>
      <ul class="photos">
        <For each={props.upgrade.photos}>
          {(photoId, index) => (
            <li class="photo">
              <img
                src={pathOf(photosContract.routes.ofUpgrade, { upgrade: props.upgrade.upgrade, photoId })}
                alt={t('photo.of', { n: index() + 1 })}
                loading="lazy"
              />
            </li>
          )}
        </For>
      </ul>
    </Show>
  </>
);

const columnsFor = (desk: Desk, mayKeep: boolean): readonly Column<Row>[] => [
  {
    key: 'title',
    header: t('upgrade.title'),
    isRowHeader: true,
    cell: ({ title, venue }) => (
      <Show when={venue} fallback={title}>
        {(known) => <A href={desk.keepNode(`/admin/venues/${known()}`)}>{title}</A>}
      </Show>
    ),
  },
  { key: 'kind', header: t('list.kind'), nowrap: true, cell: ({ kind }) => t(`upgrade.${kind}`) },
  {
    key: 'state',
    header: t('upgrade.state'),
    cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`upgrade.state.${state}`)}</StatusTag>,
  },
  { key: 'where', header: t('list.where'), cell: ({ node }) => desk.placeOf(node) },
  {
    key: 'due',
    header: t('upgrade.due'),
    nowrap: true,
    cell: ({ dueDay }) => formatDate(dueDay, language()),
  },
  {
    key: 'cost',
    header: t('upgrade.cost'),
    align: 'end',
    cell: ({ cost }) => (cost === undefined ? t('none') : number(cost)),
  },
  {
    key: 'steps',
    header: t('upgrade.so-far'),
    nowrap: true,
    cell: (upgrade) => (
      <>
        <Steps upgrade={upgrade} />
        <Show when={mayKeep}>
          <span class="no-print">
            <ProgressUpgradeAction upgrade={upgrade} />
          </span>
        </Show>
      </>
    ),
  },
];

/** New equipment and new venues of one year, with how many are done. */
export const UpgradesPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const year = (): string => {
    const asked = search['year'];
    return typeof asked === 'string' && /^20\d\d$/.test(asked) ? asked : today().slice(0, 4);
  };
  const list = createAsync(async () => {
    const node = desk.node();
    return isPlace(node) ? readUpgrades(node, year()) : undefined;
  });
  const mayKeep = (): boolean => desk.holds(...venueKeepers);
  const hrefOf = (one: number): string => desk.keepNode(hrefWith('/admin/upgrades', { year: String(one) }));
  return (
    <div class="stack">
      <p class="no-print">
        <A href={desk.keepNode('/admin/venues')}>{t('venue.back')}</A>
      </p>
      <PageHeader
        title={t('upgrades.title', { year: year() })}
        actions={
          <Show when={mayKeep()}>
            <PlanUpgradeAction year={year()} />
          </Show>
        }
      />
      <SubNav
        label={t('upgrades.turn')}
        items={[Number(year()) - 1, Number(year()), Number(year()) + 1].map((one) => ({
          label: String(one),
          href: hrefOf(one),
          current: String(one) === year(),
        }))}
      />
      <Show when={list()}>
        {(known) => (
          <>
            <p>
              {t('upgrades.equipment', known().equipment)} {t('upgrades.new-venues', known().newVenues)}
            </p>
            <Show when={known().rows.length > 0} fallback={<EmptyState title={t('upgrades.empty')} />}>
              <Table
                caption={t('upgrades.caption', { node: desk.placeOf(desk.node() ?? '') })}
                columns={columnsFor(desk, mayKeep())}
                rows={known().rows}
              />
            </Show>
            <p class="soft">{t('as-of', { when: moment(known().asOf) })}</p>
          </>
        )}
      </Show>
    </div>
  );
};
