import { readStaff, staffType } from '../access/staff.store.ts';
import { parentOf } from '../platform/contract/node-path.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { type Problem, platformProblem } from '../platform/contract/problems.ts';
import { holdsOneOf, type Principal } from '../platform/contract/roles.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import { readCases } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { issueProblem } from './issues.problems.ts';
import type { Issue } from './issues.states.ts';
import type { IssueDependencies } from './issues.usecases.ts';
import { categories } from './issues.words.ts';
import type { NewOwner, OwnerFields } from './owners.fields.ts';
import { answersFor, mayLead, setOwner } from './owners.rules.ts';
import { type Owner, ownerSchema } from './owners.states.ts';
import type { OwnerView } from './owners.views.ts';

/** One for each category that has an owner: the category is its id. */
export const ownerType: CaseType<Owner> = {
  kind: 'OWNER',
  schema: ownerSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const ownerView = ({ version, state: { createdAt: _, ...owner } }: Stored<Owner>): OwnerView => ({
  version,
  ...owner,
});

/** All of them, in the order of the categories; one strongly consistent read of as many items as there are. */
export const readOwners = async ({ store }: Pick<Core, 'store'>): Promise<OwnerView[]> => {
  const found = (await readCases(store, ownerType, categories)).map(ownerView);
  return categories.flatMap((category) => found.filter((owner) => owner.category === category));
};

/** The bureau issues of a category belong to. One strongly consistent read. */
export const ownerOf = async (
  { ledger }: Pick<Core, 'ledger'>,
  category: Issue['category'],
): Promise<Owner | undefined> => (await ledger.read(ownerType, category))?.state;

/** @throws Problem when the culture bureau is about to decide whose the issues of another category are. */
const admitCategory = (category: Issue['category'], caller: Principal): void => {
  if (!holdsOneOf(caller, ['admin']) && category !== 'culture') throw platformProblem('access.role');
};

const noOwner = (): Problem => issueProblem('owner.not_found');

/** Names of the lead officials, as their accounts stand now. @throws Problem when one cannot answer for their town. */
const namesFor = async (
  deps: IssueDependencies,
  { department, leads }: OwnerFields,
  now: Instant,
): Promise<(staffId: string) => Officer> => {
  const node = await deps.nodes.at(department, now);
  if (!node?.active || node.kind !== 'department') throw issueProblem('issue.department_unknown');
  const towns = await Promise.all(leads.map(({ town }) => deps.nodes.at(town, now)));
  const stand = towns.every((town) => town?.kind === 'town' && answersFor(department, town.path));
  if (!stand) throw issueProblem('owner.town_unknown');
  const accounts = await readCases(deps.store, staffType, [...new Set(leads.map(({ staffId }) => staffId))]);
  const accountOf = (staffId: string) => accounts.find(({ id }) => id === staffId)?.state;
  for (const { town, staffId } of leads) {
    const account = accountOf(staffId);
    if (!account || !mayLead(account, department, town)) throw issueProblem('owner.lead_unfit');
  }
  return (id) => ({ id, name: accountOf(id)?.name ?? id });
};

/** @throws Problem `access.scope`, `access.role`, `owner.exists`, or why department, town or lead are not fit. */
export const createOwner = async (
  deps: IssueDependencies,
  command: StaffCommand,
  { category, ...fields }: NewOwner,
): Promise<Stored<Owner>> => {
  const { caller, now } = command;
  admitCategory(category, caller);
  admitNode(fields.department, caller);
  const named = await namesFor(deps, fields, now);
  return createCase<Owner, never>({
    ledger: deps.ledger,
    type: ownerType,
    command: commandOf(command),
    refuse: (refusal) => refusal,
    idFor: () => category,
    occupied: () => issueProblem('owner.exists'),
    make: async () => setOwner(category, fields, { before: undefined, named, now }),
  });
};

/** @throws Problem `owner.not_found`, and as {@link createOwner}. */
export const changeOwner = async (
  deps: IssueDependencies,
  command: StaffCommand,
  { category, ...fields }: NewOwner,
): Promise<Stored<Owner>> => {
  const { caller, now } = command;
  admitCategory(category, caller);
  admitNode(fields.department, caller);
  const named = await namesFor(deps, fields, now);
  return changeCase<Owner, never>({
    ledger: deps.ledger,
    type: ownerType,
    id: category,
    command: commandOf(command),
    ifMatch: command.ifMatch,
    missing: noOwner,
    refuse: (refusal) => refusal,
    admit: ({ state }) => admitNode(state.department, caller),
    view: ownerView,
    decide: ({ state }) => setOwner(category, fields, { before: state, named, now }),
  });
};

/**
 * Who can answer for a town in a bureau's name: of the place it hangs on and below, by login name. A query or two,
 * eventually consistent.
 */
export const leadCandidates = async (
  { store }: Pick<Core, 'store'>,
  department: string,
  town: string,
): Promise<{ readonly staffId: string; readonly name: string; readonly scope: string }[]> =>
  (await readStaff(store, parentOf(department) ?? department))
    .filter((row) => mayLead(row, department, town))
    .map(({ staffId, name, scope }) => ({ staffId, name, scope }));
