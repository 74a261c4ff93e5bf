import { type Component, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { campaignsContract } from '../../../../../functions/campaigns/campaigns.contract.ts';
import { limits } from '../../../../../functions/campaigns/campaigns.words.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { useDesk } from '../../shell/desk.ts';
import { type CampaignView, showChangedCampaign } from '../campaigns.queries.ts';
import { campaignsWords } from '../campaigns.words.ts';

const { t } = campaignsWords;
const { routes } = campaignsContract;

/** What this caller may do with the campaign as it stands. */
export const CampaignActions: Component<{ view: CampaignView }> = (props) => {
  const desk = useDesk();
  const params = () => ({ campaign: props.view.campaign });
  return (
    <Show when={props.view.mayKeep}>
      <Show when={props.view.state === 'draft'}>
        <CommandDialog
          row={routes.start}
          params={params()}
          view={props.view}
          label={t('action.start')}
          done={t('action.start.done')}
          kind="main"
          intro={t('action.start.intro')}
          body={() => ({})}
          show={showChangedCampaign}
        />
        <LinkButton href={desk.keepNode(`/admin/campaigns/${props.view.campaign}/edit`)}>
          {t('action.edit')}
        </LinkButton>
      </Show>
      <Show when={props.view.state === 'running'}>
        <EndAction view={props.view} />
      </Show>
    </Show>
  );
};

const EndAction: Component<{ view: CampaignView }> = (props) => {
  const [draft, setDraft] = createStore({ reason: '' });
  return (
    <CommandDialog
      row={routes.end}
      params={{ campaign: props.view.campaign }}
      view={props.view}
      label={t('action.end')}
      done={t('action.end.done')}
      danger
      intro={t('action.end.intro')}
      fields={{ reason: t('action.end.reason') }}
      body={() => (draft.reason.trim() === '' ? {} : { ...draft })}
      reset={() => setDraft('reason', '')}
      show={showChangedCampaign}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={t('action.end.reason')}
          optional
          limit={limits.reason}
          value={draft.reason}
          onInput={(value) => setDraft('reason', value)}
          error={errorOf('reason')}
        />
      )}
    </CommandDialog>
  );
};
