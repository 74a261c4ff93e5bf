import { type Component, createSignal, Show } from 'solid-js';
import { inspectionsContract } from '../../../../functions/inspections/inspections.contract.ts';
import { limits } from '../../../../functions/inspections/inspections.words.ts';
import { ApiProblem, call, newKey } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { confirm, Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { type InspectionView, renewInspection } from './inspections.queries.ts';
import { inspectionsWords } from './inspections.words.ts';

const { t } = inspectionsWords;
const { routes } = inspectionsContract;

export const StartAction: Component<{ view: InspectionView }> = (props) => {
  const [busy, setBusy] = createSignal(false);
  // The same until it succeeds: pressed again after a broken connection, it starts nothing twice.
  const key = newKey();
  const start = async (): Promise<void> => {
    const question = { title: t('start.title'), text: t('start.text'), confirmLabel: t('start') };
    if (!(await confirm(question))) return;
    setBusy(true);
    const { inspection, version } = props.view;
    try {
      await call(routes.start, { params: { inspection }, body: {}, ifMatch: version, key });
      showToast(t('start.done'));
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      showToast(t('failed', { why: problemMessage(codeOf(thrown)) }), 'bad');
    } finally {
      setBusy(false);
      await renewInspection();
    }
  };
  return (
    <Button kind="main" busy={busy()} onPress={() => void start()}>
      {t('start')}
    </Button>
  );
};

export const FinishAction: Component<{ view: InspectionView }> = (props) => {
  const [open, setOpen] = createSignal(false);
  const [conclusion, setConclusion] = createSignal('');
  const left = (): number => props.view.items.filter(({ findings }) => findings === undefined).length;
  const submission = createSubmission({
    schema: routes.finish.body,
    fields: () => ({ conclusion: t('finish.conclusion') }),
    send: (body, key) =>
      call(routes.finish, {
        params: { inspection: props.view.inspection },
        body,
        ifMatch: props.view.version,
        key,
      }),
    done: () => {
      setOpen(false);
      showToast(t('finish.done'));
      void renewInspection();
    },
  });
  const close = (): void => {
    setOpen(false);
    submission.reset();
    void renewInspection();
  };
  return (
    <>
      <Button kind={left() === 0 ? 'main' : 'second'} onPress={() => setOpen(true)}>
        {t('finish')}
      </Button>
      <Dialog open={open()} onClose={close} title={t('finish')}>
        <div class="stack">
          <p class="soft">{t('finish.intro')}</p>
          <Show when={left() > 0}>
            <Notice tone="warn">{t('finish.left', { n: left() })}</Notice>
          </Show>
          <Show when={submission.stale()}>
            <Notice tone="warn">{t('stale')}</Notice>
          </Show>
          <CommandForm
            submission={submission}
            body={() => (conclusion().trim() === '' ? {} : { conclusion: conclusion() })}
            submitLabel={t('finish')}
            isClosed={left() > 0}
            onCancel={close}
          >
            <TextArea
              optional
              name="conclusion"
              label={t('finish.conclusion')}
              limit={limits.conclusion}
              value={conclusion()}
              onInput={setConclusion}
              error={submission.errorOf('conclusion')}
            />
          </CommandForm>
        </div>
      </Dialog>
    </>
  );
};
