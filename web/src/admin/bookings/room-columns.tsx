import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { StatusTag } from '../../ui/notice.tsx';
import type { Column } from '../../ui/table.tsx';
import type { Desk } from '../shell/desk.ts';
import { number, RoomTag } from './booking-marks.tsx';
import type { RoomBookingView } from './bookings.queries.ts';
import { bookingsWords } from './bookings.words.ts';

const { t } = bookingsWords;

type RoomColumn = 'day' | 'when' | 'venue' | 'room' | 'purpose' | 'people' | 'who' | 'state';

/** A row whose venue may have closed since. */
interface BesideHours extends RoomBookingView {
  readonly closed?: { readonly reason?: string | undefined } | undefined;
}

export const spanWords = ({ from, to }: Pick<RoomBookingView, 'from' | 'to'>): string =>
  t('rooms.span', { from, to });

/** Columns of room bookings, those a table wants in its order. */
export const roomColumns = (desk: Desk, wanted: readonly RoomColumn[]): readonly Column<BesideHours>[] => {
  const columns: Readonly<Record<RoomColumn, Omit<Column<BesideHours>, 'key'>>> = {
    day: { header: t('rooms.day'), nowrap: true, cell: ({ day }) => formatDate(day, language()) },
    when: {
      header: t('rooms.when'),
      nowrap: true,
      cell: (row) => (
        <>
          {spanWords(row)}
          <Show when={row.state === 'requested' && row.closed}>
            {(closed) => (
              <>
                {' '}
                <StatusTag tone="warn">{t('rooms.closed')}</StatusTag> {closed().reason}
              </>
            )}
          </Show>
        </>
      ),
    },
    venue: { header: t('rooms.venue'), cell: ({ venueName }) => venueName },
    room: { header: t('rooms.room'), cell: ({ roomName }) => roomName },
    purpose: {
      header: t('rooms.purpose'),
      isRowHeader: true,
      cell: (row) => <A href={desk.keepNode(`/admin/room-bookings/${row.reference}`)}>{row.purpose}</A>,
    },
    people: { header: t('rooms.people'), align: 'end', cell: ({ people }) => number(people) },
    who: {
      header: t('rooms.who'),
      cell: ({ organisation, name }) => (organisation === undefined ? name : `${organisation} · ${name}`),
    },
    state: { header: t('rooms.state'), cell: ({ state }) => <RoomTag state={state} /> },
  };
  return wanted.map((key) => ({ key, ...columns[key] }));
};
