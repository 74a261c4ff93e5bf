import { query, revalidate } from '@solidjs/router';
import type { ResponseOf } from '../../../../../functions/platform/contract/route.ts';
import type { helpRoutes } from '../../../../../functions/services/helps.contract.ts';
import type { HelpState } from '../../../../../functions/services/services.words.ts';
import type { LightRow } from '../../../api/client.ts';
import { readLight } from '../../queries.ts';
import { pageQuery, renewServices } from '../services.queries.ts';

type Routes = typeof helpRoutes;

const routes: { readonly [Name in 'helps' | 'readHelp']: LightRow<Routes[Name]> } = {
  helps: { method: 'GET', path: '/api/services/rehabilitation-helps' },
  readHelp: { method: 'GET', path: '/api/services/rehabilitation-helps/{help}' },
};

export type HelpPage = ResponseOf<Routes['helps']>;
export type HelpRow = HelpPage['rows'][number];
export type HelpView = ResponseOf<Routes['readHelp']>;

export const readHelps = query(
  async (node: string, state: HelpState, cursor: string | undefined): Promise<HelpPage> =>
    (await readLight(routes.helps, { query: { node, state, ...pageQuery(cursor) } })).body,
  'rehabilitation-helps',
);

export const readHelp = query(
  async (help: string): Promise<HelpView> => (await readLight(routes.readHelp, { params: { help } })).body,
  'one-rehabilitation-help',
);

export const renewHelps = (): Promise<void> => {
  void renewServices();
  return revalidate(readHelps.key);
};

/** Shows a help as a command just answered it; lists and figures follow a moment later. */
export const showChangedHelp = (view: HelpView): void => {
  const key = readHelp.keyFor(view.help);
  query.set(key, view);
  void revalidate(key, false);
  void renewHelps();
};
