import { A } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { doorOf } from '../../../../functions/households/addresses.views.ts';
import type { HouseholdCategory } from '../../../../functions/households/households.words.ts';
import { StatusTag } from '../../ui/notice.tsx';
import type { Column } from '../../ui/table.tsx';
import type { Desk } from '../shell/desk.ts';
import type { HouseholdRow } from './households.queries.ts';
import { householdsWords } from './households.words.ts';

const { t } = householdsWords;

export const CategoryTags: Component<{ categories: readonly HouseholdCategory[] }> = (props) => (
  <span class="household-tags">
    <For each={props.categories}>{(each) => <StatusTag tone="info">{t(`category.${each}`)}</StatusTag>}</For>
  </span>
);

export interface ColumnSetup {
  desk: Desk;
  areaName?: ((id: string) => string) | undefined;
}

/** A row of the register; the door leads to the household. */
export const householdColumns = ({ desk, areaName }: ColumnSetup): readonly Column<HouseholdRow>[] => [
  {
    key: 'door',
    header: t('household.address'),
    isRowHeader: true,
    cell: (row) => (
      <A class="household-door" href={desk.keepNode(`/admin/households/${row.household}`)}>
        {doorOf(row.address)}
      </A>
    ),
  },
  {
    key: 'kind',
    header: t('household.kind'),
    nowrap: true,
    cell: (row) => (
      <>
        {t(`kind.${row.kind}`)}
        <Show when={row.shopName}>{(name) => <span class="household-shop">{name()}</span>}</Show>
      </>
    ),
  },
  {
    key: 'area',
    header: t('household.area'),
    cell: (row) => (row.area === undefined ? t('household.none') : (areaName?.(row.area) ?? row.area)),
  },
  { key: 'head', header: t('household.head'), nowrap: true, cell: (row) => row.head },
  { key: 'members', header: t('household.members'), align: 'end', cell: (row) => row.members },
  {
    key: 'categories',
    header: t('household.categories'),
    cell: (row) => (
      <Show when={row.categories.length > 0} fallback={t('household.none')}>
        <CategoryTags categories={row.categories} />
      </Show>
    ),
  },
  {
    key: 'phone',
    header: t('household.phone'),
    nowrap: true,
    cell: (row) => t(row.hasPhone ? 'household.has-phone' : 'household.no-phone'),
  },
];
