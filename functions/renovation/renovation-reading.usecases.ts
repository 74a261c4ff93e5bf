import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { ResponseInputOf } from '../platform/contract/route.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { mayRead } from './renovation.actions.ts';
import type { renovationContract } from './renovation.contract.ts';
import { seesArea } from './renovation.roles.ts';
import type { Renovation } from './renovation.states.ts';
import { assessmentPage, renovationType } from './renovation.store.ts';
import { renovationMissing } from './renovation-missing.problems.ts';

/**
 * @throws Problem when this caller may not see it. To a contractor what isn't their job isn't there: nobody finds out
 * by guessing which homes others build.
 */
export const admitReader = ({ state }: Pick<Stored<Renovation>, 'state'>, caller: Principal): void => {
  if (mayRead(state, caller)) return;
  throw seesArea(caller) ? platformProblem('access.scope') : renovationMissing();
};

export const readRenovation = async (
  { ledger }: Pick<Core, 'ledger'>,
  reference: string,
  caller: Principal,
): Promise<Stored<Renovation>> => {
  const stored = await ledger.read(renovationType, reference);
  if (!stored) throw renovationMissing();
  admitReader(stored, caller);
  return stored;
};

/** What the organisations of the district are called. */
interface Places {
  readonly at: (
    path: string,
    now: Instant,
  ) => Promise<{ readonly name: { readonly zh: string; readonly en: string } } | undefined>;
}

/** One query; what a village is called is known for a while. Who lives behind which door is opened apart, home by home. */
export const homesToAssess = async (
  { store, nodes }: Pick<Core, 'store'> & { readonly nodes: Places },
  { staffId }: Principal,
  now: Instant,
): Promise<ResponseInputOf<typeof renovationContract.routes.toAssess>> => {
  const { rows, last } = await assessmentPage(store, staffId);
  const villages = [...new Set(rows.map(({ village }) => village))];
  const named = await Promise.all(
    villages.map(async (path) => [path, (await nodes.at(path, now))?.name] as const),
  );
  const places = Object.fromEntries(named.flatMap(([path, name]) => (name ? [[path, name] as const] : [])));
  return { rows, places, more: last !== undefined, asOf: now };
};
