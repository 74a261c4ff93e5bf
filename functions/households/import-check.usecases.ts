import type { Principal } from '../platform/contract/roles.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { addressKey, holdersOfPhone, idNumberKey, nameMark } from './claims.store.ts';
import { type ImportRow, type Repeat, repeatsAmong } from './households.fields.ts';
import { type HouseholdRefusal, householdProblem } from './households.problems.ts';
import type { HouseholdDependencies } from './households.usecases.ts';
import type { CheckedRow, RowProblem } from './households.views.ts';
import {
  holdersOf,
  idOfRow,
  type ReadRow,
  readRows,
  rowProblem,
  type SentRows,
  visibleAmong,
} from './import-rows.usecases.ts';
import { isBeyond } from './imports.rules.ts';
import { readImport } from './imports.usecases.ts';

const codes = {
  address: 'household.address_taken',
  'id-number': 'household.id_number_taken',
  'name-phone': 'household.name_and_phone_known',
} as const satisfies Record<Repeat['what'], HouseholdRefusal>;

interface Wanted {
  readonly row: number;
  readonly path: string;
  readonly code: HouseholdRefusal;
  readonly key: ItemKey;
}

type Good = ReadRow & { readonly content: ImportRow };

const wantedBy = async (
  { keyring }: HouseholdDependencies,
  village: string,
  { row, content }: Good,
): Promise<Wanted[]> => [
  { row, path: 'address', code: codes.address, key: await addressKey(keyring, { ...content, village }) },
  ...(await Promise.all(
    content.members.flatMap(({ idNumber }, index) =>
      idNumber === undefined
        ? []
        : [
            idNumberKey(keyring, idNumber).then((key) => ({
              ...{ row, path: `members.${index}.idNumber`, code: codes['id-number'], key },
            })),
          ],
    ),
  )),
];

interface SamePerson {
  readonly row: number;
  readonly path: string;
  readonly household: string;
}

/** Queries under way at once: one for each phone of the rows. */
const mostAtOnce = 16;

/** Heads whose name and phone are in the register together. */
const samePersons = async (deps: HouseholdDependencies, rows: readonly Good[]): Promise<SamePerson[]> => {
  const found: SamePerson[] = [];
  const waiting = [...rows];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const head = next.content.members[0];
      if (head?.phone === undefined) continue;
      const mark = await nameMark(deps.keyring, head.name);
      for (const { household, name } of await holdersOfPhone(deps, head.phone)) {
        if (name === mark) found.push({ row: next.row, path: 'members.0.phone', household });
      }
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, worker));
  return found;
};

const duplicatesOf = async (
  deps: HouseholdDependencies,
  caller: Principal,
  { importId, village, rows }: { importId: string; village: string; rows: readonly Good[] },
): Promise<Map<number, RowProblem[]>> => {
  const duplicates = new Map<number, RowProblem[]>();
  const note = (row: number, problem: RowProblem): void => {
    duplicates.set(row, [...(duplicates.get(row) ?? []), problem]);
  };
  for (const { index, of, path, what } of repeatsAmong(rows.map(({ content }) => content))) {
    const sameAs = rows[of]?.row;
    const row = rows[index]?.row;
    if (row !== undefined && sameAs !== undefined) note(row, { ...rowProblem(path, codes[what]), sameAs });
  }
  const own = new Map(
    await Promise.all(
      rows.map(
        async ({ row }): Promise<[number, string]> => [row, await idOfRow(deps.keyring, importId, row)],
      ),
    ),
  );
  const wanted = (await Promise.all(rows.map((row) => wantedBy(deps, village, row)))).flat();
  const { holder, visible } = await holdersOf(
    deps,
    caller,
    wanted.map(({ key }) => key),
  );
  for (const { row, path, code, key } of wanted) {
    const held = holder(key);
    // What this very row has become stands in nobody's way.
    if (held === undefined || held === own.get(row)) continue;
    const household = visible(held);
    note(row, { ...rowProblem(path, code), ...(household === undefined ? {} : { household }) });
  }
  const persons = await samePersons(
    deps,
    rows.filter(({ row }) => !duplicates.has(row)),
  );
  const personVisible = await visibleAmong(
    deps,
    caller,
    persons.map(({ household }) => household),
  );
  for (const { row, path, household: held } of persons) {
    if (held === own.get(row)) continue;
    const household = personVisible(held);
    note(row, {
      ...rowProblem(path, codes['name-phone']),
      ...(household === undefined ? {} : { household }),
    });
  }
  return duplicates;
};

/** A dry run: what is wrong with rows, and which doors and persons are registered already. Writes nothing. */
export const checkRows = async (
  deps: HouseholdDependencies,
  caller: Principal,
  importId: string,
  sent: SentRows,
): Promise<{ readonly examined: number; readonly rows: CheckedRow[] }> => {
  const stored = await readImport(deps, importId, caller);
  if (isBeyond(stored.state, sent.from, sent.rows.length)) throw householdProblem('household.import_beyond');
  const { village } = stored.state;
  const read = await readRows(deps, village, sent);
  const good = read.flatMap(({ row, content, errors }) => (content ? [{ row, content, errors }] : []));
  const duplicates = await duplicatesOf(deps, caller, { importId, village, rows: good });
  return {
    examined: read.length,
    rows: read
      .map(({ row, errors }) => ({ row, errors, duplicates: duplicates.get(row) ?? [] }))
      .filter(({ errors, duplicates: found }) => errors.length + found.length > 0),
  };
};
