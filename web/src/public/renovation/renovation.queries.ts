import { query } from '@solidjs/router';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { renovationPublicContract } from '../../../../functions/renovation/renovation-public.contract.ts';
import { callLight, type LightRow } from '../../api/client.ts';

type Routes = typeof renovationPublicContract.routes;

/** Rows without their schemas: a phone on a slow line needs none of them. */
const itemsRow: LightRow<Routes['items']> = { method: 'GET', path: '/api/public/renovation-items' };

export type YearsItems = ResponseOf<Routes['items']>;
export type PriceLine = YearsItems['prices'][number];

/** This year's items with their prices, and who comes first. */
export const readItems = query(
  async (): Promise<YearsItems> => (await callLight(itemsRow)).body,
  'renovation-items',
);
