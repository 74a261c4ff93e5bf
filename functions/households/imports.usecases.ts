import { officerOf } from '../platform/contract/officer.ts';
import type { Problem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import { importView } from './households.presentation.ts';
import { type HouseholdRefusal, householdProblem } from './households.problems.ts';
import type { HouseholdImport } from './households.states.ts';
import { type HouseholdDependencies, knownVillage } from './households.usecases.ts';
import type { LoadedRow } from './households.views.ts';
import { complete, moveOn } from './imports.rules.ts';
import { importType } from './imports.store.ts';

export interface ImportCommand extends StaffCommand {
  readonly params: { readonly import: string };
}

const importMissing = (): Problem => householdProblem('household.import_not_found');

/** What is said of the file; nothing of what is in it. */
export type FileSaid = Pick<
  HouseholdImport,
  'village' | 'fileName' | 'fileDigest' | 'headers' | 'mapping' | 'rows'
>;

/** @throws Problem `access.scope`, `household.village_unknown`. */
export const startImport = async (
  deps: HouseholdDependencies,
  request: StaffCommand,
  said: FileSaid,
): Promise<Stored<HouseholdImport>> => {
  admitNode(said.village, request.caller);
  await knownVillage(deps, said.village, request.now);
  const seed = await deps.keyring.mac('household-import', `${request.caller.staffId} ${request.key}`);
  const { village, fileName, fileDigest, rows } = said;
  return createCase<HouseholdImport, HouseholdRefusal>({
    ledger: deps.ledger,
    type: importType,
    command: commandOf(request),
    refuse: (refusal) => householdProblem(refusal),
    idFor: (attempt) => referenceFrom(`${seed} ${attempt}`),
    make: async () => ({
      next: {
        ...{ status: 'open', ...said, through: 0, loaded: 0, refused: 0 },
        ...{ by: officerOf(request.caller), createdAt: request.now },
      },
      events: [{ type: 'started', data: { village, fileName, fileDigest, rows } }],
    }),
  });
};

/** @throws Problem `household.import_not_found`, `access.scope`. */
export const readImport = async (
  { ledger }: Pick<Core, 'ledger'>,
  id: string,
  caller: Principal,
): Promise<Stored<HouseholdImport>> => {
  const stored = await ledger.read(importType, id);
  if (!stored) throw importMissing();
  admitNode(stored.state.village, caller);
  return stored;
};

type Rule = Parameters<typeof changeCase<HouseholdImport, HouseholdRefusal>>[0]['decide'];

const changeImport = (
  { ledger }: Pick<Core, 'ledger'>,
  request: ImportCommand,
  decide: Rule,
): Promise<Stored<HouseholdImport>> =>
  changeCase<HouseholdImport, HouseholdRefusal>({
    ledger,
    type: importType,
    id: request.params.import,
    command: commandOf(request),
    // Whoever sends rows decides nothing about the import: it moves on from wherever it stands.
    ifMatch: undefined,
    missing: importMissing,
    refuse: (refusal) => householdProblem(refusal),
    admit: ({ state }) => {
      admitNode(state.village, request.caller);
    },
    view: importView,
    decide,
  });

/** Moves the import on by rows that were answered; one commit however many they are. */
export const recordRows = (
  deps: Pick<Core, 'ledger'>,
  request: ImportCommand,
  answered: readonly LoadedRow[],
  throughBefore: number,
): Promise<Stored<HouseholdImport>> =>
  changeImport(deps, request, ({ state }) => moveOn(state, answered, throughBefore));

export const completeImport = (
  deps: Pick<Core, 'ledger'>,
  request: ImportCommand,
): Promise<Stored<HouseholdImport>> =>
  changeImport(deps, request, ({ state }) => complete(state, request.now));
