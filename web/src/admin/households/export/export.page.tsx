import { createAsync } from '@solidjs/router';
import { type Component, createSignal, onCleanup, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { householdsContract } from '../../../../../functions/households/households.contract.ts';
import type { BodyInputOf } from '../../../../../functions/platform/contract/route.ts';
import { call, newKey } from '../../../api/client.ts';
import { download } from '../../../lib/download.ts';
import { CheckboxField, RadioGroup, SelectField } from '../../../ui/choice-field.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission } from '../../forms/submission.ts';
import { useDesk } from '../../shell/desk.ts';
import { withChangedAreas } from '../fresh-areas.ts';
import { HouseholdTasks } from '../household-tasks.tsx';
import { readAreas } from '../households.queries.ts';
import { householdsWords } from '../households.words.ts';
import { usualVillage, VillageField } from '../village-field.tsx';
import { type Exported, exportTable } from './export-table.ts';
import { csvOf, xlsxOf } from './spreadsheet-files.ts';

const { t } = householdsWords;
const row = householdsContract.routes.exportPage;
const formats = ['xlsx', 'csv'] as const;

/** The register of a village as a spreadsheet, read page by page; masked unless there is a reason not to. */
export const ExportPage: Component = () => {
  const desk = useDesk();
  const usual = usualVillage();
  const [draft, setDraft] = createStore({ village: '', area: '', format: 'xlsx', plain: false, reason: '' });
  const [count, setCount] = createSignal<number>();
  const village = (): string => draft.village || usual();
  const known = createAsync(async () => (village() === '' ? [] : await readAreas(village())), {
    initialValue: [],
  });
  const areas = () => withChangedAreas(known(), village());
  const areaName = (id: string): string => areas().find(({ area }) => area === id)?.name ?? id;
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });

  /** @throws ApiProblem of the page that is refused; nothing is written then, so no file is half of a register */
  const readAll = async (body: BodyInputOf<typeof row>): Promise<Exported[]> => {
    const all: Exported[] = [];
    let cursor: string | undefined;
    do {
      const page = await call(row, { body: { ...body, ...(cursor ? { cursor } : {}) }, key: newKey() });
      all.push(...page.body.rows);
      cursor = page.body.next;
      setCount(all.length);
    } while (cursor !== undefined && !isGone);
    return all;
  };
  const submission = createSubmission({
    schema: row.body,
    fields: () => ({
      node: t('household.village'),
      area: t('household.area'),
      reason: t('export.reason'),
    }),
    send: async (body) => {
      setCount(0);
      const table = exportTable(await readAll(body), areaName);
      return draft.format === 'csv' ? csvOf(table) : await xlsxOf(table);
    },
    done: (file) => {
      if (isGone) return;
      const place = [desk.nameOf(village()), ...(draft.area === '' ? [] : [areaName(draft.area)])].join('-');
      download(file, t('export.file', { place, format: draft.format }));
      showToast(t('export.done', { n: count() ?? 0 }));
      setCount(undefined);
    },
  });
  return (
    <div class="stack">
      <PageHeader title={t('export.title')} lead={t('export.lead')} />
      <HouseholdTasks />
      <CommandForm
        submission={submission}
        body={() => ({
          node: village() || undefined,
          area: draft.area || undefined,
          ...(draft.plain ? { plain: true, reason: draft.reason } : { plain: false }),
        })}
        submitLabel={t('export.submit')}
      >
        <VillageField
          name="node"
          value={village()}
          onChange={(path) => setDraft({ village: path, area: '' })}
          error={submission.errorOf('node')}
        />
        <Show when={areas().length > 0}>
          <SelectField
            optional
            name="area"
            label={t('household.area')}
            options={areas().map(({ area, name }) => ({ value: area, label: name }))}
            emptyLabel={t('households.area.all')}
            value={draft.area}
            onChange={(area) => setDraft({ area })}
            error={submission.errorOf('area')}
            width="medium"
          />
        </Show>
        <RadioGroup
          inline
          name="format"
          label={t('export.format')}
          options={formats.map((value) => ({ value, label: t(`export.format.${value}`) }))}
          value={draft.format}
          onChange={(format) => setDraft({ format })}
        />
        <CheckboxField
          name="plain"
          label={t('export.plain')}
          hint={t('export.plain.hint')}
          checked={draft.plain}
          onChange={(plain) => setDraft({ plain })}
        />
        <Show when={draft.plain}>
          <TextField
            name="reason"
            label={t('export.reason')}
            hint={t('export.reason.hint')}
            value={draft.reason}
            onInput={(reason) => setDraft({ reason })}
            error={submission.errorOf('reason')}
          />
        </Show>
      </CommandForm>
      <p role="status" class="soft">
        <Show when={submission.busy() && count() !== undefined}>
          {t('export.running', { n: count() ?? 0 })}
        </Show>
      </p>
    </div>
  );
};
