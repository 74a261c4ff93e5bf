import type { Component } from 'solid-js';
import { createStore } from 'solid-js/store';
import { householdsContract } from '../../../../../functions/households/households.contract.ts';
import { detailsBody, detailsOf } from '../details-draft.ts';
import { DetailsFields, detailsLabels, detailsRefusals } from '../details-fields.tsx';
import type { HouseholdView } from '../households.queries.ts';
import { householdsWords } from '../households.words.ts';
import { HouseholdAction } from './household-action.tsx';

const { t } = householdsWords;

export interface ActionProps {
  view: HouseholdView;
}

export const DetailsAction: Component<ActionProps> = (props) => {
  const [draft, setDraft] = createStore(detailsOf(props.view));
  return (
    <HouseholdAction
      view={props.view}
      row={householdsContract.routes.details}
      label={t('action.details')}
      done={t('action.details.done')}
      fields={detailsLabels()}
      fieldOf={detailsRefusals}
      body={() => ({ details: detailsBody(draft) })}
      reset={() => setDraft(detailsOf(props.view))}
    >
      {(errorOf) => (
        <DetailsFields
          village={props.view.village}
          draft={draft}
          onChange={(part) => setDraft(part)}
          errorOf={errorOf}
        />
      )}
    </HouseholdAction>
  );
};
