import { createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { campaignsContract } from '../../../../../functions/campaigns/campaigns.contract.ts';
import { limits } from '../../../../../functions/campaigns/campaigns.words.ts';
import { SelectField } from '../../../ui/choice-field.tsx';
import { DateField, TextArea } from '../../../ui/text-field.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { today } from '../../shell/days.ts';
import {
  type AssignmentView,
  type CampaignView,
  readPeople,
  showChangedAssignment,
} from '../campaigns.queries.ts';
import { planWords } from '../campaigns.words.ts';

const { t } = planWords;
const { routes } = campaignsContract;

interface ActionProps {
  view: AssignmentView;
  campaign: CampaignView;
}

const paramsOf = ({ campaign, household }: AssignmentView) => ({ campaign, household });

/** What may be done with one household by hand, as it stands. */
export const AssignmentActions: Component<ActionProps> = (props) => (
  <>
    <Show when={props.view.status === 'planned'}>
      <DayAction {...props} />
    </Show>
    <Show when={props.view.status !== 'visited' && props.view.status !== 'excluded'}>
      <ReasonAction {...props} action="exclusion" />
    </Show>
    <Show when={props.view.status === 'excluded'}>
      <ReasonAction {...props} action="reinstatement" />
    </Show>
  </>
);

const DayAction: Component<ActionProps> = (props) => {
  const people = createAsync(() => readPeople(props.view.campaign, props.view.village), {
    initialValue: [],
  });
  const [draft, setDraft] = createStore({ day: '', assignee: '' });
  /** Whoever has it may no longer be among those who can be given it. */
  const options = () => {
    const { id, name } = props.view.assignee;
    const others = people().filter(({ staffId }) => staffId !== id);
    return [{ staffId: id, name }, ...others].map((each) => ({ value: each.staffId, label: each.name }));
  };
  const earliest = (): string => (props.campaign.from > today() ? props.campaign.from : today());
  return (
    <CommandDialog
      row={routes.day}
      params={paramsOf(props.view)}
      view={props.view}
      label={t('day.label')}
      done={t('day.done')}
      kind="main"
      intro={t('day.intro')}
      fields={{ day: t('day.day'), assignee: t('day.person') }}
      fieldOf={{
        'campaign.day_out_of_period': 'day',
        'campaign.person_unknown': 'assignee',
        'campaign.person_not_active': 'assignee',
        'campaign.person_not_in_scope': 'assignee',
      }}
      body={() => ({
        day: draft.day || undefined,
        ...(draft.assignee === props.view.assignee.id ? {} : { assignee: draft.assignee }),
      })}
      reset={() =>
        setDraft({ day: props.view.next?.day ?? props.view.day, assignee: props.view.assignee.id })
      }
      show={showChangedAssignment}
    >
      {(errorOf) => (
        <>
          <DateField
            name="day"
            label={t('day.day')}
            min={earliest()}
            max={props.campaign.to}
            value={draft.day}
            onInput={(value) => setDraft('day', value)}
            error={errorOf('day')}
          />
          <SelectField
            name="assignee"
            label={t('day.person')}
            options={options()}
            emptyLabel=""
            value={draft.assignee}
            onChange={(value) => setDraft('assignee', value)}
            error={errorOf('assignee')}
          />
        </>
      )}
    </CommandDialog>
  );
};

const ReasonAction: Component<ActionProps & { action: 'exclusion' | 'reinstatement' }> = (props) => {
  const [draft, setDraft] = createStore({ reason: '' });
  return (
    <CommandDialog
      row={routes[props.action]}
      params={paramsOf(props.view)}
      view={props.view}
      label={t(`${props.action}.label`)}
      done={t(`${props.action}.done`)}
      intro={props.action === 'exclusion' ? t('exclusion.intro') : undefined}
      fields={{ reason: t(`${props.action}.reason`) }}
      body={() => ({ ...draft })}
      reset={() => setDraft('reason', '')}
      show={showChangedAssignment}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={t(`${props.action}.reason`)}
          limit={limits.reason}
          value={draft.reason}
          onInput={(value) => setDraft('reason', value)}
          error={errorOf('reason')}
        />
      )}
    </CommandDialog>
  );
};
