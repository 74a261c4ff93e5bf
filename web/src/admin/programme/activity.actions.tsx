import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { programmeContract } from '../../../../functions/programme/programme.contract.ts';
import { type ActionProps, ActivityAction, CallOffAction } from './activity-action.tsx';
import { type DetailsDraft, detailsBody, draftOf, emptyDetails } from './details-draft.ts';
import { DetailsFields, detailsLabels } from './details-fields.tsx';
import { PhotosAction } from './photos.action.tsx';
import type { ActivityView } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';
import { TermsAction } from './terms.action.tsx';

const { t } = programmeWords;
const { routes } = programmeContract;

const DetailsAction: Component<ActionProps> = (props) => {
  const [draft, setDraft] = createStore<DetailsDraft>({ ...emptyDetails });
  return (
    <ActivityAction
      wide
      view={props.view}
      row={routes.details}
      label={t('details')}
      fields={detailsLabels()}
      fieldOf={{ 'programme.node_unknown': 'villages' }}
      body={() => detailsBody(draft)}
      reset={() => setDraft(draftOf(props.view))}
      done={t('details.done')}
    >
      {(errorOf) => (
        <DetailsFields
          draft={draft}
          node={props.view.node}
          onChange={(part) => setDraft(part)}
          errorOf={errorOf}
        />
      )}
    </ActivityAction>
  );
};

const hasDatesAhead = ({ sessions }: ActivityView): boolean =>
  sessions.some(({ state, to }) => state === 'planned' && Date.parse(to) > Date.now());

/** What can be done with an activity as a whole, by how it stands; the service decides again. */
export const ActivityActions: Component<ActionProps> = (props) => (
  <section class="row no-print" aria-label={t('activity.actions')}>
    <Show when={props.view.state === 'draft'}>
      <ActivityAction
        view={props.view}
        row={routes.publication}
        label={t('publish')}
        kind="main"
        intro={t('publish.intro')}
        body={() => ({})}
        done={t('publish.done')}
      />
    </Show>
    <DetailsAction view={props.view} />
    <PhotosAction view={props.view} />
    <TermsAction view={props.view} />
    <Show when={props.view.state === 'published' && !hasDatesAhead(props.view)}>
      <ActivityAction
        view={props.view}
        row={routes.ending}
        label={t('end')}
        intro={t('end.intro')}
        body={() => ({})}
        done={t('end.done')}
      />
    </Show>
    <CallOffAction
      view={props.view}
      row={routes.cancellation}
      label={t('cancel')}
      intro={t('cancel.intro')}
      done={t('cancel.done')}
    />
  </section>
);
