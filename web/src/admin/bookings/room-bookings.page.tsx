import { createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { type Component, createMemo, For, Show } from 'solid-js';
import { addDays, type LocalDate } from '../../../../functions/platform/runtime/time.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { DateField } from '../../ui/text-field.tsx';
import { dayIn, today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { ListFoot } from '../shell/list-foot.tsx';
import { createListPages } from '../shell/list-pages.ts';
import { type RoomBookingView, readRooms, readRoomVenues, renewRooms } from './bookings.queries.ts';
import { bookingsWords } from './bookings.words.ts';
import { ClosedRooms } from './closed-rooms.tsx';
import { roomColumns } from './room-columns.tsx';
import './bookings.css';

const { t } = bookingsWords;

interface Day {
  readonly day: string;
  readonly rows: readonly RoomBookingView[];
}

const byDay = (rows: readonly RoomBookingView[]): readonly Day[] =>
  [...new Set(rows.map(({ day }) => day))].map((day) => ({
    day,
    rows: rows.filter((row) => row.day === day),
  }));

/** The rooms of one venue from a day on, day by day. */
export const RoomBookingsPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const from = (): LocalDate => dayIn(search['from']) ?? today();
  const venues = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : readRoomVenues(node);
  });
  const venue = createMemo((): string | undefined => {
    const wanted = search['venue'];
    if (typeof wanted === 'string') return wanted;
    const known = venues();
    return known?.length === 1 ? known[0]?.venue : undefined;
  });
  const hrefOf = (wanted: { venue?: string; from?: string; cursor?: string }): string => {
    const one = wanted.venue ?? venue();
    const query = new URLSearchParams({
      ...(one === undefined ? {} : { venue: one }),
      from: wanted.from ?? from(),
      ...(wanted.cursor === undefined ? {} : { cursor: wanted.cursor }),
    });
    return desk.keepNode(`/admin/room-bookings?${query}`);
  };
  const pages = createListPages((cursor) => hrefOf(cursor === undefined ? {} : { cursor }));
  const page = createAsync(async () => {
    const one = venue();
    const known = one === undefined ? undefined : await readRooms(one, from(), pages.cursor());
    pages.reached(known?.next);
    return known;
  });
  return (
    <div class="stack">
      <PageHeader
        title={t('rooms.title')}
        lead={t('rooms.lead')}
        actions={<LinkButton href={desk.keepNode('/admin/room-requests')}>{t('rooms.requests')}</LinkButton>}
      />
      <Show when={venues()}>
        {(known) => (
          <Show
            when={known().length > 0 || venue() !== undefined}
            fallback={<EmptyState title={t('rooms.no-venues')} />}
          >
            <div class="booking-days no-print">
              <SelectField
                name="venue"
                label={t('rooms.venue')}
                width="medium"
                emptyLabel={t('rooms.venue.choose')}
                options={known().map(({ venue: value, name }) => ({ value, label: name }))}
                value={venue() ?? ''}
                onChange={(value) => value !== '' && navigate(hrefOf({ venue: value }), { scroll: false })}
              />
              <DateField
                name="from"
                label={t('rooms.from')}
                value={from()}
                onInput={(value) => {
                  const wanted = dayIn(value);
                  if (wanted !== undefined) navigate(hrefOf({ from: wanted }), { scroll: false });
                }}
              />
            </div>
          </Show>
        )}
      </Show>
      <Show when={venue()}>{(one) => <ClosedRooms venue={one()} />}</Show>
      <Show when={page()}>
        {(known) => (
          <>
            <SubNav
              label={t('rooms.turn')}
              items={[
                { label: t('rooms.week.before'), day: addDays(from(), -7) },
                { label: t('rooms.today'), day: today() },
                { label: t('rooms.week'), day: addDays(from(), 7) },
              ].map(({ label, day }) => ({ label, href: hrefOf({ from: day }), current: day === from() }))}
            />
            <For each={byDay(known().rows)} fallback={<EmptyState title={t('rooms.empty')} />}>
              {({ day, rows }) => (
                <Table
                  caption={t('rooms.caption', { day: formatDate(day, language()) })}
                  columns={roomColumns(desk, ['when', 'room', 'purpose', 'people', 'who', 'state'])}
                  rows={rows}
                />
              )}
            </For>
            <ListFoot
              summary={t('roster.counts', { n: known().rows.length })}
              asOf={known().asOf}
              next={known().next}
              cursor={pages.cursor()}
              previousHref={pages.previousHref()}
              hrefOf={(cursor) => hrefOf(cursor === undefined ? {} : { cursor })}
              renew={renewRooms}
            />
          </>
        )}
      </Show>
    </div>
  );
};
