import { createAsync } from '@solidjs/router';
import { type Component, createEffect, createSignal, For, on, onMount, Show } from 'solid-js';
import { importFields } from '../../../../../functions/households/households.words.ts';
import { formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/choice-field.tsx';
import { Alert, Notice } from '../../../ui/notice.tsx';
import { Table, type Column as TableColumn } from '../../../ui/table.tsx';
import { problemMessage } from '../../messages/messages.ts';
import { readImports } from '../households.queries.ts';
import { householdsWords } from '../households.words.ts';
import { type Mapping, mappingLack } from './columns.ts';
import type { OpenedSheet } from './open-spreadsheet.ts';
import { FileProblem, type FileRefusal, fileLimit } from './reading-problem.ts';
import { rememberedMapping, withColumn } from './remembered-mapping.ts';
import { columnName, type SheetNotes } from './sheet.ts';
import type { OpenFile } from './spreadsheet-worker.ts';
import { createStarting } from './starting.ts';

const { t } = householdsWords;

const megabyte = 1024 * 1024;

interface ColumnRow {
  readonly at: number;
  readonly title: string;
  readonly samples: readonly string[];
}

export interface MappingStepProps {
  file: OpenFile;
  village: string;
  onStarted: (id: string) => void;
}

/** What each column is. What is left at "not loaded" stays on this computer. */
export const MappingStep: Component<MappingStepProps> = (props) => {
  const [opened, setOpened] = createSignal<OpenedSheet>(props.file.opened);
  const [mapping, setMapping] = createSignal<Mapping>(props.file.opened.mapping);
  const [remembered, setRemembered] = createSignal(false);
  const imports = createAsync(async () => (await readImports(props.village, undefined)).rows, {
    initialValue: [],
  });
  const starting = createStarting({
    file: () => props.file,
    village: () => props.village,
    columns: () => opened().columns,
    mapping,
    onStarted: (id) => props.onStarted(id),
  });
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());

  const show = (sheet: OpenedSheet): void => {
    setOpened(sheet);
    const before = rememberedMapping(sheet.columns, imports());
    setRemembered(before !== undefined);
    setMapping(before ?? sheet.mapping);
    starting.forget();
  };
  // The earlier imports arrive after the file was opened.
  createEffect(on(imports, () => show(opened())));

  const [unreadable, setUnreadable] = createSignal<FileRefusal>();
  const look = async (asked: Promise<OpenedSheet>): Promise<void> => {
    setUnreadable(undefined);
    try {
      show(await asked);
    } catch (thrown) {
      if (!(thrown instanceof FileProblem)) throw thrown;
      setUnreadable(thrown.code);
    }
  };

  const rows = (): ColumnRow[] => opened().columns.map((column, at) => ({ ...column, at }));
  const lack = () => mappingLack(mapping());
  const fieldOptions = importFields.map((value) => ({ value, label: t(`field.${value}`) }));
  const change = (at: number, value: string): void => {
    setMapping((before) =>
      withColumn(
        before,
        at,
        importFields.find((field) => field === value),
      ),
    );
    starting.forget();
  };

  const columns = (): readonly TableColumn<ColumnRow>[] => [
    {
      key: 'title',
      header: t('mapping.column'),
      isRowHeader: true,
      cell: ({ at, title }) => title || t('mapping.untitled', { column: columnName(at) }),
    },
    {
      key: 'field',
      header: t('mapping.field'),
      cell: ({ at, title }) => (
        <select
          class="control mapping-choice"
          aria-label={t('mapping.field.label', { column: title || columnName(at) })}
          onChange={(event) => change(at, event.currentTarget.value)}
        >
          <option value="" selected={mapping()[at] === undefined}>
            {t('mapping.not-loaded')}
          </option>
          <For each={fieldOptions}>
            {(option) => (
              <option value={option.value} selected={mapping()[at] === option.value}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      ),
    },
    {
      key: 'samples',
      header: t('mapping.samples'),
      cell: ({ samples }) => <span class="soft">{samples.join(' / ')}</span>,
    },
  ];

  return (
    <section class="stack" aria-labelledby="mapping">
      <h2 id="mapping" class="import-step" tabindex="-1" ref={(element) => (heading = element)}>
        {t('mapping.title')}
      </h2>
      <Notice tone="ok">{t('mapping.stays')}</Notice>
      <Show when={remembered()}>
        <Notice>{t('mapping.remembered')}</Notice>
      </Show>
      <div class="row mapping-where">
        <Show when={opened().sheets.length > 1}>
          <SelectField
            name="sheet"
            label={t('mapping.sheet')}
            options={opened().sheets.map((name, index) => ({ value: String(index), label: name }))}
            emptyLabel=""
            value={String(opened().sheet)}
            onChange={(sheet) => void look(props.file.chooseSheet(Number(sheet)))}
            width="medium"
          />
        </Show>
        <SelectField
          name="headings"
          label={t('mapping.headings')}
          options={opened().top.map(({ no, cells }, index) => ({
            value: String(index),
            label: t('mapping.headings.line', {
              no,
              cells: cells
                .filter((cell) => cell !== '')
                .slice(0, 4)
                .join(' '),
            }),
          }))}
          emptyLabel=""
          value={String(opened().headingsAt)}
          onChange={(at) => void look(props.file.chooseHeadings(Number(at)))}
          width="full"
        />
      </div>
      <p class="soft">{t('mapping.lines', { n: formatNumber(opened().lines, language()) })}</p>
      <Show when={unreadable()}>{(code) => <Alert>{t(code(), { n: fileLimit / megabyte })}</Alert>}</Show>
      <SheetRemarks notes={opened().notes} />
      <Table caption={t('mapping.caption', { file: props.file.name })} columns={columns()} rows={rows()} />
      <Show when={lack()}>{(missing) => <Notice tone="warn">{t(`mapping.lack.${missing()}`)}</Notice>}</Show>
      <Show when={starting.refusal()}>{(code) => <Alert>{problemMessage(code())}</Alert>}</Show>
      <Show when={starting.outcome()}>{(outcome) => <Alert>{t(`starting.${outcome()}`)}</Alert>}</Show>
      <Show when={starting.missingAreas().length > 0}>
        <Alert tone="warn" title={t('starting.areas', { n: starting.missingAreas().length })}>
          <p>{starting.missingAreas().join('、')}</p>
          <div class="row">
            <Button kind="main" busy={starting.busy()} onPress={() => void starting.start('create')}>
              {t('starting.areas.create')}
            </Button>
            <Button busy={starting.busy()} onPress={() => void starting.start('leave')}>
              {t('starting.areas.leave')}
            </Button>
          </div>
        </Alert>
      </Show>
      <Show when={lack() === undefined && starting.missingAreas().length === 0}>
        <div class="row">
          <Button kind="main" busy={starting.busy()} onPress={() => void starting.start('ask')}>
            {starting.busy() ? t('starting.busy') : t('starting.check')}
          </Button>
          <p class="soft">{t('starting.check.hint')}</p>
        </div>
      </Show>
    </section>
  );
};

const listed = 12;
const list = (addresses: readonly string[]): string =>
  addresses.slice(0, listed).join('、') + (addresses.length > listed ? ' …' : '');

/** What was put right while reading, and what could not be. */
const SheetRemarks: Component<{ notes: SheetNotes }> = (props) => (
  <>
    <Show when={props.notes.cut.length > 0}>
      <Notice tone="bad" title={t('notes.cut', { n: props.notes.cut.length })}>
        <p>{t('notes.cut.text', { cells: list(props.notes.cut) })}</p>
      </Notice>
    </Show>
    <Show when={props.notes.unknown.length > 0}>
      <Notice tone="warn">
        {t('notes.unknown', { n: props.notes.unknown.length, cells: list(props.notes.unknown) })}
      </Notice>
    </Show>
    <Show when={props.notes.merged > 0}>
      <Notice>{t('notes.merged', { n: props.notes.merged })}</Notice>
    </Show>
    <Show when={props.notes.formulas > 0}>
      <Notice>{t('notes.formulas', { n: props.notes.formulas })}</Notice>
    </Show>
  </>
);
