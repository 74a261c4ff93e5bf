import { useNavigate } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { unsentAssessments } from '../assessment/assessments.ts';
import { fieldWords } from '../field.words.ts';
import { officer } from '../officer/officer.ts';
import type { KeptEntry } from '../phone/kept.ts';
import { now } from '../round/clock.ts';
import { sendNow } from '../start.ts';
import { formPath, reopen } from '../visit/draft.ts';
import { exportFile } from './export.ts';
import { discard, entries, noteExport, refuse } from './outbox.ts';

const { t } = fieldWords;

/** Writes entries to a file, and remembers it. */
export const exportEntries = async (entries: readonly KeptEntry[]): Promise<void> => {
  const who = officer();
  if (who === undefined) return;
  const name = await exportFile(who, entries, now());
  await noteExport(entries, now());
  showToast(t('export.done', { name }));
};

/** Everything of the officer that was not sent: a file of visits, and one of assessments. */
export const exportAll = async (): Promise<void> => {
  if (entries().length > 0) await exportEntries(entries());
  if (unsentAssessments().length === 0) return;
  await (await import('../assessment/export.ts')).exportAssessments(unsentAssessments());
};

/** What can still be done about an entry the service does not have. */
export const EntryActions: Component<{ entry: KeptEntry }> = (props) => {
  const navigate = useNavigate();
  const [isStuck, setStuck] = createSignal(false);
  const isRefused = (): boolean => props.entry.refusal !== undefined;
  const correct = async (): Promise<void> => {
    const { entryId, stop } = props.entry;
    const isOpen = await reopen(entryId);
    setStuck(!isOpen);
    if (isOpen) navigate(`${formPath(stop)}/answers`);
  };
  const again = async (): Promise<void> => {
    await refuse(props.entry.entryId, undefined);
    await sendNow();
  };
  const remove = async (): Promise<void> => {
    const { entryId, address } = props.entry;
    const isMeant = await confirm({
      title: t('discard.title', { address }),
      text: t('discard.text'),
      confirmLabel: t('discard.do'),
      danger: true,
    });
    if (!isMeant) return;
    await discard(entryId);
    navigate('/field/outbox');
  };
  return (
    <section class="stack">
      <Show when={isStuck()}>
        <Notice tone="warn">{t('entry.set-off')}</Notice>
      </Show>
      <div class="row">
        <Show when={isRefused() || props.entry.tries === 0}>
          <Button kind={isRefused() ? 'main' : 'second'} onPress={() => void correct()}>
            {t('entry.correct')}
          </Button>
        </Show>
        <Show when={isRefused()}>
          <Button onPress={() => void again()}>{t('entry.again')}</Button>
        </Show>
        <Button onPress={() => void exportEntries([props.entry])}>{t('export.one')}</Button>
        <Show when={props.entry.exportedAt !== undefined}>
          <Button kind="danger" onPress={() => void remove()}>
            {t('discard.do')}
          </Button>
        </Show>
      </div>
      <Show when={props.entry.exportedAt === undefined}>
        <p class="soft">{t('discard.first')}</p>
      </Show>
    </section>
  );
};
