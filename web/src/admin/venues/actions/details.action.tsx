import type { Component } from 'solid-js';
import { createStore } from 'solid-js/store';
import { venuesContract } from '../../../../../functions/venues/venues.contract.ts';
import { type DetailsDraft, detailsBody, draftOf, emptyDetails } from '../details-draft.ts';
import { DetailsFields, detailsLabels } from '../details-fields.tsx';
import { venuesWords } from '../venues.words.ts';
import { type ActionProps, VenueAction } from './venue-action.tsx';

const { t } = venuesWords;

export const DetailsAction: Component<ActionProps> = (props) => {
  const [draft, setDraft] = createStore<DetailsDraft>({ ...emptyDetails });
  return (
    <VenueAction
      wide
      view={props.view}
      row={venuesContract.routes.details}
      label={t('details.change')}
      fields={detailsLabels()}
      body={() => detailsBody(draft)}
      reset={() => setDraft(draftOf(props.view))}
      done={t('details.done')}
    >
      {(errorOf) => <DetailsFields draft={draft} onChange={(part) => setDraft(part)} errorOf={errorOf} />}
    </VenueAction>
  );
};
