import { useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, createResource, createSignal, For, Show } from 'solid-js';
import { householdsContract } from '../../../../../functions/households/households.contract.ts';
import type { CheckedRow } from '../../../../../functions/households/households.views.ts';
import { call } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import { confirm } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SubNav } from '../../../ui/page.tsx';
import { useDesk } from '../../shell/desk.ts';
import type { ImportView } from '../households.queries.ts';
import { householdsWords } from '../households.words.ts';
import { type Finding, Findings } from './findings.tsx';
import type { Remark } from './households-of-lines.ts';
import { createRun } from './import-run.ts';
import {
  allRows,
  forgetImport,
  foundTogether,
  type KeptImport,
  keepFound,
  keepLoading,
  readFound,
  rowsToCheck,
} from './kept-imports.ts';
import { doorOfRow, headOfRow, householdsNamed, linesOf, rowProblemWords } from './row-problems.ts';
import type { PreparedRow } from './rows.ts';
import { RunBar } from './run-bar.tsx';

const { t } = householdsWords;
const row = householdsContract.routes.checkRows;
const filters = ['all', 'errors', 'duplicates'] as const;
type Filter = (typeof filters)[number];

export interface CheckStepProps {
  view: ImportView;
  kept: KeptImport;
  onLoad: () => void;
}

const matches = ({ errors, duplicates }: CheckedRow, filter: Filter): boolean => {
  if (filter === 'errors') return errors.length > 0;
  if (filter === 'duplicates') return duplicates.length > 0;
  return errors.length + duplicates.length > 0;
};

/** More than anybody reads. */
const mostRemarks = 30;
const mostLines = 8;

interface SaidTogether extends Pick<Remark, 'code' | 'text'> {
  readonly lines: number[];
}

/** What is said of many lines is said once. */
const togetherSaid = (remarks: readonly Remark[]): SaidTogether[] => {
  const together = new Map<string, SaidTogether>();
  for (const { line, code, text } of remarks) {
    const key = `${code} ${text}`;
    const known = together.get(key);
    if (known) known.lines.push(line);
    else together.set(key, { code, text, lines: [line] });
  }
  return [...together.values()];
};

const listOf = (lines: readonly number[]): string =>
  lines.slice(0, mostLines).join('、') + (lines.length > mostLines ? ' …' : '');

/** What the file says twice was found in the whole of it before; the service sees only some of it at a time. */
const withoutRepeats = (found: CheckedRow): CheckedRow => ({
  ...found,
  duplicates: found.duplicates.filter(({ sameAs }) => sameAs === undefined),
});

const takenCodes: readonly string[] = [
  'household.address_taken',
  'household.id_number_taken',
  'id_number.repeated',
];

/** Right in itself, but its door or one of its people is in the register, or further up in the file, already. */
const isTaken = ({ errors, duplicates }: CheckedRow): boolean =>
  errors.length === 0 && duplicates.some(({ code }) => takenCodes.includes(code));

/** The dry run: every row is looked at, nothing is written, and what was found can be put right before loading. */
export const CheckStep: Component<CheckStepProps> = (props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const id = props.kept.import;
  const [rows] = createResource(() => allRows(id), {
    initialValue: new Map<number, PreparedRow>(),
  });
  const [found, setFound] = createSignal<readonly CheckedRow[]>([]);
  void readFound(id).then(setFound);

  const run = createRun({
    rows: props.kept.rows,
    done: props.kept.checked,
    step: async (from) => {
      const sent = await rowsToCheck(id, from);
      const { body } = await call(row, {
        params: { import: id },
        body: { from, rows: sent.map((each) => each.row) },
      });
      const through = from + sent.length - 1;
      const news = body.rows.map(withoutRepeats);
      await keepFound(id, from, through, news);
      if (news.length > 0) setFound((before) => foundTogether([...before, ...news]));
      return through;
    },
    finished: async () => {
      setFound(await readFound(id));
    },
  });

  const filter = (): Filter => filters.find((each) => each === search['show']) ?? 'all';
  const taken = (): number => found().filter(isTaken).length;
  const hrefOf = (wanted: Filter): string =>
    desk.keepNode(`/admin/households/imports/${id}${wanted === 'all' ? '' : `?show=${wanted}`}`);
  const count = (wanted: Filter): number => found().filter((each) => matches(each, wanted)).length;
  const lineOf = (number: number): string => {
    const prepared = rows().get(number);
    return prepared === undefined ? String(number) : linesOf(prepared);
  };
  const findings = (): Finding[] =>
    found()
      .filter((each) => matches(each, filter()))
      .map((each) => {
        const prepared = rows().get(each.row);
        const problems = [...each.errors, ...each.duplicates];
        return {
          lines: lineOf(each.row),
          door: prepared === undefined ? '' : doorOfRow(prepared),
          head: prepared === undefined ? '' : headOfRow(prepared),
          says: problems.map((problem) => rowProblemWords(problem, lineOf)),
          known: householdsNamed(problems),
        };
      });
  const load = async (): Promise<void> => {
    await keepLoading(id);
    props.onLoad();
  };
  const discard = async (): Promise<void> => {
    const isMeant = await confirm({
      title: t('check.discard.title'),
      text: t('check.discard.text'),
      confirmLabel: t('check.discard'),
      danger: true,
    });
    if (!isMeant) return;
    run.pause();
    await forgetImport(id);
    navigate(desk.keepNode('/admin/households/imports'));
  };

  return (
    <section class="stack" aria-labelledby="check">
      <h2 id="check">{t('check.title')}</h2>
      <p class="soft">{t('check.intro')}</p>
      <RunBar run={run} rows={props.kept.rows} label={t('check.label')} />
      <Show when={props.kept.remarks.length > 0}>
        <Notice tone="warn" title={t('check.remarks', { n: props.kept.remarks.length })}>
          <ul class="plain">
            <For each={togetherSaid(props.kept.remarks).slice(0, mostRemarks)}>
              {({ lines, code, text }) => <li>{t(`remark.${code}`, { lines: listOf(lines), text })}</li>}
            </For>
          </ul>
        </Notice>
      </Show>
      <SubNav
        label={t('check.filter')}
        items={filters.map((each) => ({
          href: hrefOf(each),
          label: t(`check.filter.${each}`),
          count: count(each),
          current: each === filter(),
        }))}
      />
      <Show when={run.state() === 'finished' && found().length === 0}>
        <Notice tone="ok">{t('check.clean', { n: props.kept.rows })}</Notice>
      </Show>
      <Findings
        caption={t('check.caption', { n: findings().length })}
        findings={findings()}
        fileName={t('check.file', { file: props.view.fileName.replace(/\.\w+$/, '') })}
      />
      <Show when={run.state() === 'finished'}>
        <Notice title={t('check.next', { n: props.kept.rows - count('errors') - taken() })}>
          <p>{t('check.next.text', { errors: count('errors'), taken: taken() })}</p>
        </Notice>
      </Show>
      <div class="row">
        <Show when={run.state() === 'finished'}>
          <Button kind="main" onPress={() => void load()}>
            {t('check.load')}
          </Button>
        </Show>
        <Button kind="quiet" onPress={() => void discard()}>
          {t('check.discard')}
        </Button>
      </div>
    </section>
  );
};
