import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../../functions/platform/contract/route.ts';
import type { deviceRoutes } from '../../../../../functions/services/devices.contract.ts';
import type { HandoutState } from '../../../../../functions/services/services.words.ts';
import type { LightRow } from '../../../api/client.ts';
import { readLight } from '../../queries.ts';
import { pageQuery, renewServices } from '../services.queries.ts';

type Routes = typeof deviceRoutes;
type Reading = 'stocks' | 'readStock' | 'handouts' | 'loans' | 'readHandout';

const routes: { readonly [Name in Reading]: LightRow<Routes[Name]> } = {
  stocks: { method: 'GET', path: '/api/services/device-stocks' },
  readStock: { method: 'GET', path: '/api/services/device-stocks/{stock}' },
  handouts: { method: 'GET', path: '/api/services/device-handouts' },
  loans: { method: 'GET', path: '/api/services/device-loans' },
  readHandout: { method: 'GET', path: '/api/services/device-handouts/{handout}' },
};

export type StockPage = ResponseOf<Routes['stocks']>;
export type StockRow = StockPage['rows'][number];
export type StockView = ResponseOf<Routes['readStock']>;
export type LoanPage = ResponseOf<Routes['loans']>;
/** Also of what isn't lent, which is never late. */
export type HandoutRow = LoanPage['rows'][number];
export type HandoutView = ResponseOf<Routes['readHandout']>;

export const readStocks = query(
  async (node: string, cursor: string | undefined): Promise<StockPage> =>
    (await readLight(routes.stocks, { query: { node, ...pageQuery(cursor) } })).body,
  'device-stocks',
);

/** Every stock of a place and below it, for choosing one: some fifteen kinds a depot. */
export const readAllStocks = async (node: string): Promise<readonly StockRow[]> => {
  const rows: StockRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await readStocks(node, cursor);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
};

export const readStock = query(
  async (stock: string): Promise<StockView> =>
    (await readLight(routes.readStock, { params: { stock } })).body,
  'one-device-stock',
);

export const readHandouts = query(
  async (node: string, state: HandoutState, cursor: string | undefined): Promise<LoanPage> =>
    (await readLight(routes.handouts, { query: { node, state, ...pageQuery(cursor) } })).body,
  'handouts-of-devices',
);

export const readLoans = query(
  async (node: string, late: boolean, cursor: string | undefined): Promise<LoanPage> =>
    (
      await readLight(routes.loans, {
        query: { node, ...(late ? { only: 'late' as const } : {}), ...pageQuery(cursor) },
      })
    ).body,
  'loans-of-devices',
);

export const readHandout = query(
  async (handout: string): Promise<HandoutView> =>
    (await readLight(routes.readHandout, { params: { handout } })).body,
  'one-device-handout',
);

export const renewDevices = (): Promise<void> => {
  void renewServices();
  return revalidate([readStocks.key, readStock.key, readHandouts.key, readLoans.key]);
};

/** Shows a hand-out as a command just answered it; stocks, lists and figures follow a moment later. */
export const showChangedHandout = (view: HandoutView): void => {
  const key = readHandout.keyFor(view.handout);
  query.set(key, view);
  void revalidate(key, false);
  void renewDevices();
};

export const showChangedStock = (view: StockView): void => {
  const key = readStock.keyFor(view.stock);
  query.set(key, view);
  void revalidate(key, false);
  void renewServices();
  void revalidate(readStocks.key);
};
