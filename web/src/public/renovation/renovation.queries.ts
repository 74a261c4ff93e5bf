import { type Accessor, createSignal, onMount } from 'solid-js';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { renovationPublicContract } from '../../../../functions/renovation/renovation-public.contract.ts';
import { callLight, type LightRow } from '../../api/client.ts';

type Items = typeof renovationPublicContract.routes.items;

/** Without its schema: a phone on a slow line needs none of it. */
const itemsRow: LightRow<Items> = { method: 'GET', path: '/api/public/renovation-items' };

export type YearsItems = ResponseOf<Items>;
export type PriceLine = YearsItems['prices'][number];

/**
 * This year's items with their prices, asked for when the page is there. By a signal and not the router's queries:
 * those would be a twelfth of all the first page brings along.
 */
export const createItems = (): Accessor<YearsItems | 'failed' | undefined> => {
  const [items, setItems] = createSignal<YearsItems | 'failed'>();
  onMount(() => {
    callLight(itemsRow).then(
      ({ body }) => setItems(body),
      () => setItems('failed'),
    );
  });
  return items;
};
