import { createAsync, revalidate, useSearchParams } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { overseers } from '../../../../functions/campaigns/campaigns.actions.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SubNav } from '../../ui/page.tsx';
import { EmptyState, LoadingState } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { isVillage } from '../households/door.ts';
import { readAreas } from '../households/households.queries.ts';
import { useDesk } from '../shell/desk.ts';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import { AsOf } from '../shell/list-foot.tsx';
import { CampaignFrame, periodWords } from './campaign-frame.tsx';
import { LatestProof, OffPeakShare, PlansSummary } from './campaign-panels.tsx';
import { type CampaignView, readCoverage } from './campaigns.queries.ts';
import { campaignsWords } from './campaigns.words.ts';
import { type CoveragePart, coverageColumns, inScope } from './coverage-columns.tsx';
import { areaIdOf, hrefWith } from './place.ts';

const { t } = campaignsWords;

/** How many households were visited, of how many, down to the area; and the campaign itself. */
export const CampaignPage: Component = () => (
  <CampaignFrame part="coverage">
    {(view, node) => (
      <>
        <Show
          when={view.state !== 'draft'}
          fallback={
            <Notice title={t('campaign.draft')}>
              <p>{t('campaign.draft.text')}</p>
            </Notice>
          }
        >
          <CoverageOf view={view} node={node} />
        </Show>
        <Facts view={view} />
      </>
    )}
  </CampaignFrame>
);

const CoverageOf: Component<{ view: CampaignView; node: string }> = (props) => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const coverage = createAsync(() => readCoverage(props.view.campaign, props.node));
  const areas = createAsync(async () => (isVillage(props.node) ? readAreas(props.node) : []), {
    initialValue: [],
  });
  const nameOf = (node: string): string => {
    if (node.split('/').length <= 3) return desk.nameOf(node);
    const id = areaIdOf(node);
    return id === '-' ? t('coverage.no-area') : (areas().find(({ area }) => area === id)?.name ?? id);
  };
  const home = (): string => `/admin/campaigns/${props.view.campaign}`;
  const isLowFirst = (): boolean => search['order'] === 'low';
  const order = (): string | undefined => (isLowFirst() ? 'low' : undefined);
  const rateOf = ({ counts }: CoveragePart): number => counts.visited / Math.max(1, inScope(counts));
  const rows = (): readonly CoveragePart[] => {
    const known = coverage();
    if (known === undefined) return [];
    const parts = isLowFirst() ? [...known.children].sort((a, b) => rateOf(a) - rateOf(b)) : known.children;
    return [{ node: known.node, counts: known.total }, ...parts];
  };
  const columns = () =>
    coverageColumns({
      total: props.node,
      nameOf,
      partsHref: (node) =>
        node.split('/').length <= 3 ? hrefWith(home(), { node, order: order() }) : undefined,
      unvisitedHref: (node) =>
        node.split('/').length <= 3
          ? hrefWith(`${home()}/unvisited`, { node })
          : hrefWith(`${home()}/unvisited`, { node: props.node, area: areaIdOf(node) }),
    });
  return (
    <section class="stack" aria-labelledby="coverage">
      <h2 id="coverage">{t('coverage.title', { node: desk.nameOf(props.node) })}</h2>
      <div class="campaign-panels">
        <SlotBoundary fallback={<LoadingState lines={2} />}>
          <PlansSummary view={props.view} node={props.node} />
        </SlotBoundary>
        <Show when={desk.holds(...overseers)}>
          <SlotBoundary fallback={<LoadingState lines={2} />}>
            <LatestProof view={props.view} />
          </SlotBoundary>
          <SlotBoundary fallback={<LoadingState lines={2} />}>
            <OffPeakShare view={props.view} node={props.node} />
          </SlotBoundary>
        </Show>
      </div>
      <Show when={coverage()}>
        {(known) => (
          <Show
            when={known().total.assigned > 0}
            fallback={
              <EmptyState title={t('coverage.none')}>
                <p>{t('coverage.none.text')}</p>
              </EmptyState>
            }
          >
            <Show when={known().children.length > 1}>
              <SubNav
                label={t('coverage.order')}
                items={(['code', 'low'] as const).map((each) => ({
                  href: desk.keepNode(each === 'low' ? `${home()}?order=low` : home()),
                  label: t(`coverage.order.${each}`),
                  current: isLowFirst() === (each === 'low'),
                }))}
              />
            </Show>
            <Table
              caption={t('coverage.caption', { node: desk.nameOf(props.node) })}
              captionHidden
              columns={columns()}
              rows={rows()}
            />
            <p class="soft reading">{t('coverage.what')}</p>
            <AsOf asOf={known().asOf} renew={() => revalidate(readCoverage.key)} />
          </Show>
        )}
      </Show>
    </section>
  );
};

const Lines: Component<{ lines: readonly string[] }> = (props) => (
  <ul class="campaign-lines">
    <For each={props.lines}>{(line) => <li>{line}</li>}</For>
  </ul>
);

const Facts: Component<{ view: CampaignView }> = (props) => {
  const when = (instant: string | undefined): string =>
    instant === undefined ? '' : formatMoment(instant, language());
  const facts = (): readonly Fact[] => {
    const { view } = props;
    return [
      { term: t('form.objective'), value: <span class="campaign-text">{view.objective}</span> },
      { term: t('campaigns.period'), value: periodWords(view) },
      {
        term: t('campaign.days'),
        value: `${t(view.includeRestDays ? 'campaign.rest-days.yes' : 'campaign.rest-days.no')} · ${t('campaign.per-day', { n: view.perDay })}`,
      },
      ...(view.steps.length > 0 ? [{ term: t('form.steps'), value: <Lines lines={view.steps} /> }] : []),
      ...(view.materials.length > 0
        ? [{ term: t('form.materials'), value: <Lines lines={view.materials} /> }]
        : []),
      ...(view.startedBy
        ? [
            {
              term: t('action.start'),
              value: t('campaign.started', { name: view.startedBy.name, when: when(view.startedAt) }),
            },
          ]
        : []),
      ...(view.endedBy
        ? [
            {
              term: t('state.ended'),
              value: [
                t('campaign.ended', { name: view.endedBy.name, when: when(view.endedAt) }),
                ...(view.endReason === undefined
                  ? []
                  : [t('campaign.end-reason', { reason: view.endReason })]),
              ].join(' · '),
            },
          ]
        : []),
    ];
  };
  return (
    <section class="stack" aria-labelledby="campaign-facts">
      <h2 id="campaign-facts">{t('campaign.facts')}</h2>
      <DescriptionList facts={facts()} />
    </section>
  );
};
