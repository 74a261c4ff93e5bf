import { type Component, createResource, Show } from 'solid-js';
import { formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { ImportView } from '../households.queries.ts';
import { householdsWords } from '../households.words.ts';
import { type Finding, Findings } from './findings.tsx';
import { forgetImport, type RefusedRow, readRefused } from './kept-imports.ts';
import { doorOfRow, headOfRow, householdsNamed, linesOf, rowProblemWords } from './row-problems.ts';

const { t } = householdsWords;

const findingOf = ({ answer, prepared }: RefusedRow): Finding => ({
  lines: linesOf(prepared),
  door: doorOfRow(prepared),
  head: headOfRow(prepared),
  says: answer.errors.map((problem) => rowProblemWords(problem, String)),
  known: householdsNamed(answer.errors),
});

/** What became of every row; those the register refused can be taken away, put right and loaded as a new file. */
export const ResultStep: Component<{ view: ImportView }> = (props) => {
  const [refused, { mutate }] = createResource(
    () => props.view.import,
    // Without a memory of its own the browser still has the figures.
    (id) => readRefused(id).catch(() => ({ rows: [], already: 0 })),
  );
  const number = (value: number): string => formatNumber(value, language());
  const forget = async (): Promise<void> => {
    await forgetImport(props.view.import);
    mutate({ rows: [], already: 0 });
  };
  return (
    <section class="stack" aria-labelledby="result">
      <h2 id="result">{t('result.title')}</h2>
      <dl class="household-figures">
        <div>
          <dt>{t('imports.loaded')}</dt>
          <dd>{number(props.view.loaded)}</dd>
        </div>
        <div>
          <dt>{t('imports.refused')}</dt>
          <dd>{number(props.view.refused)}</dd>
        </div>
        <Show when={(refused()?.already ?? 0) > 0}>
          <div>
            <dt>{t('result.already')}</dt>
            <dd>{number(refused()?.already ?? 0)}</dd>
          </div>
        </Show>
      </dl>
      <Show when={props.view.refused === 0}>
        <Notice tone="ok">{t('result.all')}</Notice>
      </Show>
      <Show
        when={(refused()?.rows.length ?? 0) > 0}
        fallback={
          <Show when={props.view.refused > 0 && refused.state === 'ready'}>
            <Notice>{t('result.gone')}</Notice>
          </Show>
        }
      >
        <Findings
          caption={t('result.caption', { n: refused()?.rows.length ?? 0 })}
          findings={(refused()?.rows ?? []).map(findingOf)}
          fileName={t('result.file', { file: props.view.fileName.replace(/\.\w+$/, '') })}
        />
        <p class="soft">{t('result.kept')}</p>
        <Button onPress={() => void forget()}>{t('result.forget')}</Button>
      </Show>
      <div class="row">
        <LinkButton kind="main" href={`/admin/households?node=${props.view.village}`}>
          {t('result.register')}
        </LinkButton>
        <LinkButton href={`/admin/households/imports/new?node=${props.view.village}`}>
          {t('imports.new')}
        </LinkButton>
      </div>
    </section>
  );
};
