import type { Component } from 'solid-js';
import { createStore } from 'solid-js/store';
import { addDays } from '../../../../../functions/platform/runtime/time.ts';
import { deviceRoutes } from '../../../../../functions/services/devices.contract.ts';
import { limits, returnConditions } from '../../../../../functions/services/services.words.ts';
import { RadioGroup } from '../../../ui/choice-field.tsx';
import { DateField, TextArea } from '../../../ui/text-field.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { today } from '../../shell/days.ts';
import { type HandoutView, showChangedHandout } from './devices.queries.ts';
import { devicesWords } from './devices.words.ts';

const { t } = devicesWords;

interface OfHandout {
  view: HandoutView;
}

const unanswered = { condition: '', note: '', until: '', reason: '' };

/** Back in the depot, to be repaired, or lost. */
export const ReturnAction: Component<OfHandout> = (props) => {
  const [draft, setDraft] = createStore({ ...unanswered });
  return (
    <CommandDialog
      row={deviceRoutes.returnDevice}
      params={{ handout: props.view.handout }}
      view={props.view}
      label={t('return')}
      kind="main"
      fields={{ condition: t('field.condition'), note: t('field.note') }}
      body={() => ({ condition: draft.condition || undefined, note: draft.note || undefined })}
      reset={() => setDraft({ ...unanswered })}
      isStillAllowed={({ state }) => state !== 'returned'}
      done={t('return.done')}
      show={showChangedHandout}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            name="condition"
            label={t('field.condition')}
            options={returnConditions.map((value) => ({ value, label: t(`condition.${value}`) }))}
            value={draft.condition}
            onChange={(condition) => setDraft({ condition })}
            error={errorOf('condition')}
          />
          <TextArea
            optional
            name="note"
            label={t('field.note')}
            rows={3}
            limit={limits.note}
            value={draft.note}
            onInput={(note) => setDraft({ note })}
            error={errorOf('note')}
          />
        </>
      )}
    </CommandDialog>
  );
};

export const ExtendAction: Component<OfHandout> = (props) => {
  const [draft, setDraft] = createStore({ ...unanswered });
  return (
    <CommandDialog
      row={deviceRoutes.extendLoan}
      params={{ handout: props.view.handout }}
      view={props.view}
      label={t('extend')}
      fields={{ until: t('field.until'), reason: t('field.reason') }}
      fieldOf={{ 'device.not_later': 'until', 'service.day_not_possible': 'until' }}
      body={() => ({ until: draft.until || undefined, reason: draft.reason })}
      reset={() => setDraft({ ...unanswered })}
      isStillAllowed={({ state }) => state === 'lent'}
      done={t('extend.done')}
      show={showChangedHandout}
    >
      {(errorOf) => (
        <>
          <DateField
            name="until"
            label={t('field.until')}
            min={today()}
            max={addDays(today(), limits.loanDays)}
            value={draft.until}
            onInput={(until) => setDraft({ until })}
            error={errorOf('until')}
          />
          <TextArea
            name="reason"
            label={t('field.reason')}
            rows={3}
            limit={limits.reason}
            value={draft.reason}
            onInput={(reason) => setDraft({ reason })}
            error={errorOf('reason')}
          />
        </>
      )}
    </CommandDialog>
  );
};
