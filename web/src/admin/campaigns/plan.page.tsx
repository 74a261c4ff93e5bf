import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import type { planStatuses } from '../../../../functions/campaigns/campaigns.words.ts';
import { formatMomentShort, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Tone } from '../../ui/icons.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { isVillage } from '../households/door.ts';
import { useDesk } from '../shell/desk.ts';
import { CampaignFrame } from './campaign-frame.tsx';
import { type CampaignView, type PlanRow, readPlans } from './campaigns.queries.ts';
import { campaignsWords, planWords } from './campaigns.words.ts';
import { hrefWith, villagesIn } from './place.ts';
import { VillagePlan } from './village-plan.tsx';

const { t } = planWords;

/** Who visits which household on which day: of a village, or which villages have settled it. */
export const PlanPage: Component = () => (
  <CampaignFrame part="plan">
    {(view, node) => (
      <Show when={isVillage(node)} fallback={<Villages view={view} node={node} />}>
        {/* Another village is another form. */}
        <Show when={node} keyed>
          {(village) => <VillagePlan view={view} village={village} />}
        </Show>
      </Show>
    )}
  </CampaignFrame>
);

const tones = { running: 'info', done: 'ok', stopped: 'warn' } as const satisfies Record<
  (typeof planStatuses)[number],
  Tone
>;

interface VillageRow {
  readonly village: string;
  readonly plan: PlanRow | undefined;
}

const Villages: Component<{ view: CampaignView; node: string }> = (props) => {
  const desk = useDesk();
  const plans = createAsync(() => readPlans(props.view.campaign));
  const rows = (): readonly VillageRow[] =>
    villagesIn(desk, props.node).map((village) => ({
      village,
      plan: plans()?.find((plan) => plan.village === village),
    }));
  const columns: readonly Column<VillageRow>[] = [
    {
      key: 'village',
      header: t('villages.village'),
      isRowHeader: true,
      cell: ({ village }) => (
        <A href={hrefWith(`/admin/campaigns/${props.view.campaign}/plan`, { node: village })}>
          {desk.placeOf(village)}
        </A>
      ),
    },
    {
      key: 'status',
      header: t('villages.status'),
      cell: ({ plan }) => (
        <Show when={plan} fallback={<StatusTag tone="neutral">{t('villages.none')}</StatusTag>}>
          {(known) => (
            <>
              <StatusTag tone={tones[known().status]}>
                {campaignsWords.t(`plan-status.${known().status}`)}
              </StatusTag>
              <Show when={known().stopped}>
                {(why) => <span class="door-sub">{campaignsWords.t(`stop.${why()}`)}</span>}
              </Show>
            </>
          )}
        </Show>
      ),
    },
    {
      key: 'households',
      header: t('villages.households'),
      align: 'end',
      cell: ({ plan }) =>
        plan?.households === undefined ? t('preview.none') : formatNumber(plan.households, language()),
    },
    {
      key: 'people',
      header: t('villages.people'),
      cell: ({ plan }) => plan?.people.map(({ name }) => name).join('、') ?? t('preview.none'),
    },
    {
      key: 'by',
      header: t('villages.by'),
      cell: ({ plan }) =>
        plan === undefined ? t('preview.none') : `${plan.by.name} ${formatMomentShort(plan.startedAt)}`,
    },
  ];
  return (
    <Show when={plans()}>
      <Show when={props.view.mayPlan}>
        <p class="soft">{t('villages.choose')}</p>
      </Show>
      <Table
        caption={t('villages.caption', { node: desk.nameOf(props.node) })}
        columns={columns}
        rows={rows()}
      />
    </Show>
  );
};
