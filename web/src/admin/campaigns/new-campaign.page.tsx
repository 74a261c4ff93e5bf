import { revalidate, useNavigate } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { campaignsContract } from '../../../../functions/campaigns/campaigns.contract.ts';
import { call } from '../../api/client.ts';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useDesk } from '../shell/desk.ts';
import { CampaignForm } from './campaign.form.tsx';
import { readCampaigns } from './campaigns.queries.ts';
import { campaignsWords } from './campaigns.words.ts';
import { isPlace } from './place.ts';

const { t } = campaignsWords;
const row = campaignsContract.routes.create;

export const NewCampaignPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('form.new')} lead={t('form.new.lead')} />
      <Show when={desk.node()}>
        {(node) => (
          <CampaignForm
            scope={isPlace(node()) ? node() : ''}
            send={async (body, key) => (await call(row, { body, key })).body}
            done={({ campaign }) => {
              showToast(t('form.created'));
              void revalidate(readCampaigns.key);
              navigate(desk.keepNode(`/admin/campaigns/${campaign}`));
            }}
          />
        )}
      </Show>
    </>
  );
};
