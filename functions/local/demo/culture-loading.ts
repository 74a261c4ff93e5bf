import type { AccessParts } from '../../access/access.parts.ts';
import { findByLoginName } from '../../access/staff.store.ts';
import { openAccount } from '../../access/staff.usecases.ts';
import type { IssueDependencies } from '../../issues/issues.usecases.ts';
import type { Principal } from '../../platform/contract/roles.ts';
import type { PhotoStore } from '../../platform/photos/photo-store.ts';
import { addDays, type Instant, localDateOf, startOfDay } from '../../platform/runtime/time.ts';
import type { WatchDependencies } from '../../venues/venues-watch.usecases.ts';
import { type DemoAccount, demoAdministrator, demoCulture, demoKeeper } from './accounts.ts';
import { demoCommand, type Loading, principalOf } from './campaign-loading.ts';
import type { DemoNode } from './district.ts';
import { nameFor } from './personas.ts';

export type CultureLoading = Loading<
  WatchDependencies & IssueDependencies & Pick<AccessParts, 'passwords'> & { readonly photos: PhotoStore }
>;

/** Somebody looks at the site meanwhile, and it is answered by the same process. */
export const cultureAtOnce = 3;

/** Days before today on which the district wrote down its venues. */
const daysBack = 98;
export const venuesFounded = (now: Instant): Instant => startOfDay(addDays(localDateOf(now), -daysBack));

export interface CultureStaff {
  /** Culture and Tourism Bureau of the district. */
  readonly bureau: Principal;
  /** Who keeps the venues of a place: its own keeper where it has one, otherwise the town's culture station. */
  readonly keeperOf: (node: string) => Principal;
}

/** An account for each town's culture station; who was opened by an earlier try is found, not opened again. */
export const cultureStaff = async (
  { deps, now }: CultureLoading,
  towns: readonly DemoNode[],
): Promise<CultureStaff> => {
  const [administrator, bureau, keeper] = await Promise.all([
    principalOf(deps, demoAdministrator),
    principalOf(deps, demoCulture),
    principalOf(deps, demoKeeper),
  ]);
  const stations = new Map<string, Principal>();
  for (const { id, path } of towns) {
    const loginName = `wenhua-${id.slice(-3)}`;
    const account: DemoAccount = { loginName, name: nameFor(loginName), roles: ['culture'], scope: path };
    if ((await findByLoginName(deps.store, loginName)) === undefined) {
      const command = demoCommand(administrator, `staff-${loginName}`, venuesFounded(now));
      await openAccount(deps, command, { ...account, roles: ['culture'] });
    }
    stations.set(path, await principalOf(deps, account));
  }
  return {
    bureau,
    keeperOf: (node) => {
      if (node === keeper.scope) return keeper;
      const station = [...stations].find(([path]) => node === path || node.startsWith(`${path}/`));
      if (!station) throw new Error(`nobody keeps the venues of ${node}`);
      return station[1];
    },
  };
};
