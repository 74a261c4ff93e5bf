import type { Component } from 'solid-js';
import { createStore } from 'solid-js/store';
import { householdsContract } from '../../../../../functions/households/households.contract.ts';
import { departureReasons, limits } from '../../../../../functions/households/households.words.ts';
import { RadioGroup } from '../../../ui/choice-field.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { householdsWords } from '../households.words.ts';
import type { ActionProps } from './details.action.tsx';
import { HouseholdAction } from './household-action.tsx';

const { t } = householdsWords;

export const DepartureAction: Component<ActionProps> = (props) => {
  const empty = { reason: '', note: '' };
  const [draft, setDraft] = createStore({ ...empty });
  return (
    <HouseholdAction
      danger
      view={props.view}
      row={householdsContract.routes.departure}
      label={t('action.departure')}
      done={t('action.departure.done')}
      intro={t('departure.intro')}
      fields={{ reason: t('departure.reason'), note: t('departure.note') }}
      body={() => ({ reason: draft.reason || undefined, note: draft.note || undefined })}
      reset={() => setDraft(empty)}
    >
      {(errorOf) => (
        <>
          <RadioGroup
            name="reason"
            label={t('departure.reason')}
            options={departureReasons.map((value) => ({ value, label: t(`departure.${value}`) }))}
            value={draft.reason}
            onChange={(reason) => setDraft({ reason })}
            error={errorOf('reason')}
          />
          <TextArea
            optional
            name="note"
            label={t('departure.note')}
            limit={limits.reason}
            value={draft.note}
            onInput={(note) => setDraft({ note })}
            error={errorOf('note')}
          />
        </>
      )}
    </HouseholdAction>
  );
};

export const ReturnAction: Component<ActionProps> = (props) => (
  <HouseholdAction
    view={props.view}
    row={householdsContract.routes.return}
    label={t('action.return')}
    done={t('action.return.done')}
    intro={t('return.intro')}
    body={() => ({})}
  />
);
