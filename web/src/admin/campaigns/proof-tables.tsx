import { A } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { useDesk } from '../shell/desk.ts';
import type { CampaignView, ProofView } from './campaigns.queries.ts';
import { campaignsWords } from './campaigns.words.ts';
import { hrefWith } from './place.ts';

const { t } = campaignsWords;
const number = (value: number): string => formatNumber(value, language());

type Found = ProofView['missingHouseholds'][number];
type Left = ProofView['leftPeople'][number];
type VillageProof = ProofView['villages'][number];

/** Households of one kind by name; the count may be of more than is listed. */
export const HouseholdsFound: Component<{ title: string; of: number; rows: readonly Found[] }> = (props) => {
  const desk = useDesk();
  const columns: readonly Column<Found>[] = [
    {
      key: 'address',
      header: t('proof.address'),
      isRowHeader: true,
      cell: (row) => <A href={desk.keepNode(`/admin/households/${row.household}`)}>{row.address}</A>,
    },
    { key: 'village', header: t('proof.village'), cell: (row) => desk.placeOf(row.village) },
  ];
  return (
    <Show when={props.rows.length > 0}>
      <div class="stack">
        <h3>{props.title}</h3>
        <Table caption={props.title} captionHidden columns={columns} rows={props.rows} />
        <Show when={props.of > props.rows.length}>
          <p class="soft">{t('proof.first-hundred', { n: props.rows.length })}</p>
        </Show>
      </div>
    </Show>
  );
};

/** Who can no longer visit what they have, each with the way to hand it over. */
export const PeopleLeft: Component<{ view: CampaignView; rows: readonly Left[] }> = (props) => {
  const desk = useDesk();
  const columns = (): readonly Column<Left>[] => [
    { key: 'person', header: t('proof.person'), isRowHeader: true, cell: ({ name }) => name },
    { key: 'village', header: t('proof.village'), cell: ({ village }) => desk.placeOf(village) },
    {
      key: 'households',
      header: t('proof.households'),
      align: 'end',
      cell: ({ households }) => number(households),
    },
    ...(props.view.mayPlan && props.view.state === 'running'
      ? [
          {
            key: 'hand-over',
            header: t('proof.hand-over'),
            cell: ({ id, name, village }: Left) => (
              <A
                href={hrefWith(`/admin/campaigns/${props.view.campaign}/hand-over`, {
                  node: village,
                  from: id,
                })}
                aria-label={`${t('proof.hand-over')} ${name}`}
              >
                {t('proof.hand-over')}
              </A>
            ),
          },
        ]
      : []),
  ];
  return (
    <Show when={props.rows.length > 0}>
      <div class="stack">
        <h3>{t('proof.left')}</h3>
        <Table caption={t('proof.left')} captionHidden columns={columns()} rows={props.rows} />
      </div>
    </Show>
  );
};

/** Every village with what was examined there: what no plan was made for is seen at once. */
export const VillageProofs: Component<{ view: CampaignView; rows: readonly VillageProof[] }> = (props) => {
  const desk = useDesk();
  const count = (
    key: 'examined' | 'missing' | 'newDoors' | 'gone' | 'left',
    header: string,
  ): Column<VillageProof> => ({ key, header, align: 'end', cell: (row) => number(row[key]) });
  const columns: readonly Column<VillageProof>[] = [
    {
      key: 'village',
      header: t('proof.village'),
      isRowHeader: true,
      cell: ({ village }) => (
        <A href={hrefWith(`/admin/campaigns/${props.view.campaign}/plan`, { node: village })}>
          {desk.placeOf(village)}
        </A>
      ),
    },
    {
      key: 'planned',
      header: t('proof.plan'),
      cell: ({ planned }) => (planned ? t('proof.planned') : t('proof.unplanned')),
    },
    count('examined', t('proof.examined')),
    count('missing', t('proof.missing')),
    count('newDoors', t('proof.new-doors')),
    count('gone', t('proof.gone')),
    count('left', t('proof.left')),
  ];
  return (
    <div class="stack">
      <h3>{t('proof.by-village')}</h3>
      <Table caption={t('proof.by-village')} captionHidden columns={columns} rows={props.rows} />
    </div>
  );
};
