import { revalidate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { householdsContract } from '../../../../../functions/households/households.contract.ts';
import type { CheckedRow } from '../../../../../functions/households/households.views.ts';
import { fieldMessages } from '../../../../../functions/platform/contract/fields.ts';
import { ApiProblem, call } from '../../../api/client.ts';
import { codeOf } from '../../messages/messages.ts';
import { readSession } from '../../queries.ts';
import { showChangedArea, withChangedAreas } from '../fresh-areas.ts';
import { readAreas, readImports } from '../households.queries.ts';
import type { Column, Mapping } from './columns.ts';
import { keepImport } from './kept-imports.ts';
import type { Prepared } from './open-spreadsheet.ts';
import { headersOf, mappingBody } from './remembered-mapping.ts';
import { unknownAreas } from './rows.ts';
import type { OpenFile } from './spreadsheet-worker.ts';

const { routes } = householdsContract;

/** What is done about areas the village hasn't: told first, then made or left out. */
type AboutAreas = 'ask' | 'create' | 'leave';
type Outcome = 'nothing' | 'no-room';

export interface StartingSetup {
  file: () => OpenFile;
  village: () => string;
  columns: () => readonly Column[];
  mapping: () => Mapping;
  onStarted: (id: string) => void;
}

const repeatCodes = {
  address: 'household.address_taken',
  'id-number': 'id_number.repeated',
  'name-phone': 'household.name_and_phone_known',
} as const;

/** What the file says twice, in the shape the service tells its own findings. */
const foundInFile = ({ repeats }: Prepared): CheckedRow[] =>
  repeats.map(({ index, path, of, what }) => ({
    row: index + 1,
    errors: [],
    duplicates: [
      { path, code: repeatCodes[what], n: '', message: fieldMessages['id_number.repeated'], sameAs: of + 1 },
    ],
  }));

/** From columns that are named to an import that is begun, its rows kept here until the register has them. */
export const createStarting = (setup: StartingSetup) => {
  const [busy, setBusy] = createSignal(false);
  const [refusal, setRefusal] = createSignal<string>();
  const [outcome, setOutcome] = createSignal<Outcome>();
  const [missingAreas, setMissingAreas] = createSignal<readonly string[]>([]);

  const forget = (): void => {
    setRefusal(undefined);
    setOutcome(undefined);
    setMissingAreas([]);
  };

  const prepare = async (): Promise<Prepared> => {
    const read = await readAreas(setup.village());
    const areas = withChangedAreas(read, setup.village()).filter(({ active }) => active);
    return setup.file().prepare(
      setup.mapping(),
      areas.map(({ area, name }) => ({ area, name })),
    );
  };
  const createAreas = async (names: readonly string[]): Promise<void> => {
    for (const name of names) {
      showChangedArea((await call(routes.createArea, { body: { village: setup.village(), name } })).body);
    }
    void revalidate(readAreas.key);
  };

  const begin = async (prepared: Prepared): Promise<void> => {
    const { rows, remarks } = prepared;
    const { staffId } = await readSession();
    const { body } = await call(routes.startImport, {
      body: {
        village: setup.village(),
        fileName: setup.file().name,
        fileDigest: setup.file().digest,
        headers: headersOf(setup.columns(), setup.mapping()),
        mapping: mappingBody(setup.mapping()),
        rows: rows.length,
      },
    });
    const kept = { import: body.import, staffId, village: body.village, fileName: body.fileName };
    try {
      await keepImport({ ...kept, rows: rows.length, remarks }, rows, foundInFile(prepared));
    } catch {
      // A full disk or a private window. Nothing was loaded yet, so nothing is lost.
      setOutcome('no-room');
      return;
    }
    void revalidate(readImports.key);
    setup.onStarted(body.import);
  };

  const start = async (about: AboutAreas): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const missing = missingAreas();
    forget();
    try {
      if (about === 'create') await createAreas(missing);
      const prepared = await prepare();
      const unknown = unknownAreas(prepared.rows);
      if (prepared.rows.length === 0) setOutcome('nothing');
      else if (unknown.length > 0 && about === 'ask') setMissingAreas(unknown);
      else await begin(prepared);
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      setRefusal(codeOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, outcome, missingAreas, forget, start };
};
