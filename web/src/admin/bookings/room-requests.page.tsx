import { createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { readRoomRequests, renewRooms } from './bookings.queries.ts';
import { bookingsWords } from './bookings.words.ts';
import { roomColumns } from './room-columns.tsx';
import './bookings.css';

const { t } = bookingsWords;

/** Rooms people asked for that wait for an answer, the soonest first. */
export const RoomRequestsPage: Component = () => {
  const desk = useDesk();
  const hrefOf = (cursor?: string): string =>
    desk.keepNode(`/admin/room-requests${cursor === undefined ? '' : `?cursor=${cursor}`}`);
  const pages = createListPages(hrefOf);
  const page = createAsync(async () => {
    const node = desk.node();
    const known = node === undefined ? undefined : await readRoomRequests(node, pages.cursor());
    pages.reached(known?.next);
    return known;
  });
  return (
    <div class="stack">
      <PageHeader
        title={t('rooms.requests')}
        lead={t('rooms.requests.lead')}
        actions={<LinkButton href={desk.keepNode('/admin/room-bookings')}>{t('rooms.calendar')}</LinkButton>}
      />
      <Show when={page()}>
        {(known) => (
          <>
            <Show when={known().rows.length > 0} fallback={<EmptyState title={t('rooms.requests.empty')} />}>
              <Table
                caption={t('rooms.requests.caption', { node: desk.placeOf(desk.node() ?? '') })}
                columns={roomColumns(desk, ['day', 'when', 'venue', 'room', 'purpose', 'people', 'who'])}
                rows={known().rows}
              />
            </Show>
            <ListFoot
              summary={t('roster.counts', { n: known().rows.length })}
              asOf={known().asOf}
              next={known().next}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              hrefOf={hrefOf}
              renew={renewRooms}
            />
          </>
        )}
      </Show>
    </div>
  );
};
