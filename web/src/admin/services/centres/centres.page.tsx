import { A, createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { serviceConfigurers } from '../../../../../functions/services/services.actions.ts';
import { formatNumber } from '../../../lib/format.ts';
import { language } from '../../../lib/i18n/i18n.ts';
import { StatusTag } from '../../../ui/notice.tsx';
import type { Column } from '../../../ui/table.tsx';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { createListPages } from '../../shell/list-pages.ts';
import { LedgerHead } from '../ledger-head.tsx';
import { ServiceList } from '../service-list.tsx';
import { NewCentreDialog } from './centre.actions.tsx';
import { type CentreRow, readCentres, renewCentres } from './centres.queries.ts';
import { centresWords } from './centres.words.ts';

const { t } = centresWords;

const number = (value: number): string => formatNumber(value, language());

const columns = (desk: Desk): readonly Column<CentreRow>[] => [
  {
    key: 'name',
    header: t('column.name'),
    isRowHeader: true,
    cell: ({ centre, name }) => <A href={desk.keepNode(`/admin/services/centres/${centre}`)}>{name}</A>,
  },
  {
    key: 'place',
    header: t('column.place'),
    cell: ({ node, address }) => (
      <>
        {desk.placeOf(node)}
        <span class="soft services-line">{address}</span>
      </>
    ),
  },
  {
    key: 'members',
    header: t('column.members'),
    align: 'end',
    nowrap: true,
    cell: ({ members, capacity }) =>
      t('members.of', { members: number(members), capacity: number(capacity) }),
  },
  {
    key: 'state',
    header: t('column.state'),
    cell: ({ state }) => (
      <StatusTag tone={state === 'open' ? 'ok' : 'neutral'}>{t(`state.${state}`)}</StatusTag>
    ),
  },
];

/** The day centres of a place, with how full each is. */
export const CentresPage: Component = () => {
  const desk = useDesk();
  const hrefOf = (cursor: string | undefined): string =>
    desk.keepNode(`/admin/services/centres${cursor === undefined ? '' : `?cursor=${cursor}`}`);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    if (node === undefined) return undefined;
    const read = await readCentres(node, pages.cursor());
    pages.reached(read.next);
    return read;
  });
  return (
    <div class="stack">
      <LedgerHead
        ledger="centres"
        title={t('title')}
        lead={t('lead')}
        actions={
          <Show when={desk.holds(...serviceConfigurers)}>
            <NewCentreDialog />
          </Show>
        }
        figures={({ figures, now }) => [
          { term: t('figure.centres'), value: number(now.centres) },
          { term: t('figure.members'), value: number(now.members) },
          { term: t('figure.capacity'), value: number(now.capacity) },
          { term: t('figure.joined'), value: number(figures.joined) },
          { term: t('figure.attendances'), value: number(figures.attendances) },
          { term: t('figure.employments'), value: number(figures.employments) },
        ]}
      />
      <ServiceList
        page={page()}
        pages={pages}
        hrefOf={hrefOf}
        caption={t('centres.caption', { node: desk.placeOf(desk.node() ?? '') })}
        columns={columns(desk)}
        empty={t('centres.empty')}
        summary={(n) => t('centres.count', { n })}
        renew={renewCentres}
      />
    </div>
  );
};
