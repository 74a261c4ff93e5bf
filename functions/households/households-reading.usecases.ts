import { isWithin } from '../platform/contract/roles.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import type { Page } from '../platform/ledger/lists.ts';
import { admitNode, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { holderOf, holdersOfPhone, idNumberKey } from './claims.store.ts';
import { exportedHousehold } from './households.presentation.ts';
import { householdList, householdPage, householdRow, householdType } from './households.store.ts';
import type { HouseholdDependencies } from './households.usecases.ts';
import type { ExportedHousehold, HouseholdRow } from './households.views.ts';
import { limits } from './households.words.ts';
import { readInhabited } from './people.store.ts';

/**
 * Households that have a person with this ID number, or this phone, of those the caller may see. The look-up leaves
 * a record of who looked and what was found; never of what was looked for.
 */
export const lookUpHouseholds = async (
  deps: HouseholdDependencies,
  { caller, now, key }: Pick<StaffCommand, 'caller' | 'now' | 'key'>,
  { idNumber = '', phone }: { readonly idNumber?: string | undefined; readonly phone?: string | undefined },
): Promise<HouseholdRow[]> => {
  const holders =
    phone === undefined
      ? [holderOf(await deps.store.get(await idNumberKey(deps.keyring, idNumber)))]
      : (await holdersOfPhone(deps, phone)).map(({ household }) => household);
  const ids = holders.filter((id) => id !== undefined);
  const found = (await readCases(deps.store, householdType, ids)).filter(({ state }) =>
    isWithin(state.village, caller.scope),
  );
  await deps.store.put({
    PK: `LOOKUP#${caller.staffId}`,
    // Two in one millisecond are two.
    SK: `${now}#${key}`,
    ...{
      by: phone === undefined ? 'id-number' : 'phone',
      name: caller.name,
      found: found.map(({ id }) => id),
    },
  });
  return found.map(householdRow);
};

interface Wanted {
  readonly node: string;
  readonly area?: string | undefined;
  readonly plain: boolean;
  readonly reason?: string;
}

export const exportList = ({ node, area }: Pick<Wanted, 'node' | 'area'>): string =>
  householdList(node, area);

/** One page of a register for a spreadsheet. Plain values are given only after it is recorded who took them and why. */
export const exportHouseholds = async (
  deps: HouseholdDependencies,
  { caller, now }: Pick<StaffCommand, 'caller' | 'now'>,
  wanted: Wanted,
  from: ItemKey | undefined,
): Promise<Page<ExportedHousehold>> => {
  const { node, plain, reason } = wanted;
  admitNode(node, caller);
  const { rows, last } = await householdPage(deps.store, exportList(wanted), from, limits.exportedAtOnce);
  const ids = rows.map(({ household }) => household);
  if (!plain) {
    const found = await readCases(deps.store, householdType, ids);
    const stored = new Map(found.map((household) => [household.id, household]));
    return {
      rows: ids.flatMap((id) => {
        const household = stored.get(id);
        return household ? [exportedHousehold(household, undefined)] : [];
      }),
      last,
    };
  }
  await deps.store.put({
    PK: `EXPORT#${node.slice(node.lastIndexOf('/') + 1)}`,
    SK: `${now}#${caller.staffId}#${ids[0] ?? ''}`,
    ...{ at: now, staffId: caller.staffId, name: caller.name, reason, households: ids },
  });
  const inhabited = await readInhabited(deps, ids);
  return {
    rows: await Promise.all(
      inhabited.map(async ({ stored, people }) => exportedHousehold(stored, await people())),
    ),
    last,
  };
};
