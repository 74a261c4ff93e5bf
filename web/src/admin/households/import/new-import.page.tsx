import { useNavigate } from '@solidjs/router';
import { type Component, createSignal, onCleanup, Show } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { FieldFrame, fieldId, wireControl } from '../../../ui/field.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import { useDesk } from '../../shell/desk.ts';
import { householdsWords } from '../households.words.ts';
import { usualVillage, VillageField } from '../village-field.tsx';
import { MappingStep } from './mapping-step.tsx';
import { FileProblem, type FileRefusal, fileLimit } from './reading-problem.ts';
import { type OpenFile, openFile } from './spreadsheet-worker.ts';
import './import.css';

const { t } = householdsWords;
const megabyte = 1024 * 1024;

/** From a file on this computer to rows that can be checked: which village, which file, what its columns are. */
export const NewImportPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const usual = usualVillage();
  const [chosen, setChosen] = createSignal('');
  const village = (): string => chosen() || usual();
  const [file, setFile] = createSignal<OpenFile>();
  const [reading, setReading] = createSignal<string>();
  const [refusal, setRefusal] = createSignal<FileRefusal>();
  onCleanup(() => file()?.close());

  const choose = async (input: HTMLInputElement): Promise<void> => {
    const picked = input.files?.[0];
    // Emptied, so that the same file can be chosen again once it was put right.
    input.value = '';
    if (picked === undefined) return;
    file()?.close();
    setFile(undefined);
    setRefusal(undefined);
    setReading(picked.name);
    try {
      setFile(await openFile(picked));
    } catch (thrown) {
      if (!(thrown instanceof FileProblem)) throw thrown;
      setRefusal(thrown.code);
      document.getElementById(fieldId('file'))?.focus();
    } finally {
      setReading(undefined);
    }
  };
  const error = (): string | undefined => {
    const code = refusal();
    return code && t(code, { n: fileLimit / megabyte });
  };
  const field = () => ({
    name: 'file',
    label: t('import.file'),
    hint: t('import.file.hint', { n: fileLimit / megabyte }),
    error: error(),
  });

  return (
    <div class="stack">
      <PageHeader title={t('import.title')} lead={t('import.lead')} />
      <VillageField name="village" value={village()} onChange={setChosen} />
      <Show
        when={file()}
        fallback={
          <Show when={village() !== ''} fallback={<p class="soft">{t('import.village-first')}</p>}>
            <FieldFrame field={field()}>
              <span class="file-pick">
                <input
                  type="file"
                  id={fieldId('file')}
                  accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                  onChange={(event) => void choose(event.currentTarget)}
                  {...wireControl(field())}
                />
                <span class="button" data-kind="main" aria-hidden="true">
                  {t('import.file.choose')}
                </span>
              </span>
            </FieldFrame>
          </Show>
        }
      >
        {(open) => (
          <>
            <p class="import-file">
              <strong>{open().name}</strong>
              <Button
                kind="quiet"
                onPress={() => {
                  open().close();
                  setFile(undefined);
                }}
              >
                {t('import.file.other')}
              </Button>
            </p>
            <MappingStep
              file={open()}
              village={village()}
              onStarted={(id) => navigate(desk.keepNode(`/admin/households/imports/${id}`))}
            />
          </>
        )}
      </Show>
      <div role="status">
        <Show when={reading()}>
          {(name) => (
            <>
              <p>{t('import.reading', { name: name() })}</p>
              <LoadingState lines={3} />
            </>
          )}
        </Show>
      </div>
    </div>
  );
};
