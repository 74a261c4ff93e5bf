import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { keepers } from '../../../../functions/campaigns/campaigns.actions.ts';
import { formatMoment, formatMomentShort } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Pagination, Table } from '../../ui/table.tsx';
import { adminWords } from '../admin.words.ts';
import { useDesk } from '../shell/desk.ts';
import { CampaignTag, periodWords } from './campaign-frame.tsx';
import { type CampaignRow, readCampaigns } from './campaigns.queries.ts';
import { campaignsWords } from './campaigns.words.ts';
import { isPlace } from './place.ts';

const { t } = campaignsWords;

/** The campaigns that concern the organisation looked at. */
export const CampaignsPage: Component = () => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const cursor = (): string | undefined =>
    typeof search['cursor'] === 'string' ? search['cursor'] : undefined;
  const place = (): string | undefined => {
    const node = desk.node();
    return isPlace(node) ? node : undefined;
  };
  const page = createAsync(async () => {
    const node = place();
    return node === undefined ? undefined : readCampaigns(node, cursor());
  });
  const nextHref = (): string | undefined => {
    const next = page()?.next;
    return next === undefined ? undefined : desk.keepNode(`/admin/campaigns?cursor=${next}`);
  };
  const columns: readonly Column<CampaignRow>[] = [
    {
      key: 'name',
      header: t('campaigns.name'),
      isRowHeader: true,
      cell: (row) => <A href={desk.keepNode(`/admin/campaigns/${row.campaign}`)}>{row.name}</A>,
    },
    { key: 'state', header: t('campaigns.state'), cell: (row) => <CampaignTag state={row.state} /> },
    { key: 'scope', header: t('campaigns.scope'), cell: (row) => desk.placeOf(row.scope) },
    { key: 'period', header: t('campaigns.period'), cell: (row) => periodWords(row) },
    {
      key: 'created',
      header: t('campaigns.created'),
      nowrap: true,
      cell: (row) => <time datetime={row.createdAt}>{formatMomentShort(row.createdAt)}</time>,
    },
  ];
  return (
    <div class="stack">
      <PageHeader
        title={t('campaigns.title')}
        actions={
          <Show when={desk.holds(...keepers)}>
            <LinkButton kind="main" href={desk.keepNode('/admin/campaigns/new')}>
              {t('campaigns.new')}
            </LinkButton>
          </Show>
        }
      />
      <Show when={desk.node() !== undefined && place() === undefined}>
        <EmptyState title={t('campaigns.empty')}>
          <p>{t('campaigns.department')}</p>
        </EmptyState>
      </Show>
      <Show when={page()}>
        {(known) => (
          <>
            <Show
              when={known().rows.length > 0}
              fallback={
                <EmptyState title={t('campaigns.empty')}>
                  <p>{t('campaigns.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table
                caption={t('campaigns.caption', { node: desk.placeOf(desk.node() ?? '') })}
                columns={columns}
                rows={known().rows}
              />
            </Show>
            <Show when={known().rows.length > 0 || known().next !== undefined || cursor() !== undefined}>
              <Pagination nextHref={nextHref()} summary={t('campaigns.count', { n: known().rows.length })} />
            </Show>
            <div class="row soft no-print">
              <p>{adminWords.t('list.as-of', { when: formatMoment(known().asOf, language()) })}</p>
              <Show when={cursor() !== undefined}>
                <A href={desk.keepNode('/admin/campaigns')}>{t('campaigns.first-page')}</A>
              </Show>
            </div>
          </>
        )}
      </Show>
    </div>
  );
};
