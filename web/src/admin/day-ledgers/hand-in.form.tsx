import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import * as v from 'valibot';
import { fieldCode } from '../../../../functions/platform/contract/fields.ts';
import { ledgerLimits } from '../../../../functions/visits/day-ledgers.words.ts';
import { visitsContract } from '../../../../functions/visits/visits.contract.ts';
import { call } from '../../api/client.ts';
import { CheckboxField } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { codeOf } from '../campaigns/place.ts';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { type DayLedgerView, showChangedLedger } from './day-ledgers.queries.ts';
import { dayLedgersWords } from './day-ledgers.words.ts';

const { t } = dayLedgersWords;
const row = visitsContract.routes.handIn;

/** That there is nothing to report is said by ticking it, never by leaving something out. */
export const HandInForm: Component<{ view: DayLedgerView }> = (props) => {
  const [draft, setDraft] = createStore({ nothingToReport: false, note: '' });
  const isEmpty = (): boolean => props.view.visits.length === 0;
  // Asked for here already: a refusal would only come back with the same words.
  const schema = v.pipe(
    row.body,
    v.forward(
      v.check(({ nothingToReport }) => nothingToReport || !isEmpty(), fieldCode('field.required')),
      ['nothingToReport'],
    ),
  );
  const submission = createSubmission({
    schema,
    tell: ({ path, code }) =>
      path === 'nothingToReport' && code === 'field.required' ? t('hand-in.nothing.needed') : undefined,
    fields: () => ({ nothingToReport: '', note: t('hand-in.note') }),
    fieldOf: { 'ledger.nothing_not_said': 'nothingToReport', 'ledger.has_visits': 'nothingToReport' },
    send: (body, key) =>
      call(row, { params: { village: codeOf(props.view.village), day: props.view.day }, body, key }),
    done: ({ body }) => {
      showToast(t('hand-in.done'));
      showChangedLedger(body);
    },
  });
  const { errorOf } = submission;
  return (
    <section class="stack no-print" aria-labelledby="hand-in">
      <h2 id="hand-in">{t('hand-in.title')}</h2>
      <p class="reading">
        {isEmpty() ? t('hand-in.lead.none') : t('hand-in.lead', { n: props.view.visits.length })}
      </p>
      <Show when={Date.parse(props.view.dueAt) <= Date.now()}>
        <Notice tone="warn">{t('hand-in.due-missed')}</Notice>
      </Show>
      <CommandForm
        submission={submission}
        body={() => ({
          ...(isEmpty() ? { nothingToReport: draft.nothingToReport } : {}),
          ...(draft.note.trim() === '' ? {} : { note: draft.note }),
        })}
        submitLabel={t('hand-in.submit')}
      >
        <Show when={isEmpty()}>
          <CheckboxField
            name="nothingToReport"
            label={t('hand-in.nothing')}
            checked={draft.nothingToReport}
            onChange={(checked) => setDraft('nothingToReport', checked)}
            error={errorOf('nothingToReport')}
          />
        </Show>
        <TextArea
          name="note"
          label={t('hand-in.note')}
          optional
          rows={4}
          limit={ledgerLimits.note}
          value={draft.note}
          onInput={(value) => setDraft('note', value)}
          error={errorOf('note')}
        />
      </CommandForm>
    </section>
  );
};
