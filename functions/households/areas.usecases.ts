import type { Problem } from '../platform/contract/problems.ts';
import { type Accepted, changeCase, createCase } from '../platform/ledger/change.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import { areaNameFree, areaNameKey, areaNameTaken, areaType, areaView } from './areas.store.ts';
import { type HouseholdRefusal, householdProblem } from './households.problems.ts';
import type { Area } from './households.states.ts';
import { type HouseholdDependencies, knownVillage } from './households.usecases.ts';

const refused = (refusal: HouseholdRefusal): Problem => householdProblem(refusal);

/** @throws Problem when the village is outside the caller's area or unknown, or has an area of this name. */
export const createArea = async (
  deps: HouseholdDependencies,
  request: StaffCommand,
  { village, name }: { readonly village: string; readonly name: string },
): Promise<Stored<Area>> => {
  admitNode(village, request.caller);
  await knownVillage(deps, village, request.now);
  const seed = await deps.keyring.mac('area', `${request.caller.staffId} ${request.key}`);
  return createCase<Area, HouseholdRefusal>({
    ledger: deps.ledger,
    type: areaType,
    command: commandOf(request),
    refuse: refused,
    idFor: (attempt) => referenceFrom(`${seed} ${attempt}`),
    make: async (id) => ({
      next: { village, name, active: true, createdAt: request.now },
      events: [{ type: 'created', data: { name } }],
      companions: [areaNameTaken(village, name, id)],
    }),
  });
};

type AreaDecision = Accepted<Area, HouseholdRefusal> | { readonly refusal: HouseholdRefusal };

const changeArea = (
  deps: HouseholdDependencies,
  request: StaffCommand,
  id: string,
  rule: (area: Area) => AreaDecision,
): Promise<Stored<Area>> =>
  changeCase<Area, HouseholdRefusal>({
    ledger: deps.ledger,
    type: areaType,
    command: commandOf(request),
    id,
    ifMatch: request.ifMatch,
    refuse: refused,
    missing: () => householdProblem('household.area_not_found'),
    admit: ({ state }) => {
      admitNode(state.village, request.caller);
    },
    view: areaView,
    decide: ({ state }) => rule(state),
  });

export const renameArea = (
  deps: HouseholdDependencies,
  request: StaffCommand,
  id: string,
  name: string,
): Promise<Stored<Area>> =>
  changeArea(deps, request, id, (area) => ({
    next: { ...area, name },
    events: [{ type: 'renamed', data: { from: area.name, to: name } }],
    companions: [
      areaNameTaken(area.village, name, id),
      // One transaction writes an item once: names that differ in nothing but case share it.
      ...(areaNameKey(area.village, name).SK === areaNameKey(area.village, area.name).SK
        ? []
        : [areaNameFree(area.village, area.name)]),
    ],
  }));

/** A closed area keeps its name: what was planned for it is still called so. */
export const closeArea = (
  deps: HouseholdDependencies,
  request: StaffCommand,
  id: string,
): Promise<Stored<Area>> =>
  changeArea(deps, request, id, (area) =>
    area.active
      ? { next: { ...area, active: false }, events: [{ type: 'closed', data: {} }] }
      : { refusal: 'household.area_closed' },
  );
