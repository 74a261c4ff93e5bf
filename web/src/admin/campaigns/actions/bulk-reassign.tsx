import { createAsync } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import * as v from 'valibot';
import { campaignsContract } from '../../../../../functions/campaigns/campaigns.contract.ts';
import type { BodyInputOf } from '../../../../../functions/platform/contract/route.ts';
import { call } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/choice-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Alert, Notice } from '../../../ui/notice.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import { DateField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { CommandForm } from '../../forms/command-form.tsx';
import { createSubmission } from '../../forms/submission.ts';
import { codeOf, problemMessage } from '../../messages/messages.ts';
import { today } from '../../shell/days.ts';
import { SlotBoundary } from '../../shell/desk-boundary.tsx';
import { type AssignmentRow, type CampaignView, readPeople, renewAssignments } from '../campaigns.queries.ts';
import { planWords } from '../campaigns.words.ts';

const { t } = planWords;
const row = campaignsContract.routes.day;

/** One of the service's own field, and the other left empty where each household keeps its day. */
const formSchema = v.strictObject({
  assignee: row.body.entries.assignee.wrapped,
  day: v.optional(row.body.entries.day),
});

export interface BulkReassignProps {
  view: CampaignView;
  rows: readonly AssignmentRow[];
  onDone: () => void;
}

interface Failure {
  readonly address: string;
  readonly message: string;
}

/** Gives the households ticked to somebody else, one after another; what one refuses doesn't stop the rest. */
export const BulkReassign: Component<BulkReassignProps> = (props) => {
  const [rows, setRows] = createSignal<readonly AssignmentRow[]>([]);
  const [open, setOpen] = createSignal(false);
  const villages = (): readonly string[] => [...new Set(props.rows.map(({ village }) => village))];
  const start = (): void => {
    setRows([...props.rows]);
    setOpen(true);
  };
  return (
    <>
      <Show when={props.rows.length > 0}>
        <Show when={villages().length === 1} fallback={<span class="soft">{t('list.many-villages')}</span>}>
          <Button onPress={start}>{t('list.reassign')}</Button>
        </Show>
      </Show>
      <Dialog open={open()} onClose={() => setOpen(false)} title={t('bulk.title', { n: rows().length })}>
        {/* What the form reads must not take the page behind it out of the document. */}
        <SlotBoundary fallback={<LoadingState />}>
          <BulkForm
            view={props.view}
            rows={rows()}
            onClose={() => setOpen(false)}
            onDone={() => props.onDone()}
          />
        </SlotBoundary>
      </Dialog>
    </>
  );
};

const BulkForm: Component<BulkReassignProps & { onClose: () => void }> = (props) => {
  const village = (): string => props.rows[0]?.village ?? '';
  const people = createAsync(() => readPeople(props.view.campaign, village()), { initialValue: [] });
  const [draft, setDraft] = createStore({ assignee: '', day: '' });
  const [done, setDone] = createSignal(0);
  const [failures, setFailures] = createSignal<readonly Failure[]>();

  const bodyFor = (
    each: AssignmentRow,
    wanted: v.InferInput<typeof formSchema>,
  ): BodyInputOf<typeof row> => ({
    assignee: wanted.assignee,
    day: wanted.day ?? (each.day < today() ? today() : each.day),
  });
  const move = async (each: AssignmentRow, wanted: v.InferInput<typeof formSchema>): Promise<Failure[]> => {
    const params = { campaign: props.view.campaign, household: each.household };
    try {
      await call(row, { params, body: bodyFor(each, wanted), ifMatch: each.version });
      return [];
    } catch (thrown) {
      return [{ address: each.address, message: problemMessage(codeOf(thrown)) }];
    }
  };
  const submission = createSubmission({
    schema: formSchema,
    fields: () => ({ assignee: t('bulk.person'), day: t('bulk.day') }),
    send: async (wanted) => {
      const failed: Failure[] = [];
      for (const each of props.rows) {
        failed.push(...(await move(each, wanted)));
        setDone((before) => before + 1);
      }
      return failed;
    },
    done: (failed) => {
      void renewAssignments();
      props.onDone();
      showToast(t('bulk.done', { n: props.rows.length - failed.length }));
      if (failed.length === 0) props.onClose();
      else setFailures(failed);
    },
  });
  const { errorOf } = submission;
  return (
    <Show
      when={failures()}
      fallback={
        <div class="stack">
          <CommandForm
            submission={submission}
            body={() => ({ assignee: draft.assignee || undefined, day: draft.day || undefined })}
            submitLabel={t('list.reassign')}
            onCancel={props.onClose}
          >
            <SelectField
              name="assignee"
              label={t('bulk.person')}
              options={people().map(({ staffId, name }) => ({ value: staffId, label: name }))}
              value={draft.assignee}
              onChange={(value) => setDraft('assignee', value)}
              error={errorOf('assignee')}
            />
            <DateField
              name="day"
              label={t('bulk.day')}
              hint={t('bulk.day.hint')}
              optional
              min={today()}
              max={props.view.to}
              value={draft.day}
              onInput={(value) => setDraft('day', value)}
              error={errorOf('day')}
            />
            <div role="status">
              <Show when={submission.busy()}>
                <Notice>{t('bulk.progress', { done: done(), n: props.rows.length })}</Notice>
              </Show>
            </div>
          </CommandForm>
        </div>
      }
    >
      {(known) => (
        <div class="stack">
          <Alert title={t('bulk.failed', { n: known().length })}>
            <ul class="campaign-lines">
              <For each={known()}>
                {({ address, message }) => (
                  <li>
                    {address}：{message}
                  </li>
                )}
              </For>
            </ul>
          </Alert>
          <Button onPress={props.onClose}>{t('bulk.close')}</Button>
        </div>
      )}
    </Show>
  );
};
