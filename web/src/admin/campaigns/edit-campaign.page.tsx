import { A, createAsync, useNavigate, useParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { campaignsContract } from '../../../../functions/campaigns/campaigns.contract.ts';
import { call } from '../../api/client.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useDesk } from '../shell/desk.ts';
import { CampaignForm } from './campaign.form.tsx';
import { readCampaign, showChangedCampaign } from './campaigns.queries.ts';
import { campaignsWords } from './campaigns.words.ts';

const { t } = campaignsWords;
const row = campaignsContract.routes.details;

export const EditCampaignPage: Component = () => {
  const params = useParams<{ campaign: string }>();
  const desk = useDesk();
  const navigate = useNavigate();
  const view = createAsync(() => readCampaign(params.campaign));
  const href = (): string => desk.keepNode(`/admin/campaigns/${params.campaign}`);
  return (
    <Show when={view()}>
      {(known) => (
        <>
          <p>
            <A href={href()}>{t('form.to-campaign')}</A>
          </p>
          <PageHeader title={t('form.edit')} lead={known().name} />
          <Show
            when={known().state === 'draft' && known().mayKeep}
            fallback={<Notice>{t('form.no-longer')}</Notice>}
          >
            <CampaignForm
              view={known()}
              scope={known().scope}
              send={async (body, key, ifMatch) =>
                (await call(row, { params: { campaign: params.campaign }, body, key, ifMatch })).body
              }
              done={(changed) => {
                showToast(t('form.saved'));
                showChangedCampaign(changed);
                navigate(href());
              }}
            />
          </Show>
        </>
      )}
    </Show>
  );
};
