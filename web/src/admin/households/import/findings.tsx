import { type Component, createSignal, For, Show } from 'solid-js';
import { download } from '../../../lib/download.ts';
import { Button } from '../../../ui/button.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { xlsxOf } from '../export/spreadsheet-files.ts';
import { householdsWords } from '../households.words.ts';

const { t } = householdsWords;

/** One line of what was found: where it stands, who it is about, and what is to be said. */
export interface Finding {
  readonly lines: string;
  readonly door: string;
  readonly head: string;
  readonly says: readonly string[];
  /** Households of the register that stand in the way. */
  readonly known: readonly string[];
}

const perPage = 50;

export interface FindingsProps {
  caption: string;
  findings: readonly Finding[];
  /** The name of the file that can be taken away. */
  fileName: string;
}

const columns = (): readonly Column<Finding>[] => [
  { key: 'lines', header: t('finding.lines'), isRowHeader: true, nowrap: true, cell: ({ lines }) => lines },
  { key: 'door', header: t('household.address'), cell: ({ door }) => door },
  { key: 'head', header: t('household.head'), nowrap: true, cell: ({ head }) => head },
  {
    key: 'says',
    header: t('finding.says'),
    cell: ({ says, known }) => (
      <ul class="plain">
        <For each={says}>{(each) => <li>{each}</li>}</For>
        <For each={known}>
          {(household) => (
            <li>
              <a href={`/admin/households/${household}`} target="_blank" rel="noopener external">
                {t('finding.known')}
              </a>
            </li>
          )}
        </For>
      </ul>
    ),
  },
];

/** A list of findings in pages, and the whole of it as a spreadsheet. */
export const Findings: Component<FindingsProps> = (props) => {
  const [page, setPage] = createSignal(0);
  const pages = (): number => Math.max(1, Math.ceil(props.findings.length / perPage));
  /** Another filter may leave fewer pages than the one that was open. */
  const here = (): number => Math.min(page(), pages() - 1);
  const shown = () => props.findings.slice(here() * perPage, (here() + 1) * perPage);
  const takeAway = async (): Promise<void> =>
    download(
      await xlsxOf([
        [t('finding.lines'), t('household.address'), t('household.head'), t('finding.says')],
        ...props.findings.map(({ lines, door, head, says }) => [lines, door, head, says.join('\n')]),
      ]),
      props.fileName,
    );
  return (
    <Show when={props.findings.length > 0}>
      <Table caption={props.caption} columns={columns()} rows={shown()} />
      <div class="row">
        <Show when={pages() > 1}>
          <p class="soft">{t('finding.page', { page: here() + 1, pages: pages() })}</p>
          <Show when={here() > 0}>
            <Button onPress={() => setPage(here() - 1)}>{t('finding.previous')}</Button>
          </Show>
          <Show when={here() < pages() - 1}>
            <Button onPress={() => setPage(here() + 1)}>{t('finding.next')}</Button>
          </Show>
        </Show>
        <Button onPress={() => void takeAway()}>{t('finding.download')}</Button>
      </div>
    </Show>
  );
};
