import { query, revalidate } from '@solidjs/router';
import { type Component, createSignal } from 'solid-js';
import { householdsContract } from '../../../../../functions/households/households.contract.ts';
import { call } from '../../../api/client.ts';
import { formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import {
  type ImportView,
  readHouseholdFigures,
  readHouseholds,
  readImport,
  readImports,
} from '../households.queries.ts';
import { householdsWords } from '../households.words.ts';
import { createRun } from './import-run.ts';
import { type KeptImport, keepLoaded, rowsFrom } from './kept-imports.ts';
import { RunBar } from './run-bar.tsx';

const { t } = householdsWords;
const { loadRows, completeImport } = householdsContract.routes;

/** Loads row after row; closing the page, a reload or a broken line only mean going on later. */
export const LoadStep: Component<{ view: ImportView; kept: KeptImport }> = (props) => {
  const id = props.kept.import;
  const [counts, setCounts] = createSignal({ loaded: props.view.loaded, refused: props.view.refused });

  const run = createRun({
    rows: props.kept.rows,
    done: props.kept.loaded,
    step: async (from) => {
      const sent = await rowsFrom(id, from);
      const { body } = await call(loadRows, {
        params: { import: id },
        body: { from, rows: sent.map((each) => each.row) },
        // The same after a reload: rows whose answer was lost are answered the same again.
        key: `household-import-${id}-${from}-${sent.length}`,
      });
      await keepLoaded(id, from, body.rows);
      setCounts({ loaded: body.import.loaded, refused: body.import.refused });
      return from + body.rows.length - 1;
    },
    finished: async () => {
      const { body } = await call(completeImport, {
        params: { import: id },
        body: {},
        key: `household-import-${id}-completion`,
      });
      query.set(readImport.keyFor(id), body);
      void revalidate([readImports.key, readHouseholds.key, readHouseholdFigures.key]);
      void revalidate(readImport.keyFor(id), false);
    },
  });
  return (
    <section class="stack" aria-labelledby="load">
      <h2 id="load">{t('load.title')}</h2>
      <p class="soft">{t('load.intro')}</p>
      <RunBar run={run} rows={props.kept.rows} label={t('load.label')} />
      <p>
        {t('load.counts', {
          loaded: formatNumber(counts().loaded, language()),
          refused: formatNumber(counts().refused, language()),
        })}
      </p>
    </section>
  );
};
