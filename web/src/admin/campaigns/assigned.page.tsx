import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { Pagination, Table } from '../../ui/table.tsx';
import { adminWords } from '../admin.words.ts';
import { isVillage } from '../households/door.ts';
import { readAreas } from '../households/households.queries.ts';
import { useDesk } from '../shell/desk.ts';
import { createListPages } from '../shell/list-pages.ts';
import { assignmentColumns } from './assignment-columns.tsx';
import { CampaignFrame } from './campaign-frame.tsx';
import { type CampaignView, readAssigned } from './campaigns.queries.ts';
import { planWords } from './campaigns.words.ts';
import { hrefWith } from './place.ts';

const { t } = planWords;

/** Which household is whose and when, in the order of the register. */
export const AssignedPage: Component = () => (
  <CampaignFrame part="assigned">
    {(view, node) => (
      <Show when={isVillage(node)} fallback={<Notice>{t('hand-over.choose')}</Notice>}>
        <Assigned view={view} village={node} />
      </Show>
    )}
  </CampaignFrame>
);

const Assigned: Component<{ view: CampaignView; village: string }> = (props) => {
  const desk = useDesk();
  const home = (): string => `/admin/campaigns/${props.view.campaign}`;
  const hrefOf = (cursor: string | undefined): string =>
    hrefWith(`${home()}/assigned`, { node: props.village, cursor });
  const pages = createListPages(hrefOf);
  const areas = createAsync(() => readAreas(props.village), { initialValue: [] });
  const page = createAsync(async () => {
    const read = await readAssigned(props.view.campaign, props.village, pages.cursor());
    pages.reached(read.next);
    return read;
  });
  const columns = assignmentColumns({
    desk,
    areaName: (id) => areas().find((each) => each.area === id)?.name ?? id,
    isAcrossVillages: false,
    hrefOf: (row) => desk.keepNode(`${home()}/households/${row.household}`),
  });
  return (
    <Show when={page()}>
      {(known) => (
        <Show when={known().rows.length > 0} fallback={<EmptyState title={t('list.assigned.empty')} />}>
          <Table
            caption={t('list.assigned.caption', { village: desk.nameOf(props.village) })}
            columns={columns}
            rows={known().rows}
          />
          <Pagination
            previousHref={pages.previousHref()}
            nextHref={known().next === undefined ? undefined : hrefOf(known().next)}
            summary={t('list.count', { n: known().rows.length })}
          />
          <div class="row soft no-print">
            <p>{adminWords.t('list.as-of', { when: formatMoment(known().asOf, language()) })}</p>
            <Show when={pages.cursor() !== undefined}>
              <A href={hrefOf(undefined)}>{t('list.first-page')}</A>
            </Show>
          </div>
        </Show>
      )}
    </Show>
  );
};
