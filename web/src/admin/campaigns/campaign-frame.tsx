import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, type JSX, Show } from 'solid-js';
import { overseers } from '../../../../functions/campaigns/campaigns.actions.ts';
import type { CampaignState } from '../../../../functions/campaigns/campaigns.words.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Tone } from '../../ui/icons.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { useDesk } from '../shell/desk.ts';
import { CampaignActions } from './actions/campaign.actions.tsx';
import { type CampaignView, readCampaign } from './campaigns.queries.ts';
import { campaignsWords } from './campaigns.words.ts';
import { partOf } from './place.ts';
import './campaigns.css';

const { t } = campaignsWords;

const stateTones = { draft: 'neutral', running: 'info', ended: 'ok' } as const satisfies Record<
  CampaignState,
  Tone
>;

export const CampaignTag: Component<{ state: CampaignState }> = (props) => (
  <StatusTag tone={stateTones[props.state]}>{t(`state.${props.state}`)}</StatusTag>
);

export const periodWords = ({ from, to }: Pick<CampaignView, 'from' | 'to'>): string =>
  t('period', { from: formatDate(from, language()), to: formatDate(to, language()) });

export type CampaignPart = 'coverage' | 'plan' | 'unvisited' | 'assigned' | 'proof';

const partPaths = {
  coverage: '',
  plan: '/plan',
  unvisited: '/unvisited',
  assigned: '/assigned',
  proof: '/proof',
} as const satisfies Record<CampaignPart, string>;

export interface CampaignFrameProps {
  part: CampaignPart;
  /** What the page shows of the campaign in the part of it that is looked at. */
  children: (view: CampaignView, node: string) => JSX.Element;
}

/** Around every page of one campaign: its name and state, what may be done with it, and its other pages. */
export const CampaignFrame: Component<CampaignFrameProps> = (props) => {
  const params = useParams<{ campaign: string }>();
  const desk = useDesk();
  const view = createAsync(() => readCampaign(params.campaign));
  const parts = (): readonly CampaignPart[] =>
    desk.holds(...overseers)
      ? ['coverage', 'plan', 'unvisited', 'assigned', 'proof']
      : ['coverage', 'unvisited', 'assigned'];
  return (
    <Show when={view()}>
      {(known) => (
        <div class="stack">
          <p class="no-print">
            <A href={desk.keepNode('/admin/campaigns')}>{t('campaign.back')}</A>
          </p>
          <PageHeader
            title={known().name}
            lead={`${desk.placeOf(known().scope)} · ${periodWords(known())}`}
            actions={<CampaignActions view={known()} />}
          />
          <p>
            <CampaignTag state={known().state} />
          </p>
          <Show when={known().state !== 'draft'}>
            <SubNav
              label={t('campaign.parts')}
              items={parts().map((part) => ({
                href: desk.keepNode(`/admin/campaigns/${known().campaign}${partPaths[part]}`),
                label: t(`campaign.${part}`),
                current: part === props.part,
              }))}
            />
          </Show>
          <Show when={partOf(known().scope, desk.node())} fallback={<Elsewhere view={known()} />}>
            {(node) => props.children(known(), node())}
          </Show>
        </div>
      )}
    </Show>
  );
};

const Elsewhere: Component<{ view: CampaignView }> = (props) => {
  const desk = useDesk();
  return (
    <Show when={desk.node()}>
      {(node) => (
        <EmptyState title={t('campaign.elsewhere', { node: desk.nameOf(node()) })}>
          <p>{t('campaign.elsewhere.text', { scope: desk.nameOf(props.view.scope) })}</p>
        </EmptyState>
      )}
    </Show>
  );
};
