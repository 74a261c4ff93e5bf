import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { isWithin } from '../../../../functions/platform/contract/roles.ts';
import { formatMomentShort, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type Desk, useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { thisMonth } from '../shell/months.ts';
import {
  type RenovationRow,
  readRenovationFigures,
  readRenovations,
  renewRenovations,
} from './renovation.queries.ts';
import { renovationWords } from './renovation.words.ts';
import { isSevere, itemsWords } from './renovation-marks.tsx';
import './renovation.css';

const { t } = renovationWords;

/** Why it stands where it stands, in the order of the published rules. */
const whyWords = (row: RenovationRow): string =>
  [
    t(isSevere(row.grade) ? 'queue.severe' : 'queue.milder', { grade: row.grade }),
    ...row.circumstances.map((each) => t(`circumstance.${each}`)),
    t('queue.applied', { when: formatMomentShort(row.appliedAt) }),
  ].join(' · ');

interface Placed {
  readonly row: RenovationRow;
  /** From 1; a page opened by an address that doesn't say how many come before has none. */
  readonly place: number | undefined;
}

const columnsFor = (desk: Desk): readonly Column<Placed>[] => [
  { key: 'rank', header: t('queue.rank'), align: 'end', cell: ({ place }) => place ?? t('column.none') },
  {
    key: 'reference',
    header: t('column.reference'),
    isRowHeader: true,
    nowrap: true,
    cell: ({ row }) => (
      <A href={desk.keepNode(`/admin/renovations/${row.reference}`)}>{formatReference(row.reference)}</A>
    ),
  },
  { key: 'person', header: t('column.person'), nowrap: true, cell: ({ row }) => row.name },
  { key: 'village', header: t('column.village'), cell: ({ row }) => desk.nameOf(row.village) },
  {
    key: 'why',
    header: t('queue.why'),
    cell: ({ row, place }) => (
      <>
        {whyWords(row)}
        <Show when={place === 1}>
          <strong class="renovation-line">{t('queue.next')}</strong>
        </Show>
      </>
    ),
  },
  { key: 'items', header: t('column.items'), cell: ({ row }) => itemsWords(row.items) },
  {
    key: 'amount',
    header: t('column.amount'),
    align: 'end',
    nowrap: true,
    cell: ({ row }) => (row.amount === undefined ? t('column.none') : formatYuan(row.amount, language())),
  },
];

/** By a page's cursor, the place of its first home: cursors themselves don't tell how many come before. */
const firstPlaces = new Map<string, number>();

const isTown = (path: string): boolean => path.split('/').length === 2;

/** Who waits for money or a home, in the order in which they are approved. */
export const QueuePage: Component = () => {
  const desk = useDesk();
  /** A village looked at shows the queue of its town: there is no other. */
  const town = (): string | undefined => {
    const path = desk.node()?.split('/').slice(0, 2).join('/');
    return path !== undefined && isTown(path) ? path : undefined;
  };
  return (
    <div class="stack">
      <PageHeader title={t('queue.title')} lead={t('queue.lead')} />
      <details class="renovation-rule">
        <summary>{t('queue.rule')}</summary>
        <ol>
          <li>{t('queue.rule.1')}</li>
          <li>{t('queue.rule.2')}</li>
          <li>{t('queue.rule.3')}</li>
        </ol>
      </details>
      <Show when={town()} fallback={<Towns />} keyed>
        {(path) => <Queue town={path} />}
      </Show>
    </div>
  );
};

const Towns: Component = () => {
  const desk = useDesk();
  const towns = () =>
    desk
      .nodes()
      .filter(({ kind, active, path }) => kind === 'town' && active && isWithin(path, desk.node() ?? '∅'));
  return (
    <section class="stack" aria-labelledby="towns">
      <h2 id="towns">{t('queue.towns')}</h2>
      <p>{t('queue.towns.text')}</p>
      <ul class="renovation-towns">
        <For each={towns()}>
          {({ path }) => (
            <li>
              <A href={`/admin/renovation-queue?node=${path}`}>{desk.nameOf(path)}</A>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
};

const Queue: Component<{ town: string }> = (props) => {
  const desk = useDesk();
  /** Whoever answers for a village looks at what waits of it; ranks are those of the town. */
  const node = (): string =>
    isWithin(desk.session()?.scope ?? '', props.town) ? (desk.node() ?? '') : props.town;
  const hrefOf = (cursor: string | undefined): string => {
    const place = cursor === undefined ? undefined : firstPlaces.get(cursor);
    const page = cursor === undefined ? '' : `?cursor=${cursor}`;
    return desk.keepNode(`/admin/renovation-queue${page}${place === undefined ? '' : `&place=${place}`}`);
  };
  const pages = createListPages(hrefOf);
  const [search] = useSearchParams();
  const firstPlace = (): number | undefined => {
    if (pages.cursor() === undefined) return 1;
    const place = Number(search['place']);
    return Number.isInteger(place) && place > 0 ? place : undefined;
  };
  const figures = createAsync(() => readRenovationFigures(node(), thisMonth()));
  const page = createAsync(async () => {
    const first = firstPlace();
    const read = await readRenovations(node(), 'queued', pages.cursor());
    pages.reached(read.next);
    if (read.next !== undefined && first !== undefined) {
      firstPlaces.set(read.next, first + read.rows.length);
    }
    return { ...read, first };
  });
  const isWholeTown = (): boolean => node() === props.town;
  const placed = (rows: readonly RenovationRow[], first: number | undefined): Placed[] =>
    rows.map((row, index) => ({
      row,
      place: first === undefined || !isWholeTown() ? undefined : first + index,
    }));
  const head = (): RenovationRow | undefined =>
    pages.cursor() === undefined && isWholeTown() ? page()?.rows[0] : undefined;
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <p>{t('queue.waiting', { n: figures()?.now['queued'] ?? known().rows.length })}</p>
          <Show when={known().rows.length > 0} fallback={<EmptyState title={t('queue.empty')} />}>
            <Show when={desk.holds('disability') ? head() : undefined}>
              {(first) => (
                <p class="no-print">
                  <LinkButton href={desk.keepNode(`/admin/renovations/${first().reference}`)}>
                    {t('queue.approve')} · {formatReference(first().reference)}
                  </LinkButton>
                </p>
              )}
            </Show>
            <Table
              caption={t('queue.caption', { town: desk.nameOf(node()) })}
              columns={columnsFor(desk)}
              rows={placed(known().rows, known().first)}
            />
          </Show>
          <ListFoot
            summary={t('queue.count', { n: known().rows.length })}
            asOf={known().asOf}
            cursor={pages.cursor()}
            previousHref={pages.previousHref()}
            next={known().next}
            hrefOf={hrefOf}
            renew={renewRenovations}
          />
        </>
      )}
    </Show>
  );
};
