import type { Component, JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { helpRoutes } from '../../../../../functions/services/helps.contract.ts';
import {
  breakingOffReasons,
  helpOutcomes,
  limits,
} from '../../../../../functions/services/services.words.ts';
import { RadioGroup } from '../../../ui/choice-field.tsx';
import { DateField, TextArea, TextField } from '../../../ui/text-field.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import type { Submission } from '../../forms/submission.ts';
import { fenIn } from '../../renovation/money.ts';
import { today } from '../../shell/days.ts';
import { type HelpView, showChangedHelp } from './helps.queries.ts';
import { helpsWords } from './helps.words.ts';

const { t } = helpsWords;

interface OfHelp {
  view: HelpView;
}

const unanswered = { day: '', why: '', amount: '', note: '' };
type Draft = typeof unanswered;

const sent = (draft: Draft) => ({
  day: draft.day || undefined,
  ...(draft.amount.trim() === '' ? {} : { amount: fenIn(draft.amount) }),
  ...(draft.note.trim() === '' ? {} : { note: draft.note }),
});

interface EndFieldsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  errorOf: Submission['errorOf'];
  children: JSX.Element;
}

/** What both ends of a help are told with; what came of it, or why it ended, in between. */
const EndFields: Component<EndFieldsProps> = (props) => (
  <>
    <DateField
      name="day"
      label={t('field.day')}
      max={today()}
      value={props.draft.day}
      onInput={(day) => props.change({ day })}
      error={props.errorOf('day')}
    />
    {props.children}
    <TextField
      optional
      name="amount"
      label={t('field.cost')}
      hint={t('field.cost.hint')}
      width="short"
      value={props.draft.amount}
      onInput={(amount) => props.change({ amount })}
      error={props.errorOf('amount')}
    />
    <TextArea
      optional
      name="note"
      label={t('field.note')}
      rows={3}
      limit={limits.note}
      value={props.draft.note}
      onInput={(note) => props.change({ note })}
      error={props.errorOf('note')}
    />
  </>
);

export const CompleteAction: Component<OfHelp> = (props) => {
  const [draft, setDraft] = createStore({ ...unanswered });
  return (
    <CommandDialog
      row={helpRoutes.completeHelp}
      params={{ help: props.view.help }}
      view={props.view}
      label={t('complete')}
      kind="main"
      fields={{
        ...{
          day: t('field.day'),
          outcome: t('field.outcome'),
          amount: t('field.cost'),
          note: t('field.note'),
        },
      }}
      fieldOf={{ 'service.day_not_possible': 'day' }}
      body={() => ({ ...sent(draft), outcome: draft.why || undefined })}
      reset={() => setDraft({ ...unanswered, day: today() })}
      isStillAllowed={({ state }) => state === 'open'}
      done={t('complete.done')}
      show={showChangedHelp}
    >
      {(errorOf) => (
        <EndFields draft={draft} change={(part) => setDraft(part)} errorOf={errorOf}>
          <RadioGroup
            name="outcome"
            label={t('field.outcome')}
            options={helpOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
            value={draft.why}
            onChange={(why) => setDraft({ why })}
            error={errorOf('outcome')}
          />
        </EndFields>
      )}
    </CommandDialog>
  );
};

export const BreakOffAction: Component<OfHelp> = (props) => {
  const [draft, setDraft] = createStore({ ...unanswered });
  return (
    <CommandDialog
      row={helpRoutes.breakOffHelp}
      params={{ help: props.view.help }}
      view={props.view}
      label={t('break-off')}
      fields={{
        ...{ day: t('field.day'), reason: t('field.reason'), amount: t('field.cost'), note: t('field.note') },
      }}
      fieldOf={{ 'service.day_not_possible': 'day' }}
      body={() => ({ ...sent(draft), reason: draft.why || undefined })}
      reset={() => setDraft({ ...unanswered, day: today() })}
      isStillAllowed={({ state }) => state === 'open'}
      done={t('break-off.done')}
      show={showChangedHelp}
    >
      {(errorOf) => (
        <EndFields draft={draft} change={(part) => setDraft(part)} errorOf={errorOf}>
          <RadioGroup
            name="reason"
            label={t('field.reason')}
            options={breakingOffReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
            value={draft.why}
            onChange={(why) => setDraft({ why })}
            error={errorOf('reason')}
          />
        </EndFields>
      )}
    </CommandDialog>
  );
};
