import { createAsync } from '@solidjs/router';
import type { Component } from 'solid-js';
import { formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Table } from '../../ui/table.tsx';
import { assignmentColumns } from '../campaigns/assignment-columns.tsx';
import type { AssignmentRow, CampaignRow } from '../campaigns/campaigns.queries.ts';
import { hrefWith } from '../campaigns/place.ts';
import { isVillage } from '../households/door.ts';
import { readAreas } from '../households/households.queries.ts';
import { useDesk } from '../shell/desk.ts';
import { Duty, rowsShown } from './duty.tsx';
import { todayWords } from './today.words.ts';
import '../campaigns/campaigns.css';

const { t } = todayWords;

export interface OverdueOf {
  readonly campaign: CampaignRow;
  readonly node: string;
  readonly rows: readonly AssignmentRow[];
  /** The first page had no others; how many more there are isn't known here. */
  readonly isMore: boolean;
}

/** Doors of one campaign nobody was met at on the day they were planned for. */
export const OverdueDoors: Component<{ of: OverdueOf }> = (props) => {
  const desk = useDesk();
  const areas = createAsync(async () => (isVillage(props.of.node) ? readAreas(props.of.node) : []), {
    initialValue: [],
  });
  const home = (): string => `/admin/campaigns/${props.of.campaign.campaign}`;
  const title = (): string => t('visits.unvisited', { campaign: props.of.campaign.name });
  const columns = assignmentColumns({
    desk,
    areaName: (id) => areas().find(({ area }) => area === id)?.name ?? id,
    isAcrossVillages: !isVillage(props.of.node),
    hrefOf: (row) => desk.keepNode(`${home()}/households/${row.household}`),
  }).filter(({ key }) => ['household', 'person', 'day', 'status'].includes(key));
  return (
    <Duty
      title={title()}
      count={t('visits.unvisited.count', {
        n: `${formatNumber(props.of.rows.length, language())}${props.of.isMore ? '+' : ''}`,
      })}
      isBad
      href={hrefWith(`${home()}/unvisited`, { node: props.of.node })}
      all={t('visits.unvisited.all')}
    >
      <Table caption={title()} captionHidden columns={columns} rows={props.of.rows.slice(0, rowsShown)} />
    </Duty>
  );
};
