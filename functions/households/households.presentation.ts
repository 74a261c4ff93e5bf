import { holdsOneOf, isWithin, type Principal } from '../platform/contract/roles.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { keepers, openers, serviceKnowers } from './households.actions.ts';
import { categoriesOf, hasPhone, type People } from './households.rules.ts';
import type { Household, HouseholdImport } from './households.states.ts';
import type { ExportedHousehold, HouseholdView, ImportView, TimelineRow } from './households.views.ts';

export const householdView = (
  { id, version, state }: Stored<Household>,
  caller: Principal,
): HouseholdView => {
  const isMine = state.anonymisedAt === undefined && isWithin(state.village, caller.scope);
  return {
    ...state,
    household: id,
    version,
    categories: categoriesOf(state),
    hasPhone: hasPhone(state),
    mayChange: isMine && holdsOneOf(caller, keepers),
    mayOpen: isMine && holdsOneOf(caller, openers),
  };
};

export const importView = ({ id, version, state }: Stored<HouseholdImport>): ImportView => ({
  import: id,
  version,
  ...state,
});

/** With the plain values where they are given, masked otherwise. */
export const exportedHousehold = (
  { id, state }: Stored<Household>,
  people: People | undefined,
): ExportedHousehold => ({
  household: id,
  status: state.status,
  kind: state.kind,
  village: state.village,
  area: state.area,
  address: state.address,
  shopName: state.shopName,
  members: state.members.map((member) => ({ ...member, ...people?.[String(member.no)] })),
});

/**
 * What a service was is only for who keeps such records. Of a renovation the others see that something was
 * received, once it was; an application that was rejected is nothing they learn of.
 */
export const shownTimelineRows = (rows: readonly TimelineRow[], caller: Principal): TimelineRow[] => {
  if (holdsOneOf(caller, serviceKnowers)) return [...rows];
  return rows.flatMap((row): TimelineRow[] => {
    const service: TimelineRow = { type: 'service', at: row.at };
    if (row.type === 'service') return [service];
    if (row.type === 'renovation') return row.milestone === 'accepted' ? [service] : [];
    return [row];
  });
};
