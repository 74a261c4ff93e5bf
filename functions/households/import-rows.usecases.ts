import * as v from 'valibot';
import { fieldMessages, fieldProblems } from '../platform/contract/fields.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { digestOf } from '../platform/ledger/chain.ts';
import { commitEach } from '../platform/ledger/commit-each.ts';
import { type Outcome, readCases } from '../platform/ledger/ledger.ts';
import { commandOf } from '../platform/ledger/staff-command.ts';
import { type Command, type Companion, type Step, type Stored, stepOf } from '../platform/ledger/steps.ts';
import { longIdFrom } from '../platform/runtime/ids.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import { byKey, type ItemKey } from '../platform/runtime/store.ts';
import { type Claim, holderOf } from './claims.store.ts';
import { type ImportRow, importRowSchema } from './households.fields.ts';
import { type HouseholdRefusal, householdProblem, householdProblems } from './households.problems.ts';
import type { Household, HouseholdImport } from './households.states.ts';
import { householdType } from './households.store.ts';
import { areaKey, type HouseholdDependencies, isOpenArea, knownVillage } from './households.usecases.ts';
import type { LoadedRow, RowProblem } from './households.views.ts';
import { prepareHousehold } from './households-registering.usecases.ts';
import { hindrance } from './imports.rules.ts';
import { type ImportCommand, readImport, recordRows } from './imports.usecases.ts';

/** Rows of one request, as they came. */
export interface SentRows {
  readonly from: number;
  readonly rows: readonly unknown[];
}

/** A row of a file, read as far as it can be. */
export interface ReadRow {
  readonly row: number;
  /** Undefined when it can't be loaded as it is. */
  readonly content: ImportRow | undefined;
  readonly errors: RowProblem[];
}

export const rowProblem = (path: string, code: HouseholdRefusal): RowProblem => ({
  ...{ path, code, n: '', message: householdProblems[code].title },
});

/** Reads rows one by one: what is wrong with one says nothing of another. */
export const readRows = async (
  deps: HouseholdDependencies,
  village: string,
  { from, rows }: SentRows,
): Promise<ReadRow[]> => {
  const read = rows.map((sent, index): ReadRow => {
    // To valibot a list is an object like any other, and whatever is none is an unknown kind of one.
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
      const errors = [{ path: '', code: 'field.type', n: '', message: fieldMessages['field.type'] }];
      return { row: from + index, content: undefined, errors };
    }
    const parsed = v.safeParse(importRowSchema, sent);
    return parsed.success
      ? { row: from + index, content: parsed.output, errors: [] }
      : { row: from + index, content: undefined, errors: fieldProblems(parsed.issues) };
  });
  const areas = [...new Set(read.flatMap(({ content }) => content?.area ?? []))];
  const found = byKey(await deps.store.getMany(areas.map(areaKey)));
  const open = new Set(areas.filter((area) => isOpenArea(found(areaKey(area)), village)));
  return read.map((each) =>
    each.content?.area === undefined || open.has(each.content.area)
      ? each
      : { ...each, content: undefined, errors: [rowProblem('area', 'household.area_unknown')] },
  );
};

const rowKey = (importId: string, row: number): string => `${importId}#${row}`;

/** The household a row becomes: decided by its place in the file, so that it becomes one however often it is sent. */
export const idOfRow = async (keyring: Keyring, importId: string, row: number): Promise<string> =>
  longIdFrom(await keyring.mac('household-import-row', rowKey(importId, row)));

interface Ready {
  readonly row: number;
  readonly id: string;
  readonly command: Command;
  readonly step: Step<Household>;
  readonly companions: readonly Companion<HouseholdRefusal>[];
  readonly claims: readonly Claim[];
}

const ready = async (
  { keyring }: Pick<HouseholdDependencies, 'keyring'>,
  request: ImportCommand,
  village: string,
  { row, content }: { readonly row: number; readonly content: ImportRow },
): Promise<Ready> => {
  const importId = request.params.import;
  const { members, ...details } = content;
  const [id, digest] = await Promise.all([
    idOfRow(keyring, importId, row),
    keyring.mac('household-request', digestOf(content)),
  ]);
  const command: Command = { ...commandOf(request), key: rowKey(importId, row), request: digest };
  const asked = { village, details, members, source: 'import', import: { id: importId, row } } as const;
  const { next, events, companions, claims } = await prepareHousehold(keyring, id, asked, request.now);
  const step = stepOf<Household>(command, { type: householdType, id, before: undefined, next, events });
  return { row, id, command, step, companions, claims };
};

/** Claims as a row names them: it has no `details`. */
export const pathInRow = ({ path }: Claim): string => path.replace(/^details\./, '');

/**
 * Which households of others hold what these rows want, by the key; of those the caller may see. Two reads at most,
 * of as many items as there are keys.
 */
export const holdersOf = async (
  { store }: Pick<HouseholdDependencies, 'store'>,
  caller: Principal,
  keys: readonly ItemKey[],
): Promise<{
  readonly holder: (key: ItemKey) => string | undefined;
  readonly visible: (household: string | undefined) => string | undefined;
}> => {
  const items = await store.getMany(keys);
  const found = byKey(items);
  return {
    holder: (key) => holderOf(found(key)),
    visible: await visibleAmong({ store }, caller, items.map(holderOf)),
  };
};

/** Names a household only to who may see it. */
export const visibleAmong = async (
  { store }: Pick<HouseholdDependencies, 'store'>,
  caller: Principal,
  households: readonly (string | undefined)[],
): Promise<(household: string | undefined) => string | undefined> => {
  const ids = households.filter((id) => id !== undefined);
  const states = await readCases(store, householdType, ids);
  const seen = new Set(
    states.filter(({ state }) => isWithin(state.village, caller.scope)).map(({ id }) => id),
  );
  return (household) => (household !== undefined && seen.has(household) ? household : undefined);
};

type RowOutcome = Outcome<HouseholdRefusal>;

/** What came of a row; a table that doesn't say who has its id is asked. */
const answerOf = async (
  { ledger }: Pick<HouseholdDependencies, 'ledger'>,
  { id, command }: Ready,
  outcome: RowOutcome | undefined,
): Promise<'loaded' | 'already' | HouseholdRefusal> => {
  switch (outcome?.outcome) {
    case 'committed':
      return 'loaded';
    case 'repeated':
      return 'already';
    case 'refused':
      return outcome.refusal;
    case 'key-reused':
      return 'household.import_row_differs';
    default: {
      const earlier = await ledger.earlier(householdType, id, command);
      return earlier === undefined || earlier === 'key-reused' ? 'household.import_row_differs' : 'already';
    }
  }
};

const refusedRows = async (
  deps: HouseholdDependencies,
  caller: Principal,
  refused: readonly (Ready & { readonly refusal: HouseholdRefusal })[],
): Promise<LoadedRow[]> => {
  if (refused.length === 0) return [];
  const wanted = refused.flatMap(({ claims, refusal }) =>
    claims.filter((claim) => claim.refusal === refusal),
  );
  const { holder, visible } = await holdersOf(
    deps,
    caller,
    wanted.map(({ key }) => key),
  );
  return refused.map(({ row, id, claims, refusal }) => {
    const claim = claims.find(
      ({ key, refusal: own }) => own === refusal && ![undefined, id].includes(holder(key)),
    );
    const household = claim && visible(holder(claim.key));
    const problem = rowProblem(claim ? pathInRow(claim) : '', refusal);
    return {
      row,
      result: 'refused',
      errors: [household === undefined ? problem : { ...problem, household }],
    };
  });
};

/**
 * Loads rows of a file, several to a transaction, each answered by itself. Sent again, a row that was loaded is
 * `already` there; one that was refused is tried again.
 */
export const loadRows = async (
  deps: HouseholdDependencies,
  request: ImportCommand,
  sent: SentRows,
): Promise<{ readonly rows: LoadedRow[]; readonly stored: Stored<HouseholdImport> }> => {
  const before = await readImport(deps, request.params.import, request.caller);
  const { village } = before.state;
  const refusal = hindrance(before.state, sent.from, sent.rows.length);
  if (refusal) throw householdProblem(refusal);
  await knownVillage(deps, village, request.now);
  const read = await readRows(deps, village, sent);
  const prepared = await Promise.all(
    read.flatMap(({ row, content }) => (content ? [ready(deps, request, village, { row, content })] : [])),
  );
  const outcomes = await commitEach<HouseholdRefusal>(deps.store, prepared);
  const answered: LoadedRow[] = read
    .filter(({ content }) => !content)
    .map(({ row, errors }) => ({ row, result: 'refused', errors }));
  const refused: (Ready & { readonly refusal: HouseholdRefusal })[] = [];
  for (const [index, one] of prepared.entries()) {
    const result = await answerOf(deps, one, outcomes[index]);
    if (result !== 'loaded' && result !== 'already') refused.push({ ...one, refusal: result });
    else answered.push({ row: one.row, result, household: one.id, errors: [] });
  }
  answered.push(...(await refusedRows(deps, request.caller, refused)));
  answered.sort((a, b) => a.row - b.row);
  return { rows: answered, stored: await recordRows(deps, request, answered, before.state.through) };
};
