import { A, createAsync } from '@solidjs/router';
import { type Component, For, type JSX, Show } from 'solid-js';
import { addDays, endOfDay } from '../../../../functions/platform/runtime/time.ts';
import { closureAt } from '../../../../functions/venues/closures.rules.ts';
import type { VenueException } from '../../../../functions/venues/venues.states.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Alert } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import { readVenueSessions } from '../programme/programme.queries.ts';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { readClosedRooms } from './bookings.queries.ts';
import { bookingsWords } from './bookings.words.ts';
import { roomColumns } from './room-columns.tsx';

const { t } = bookingsWords;

/** That bookings stand while their venue will be closed, and what is to be done about them. */
const ClosedAlert: Component<{ n: number; children?: JSX.Element }> = (props) => (
  <Alert tone="warn" title={t('closed.rooms', { n: props.n })}>
    <p>{t('closed.rooms.text')}</p>
    {props.children}
  </Alert>
);

/** Those bookings; each leads to where its holder is called and it is cancelled. */
export const ClosedRooms: Component<{ venue: string }> = (props) => {
  const desk = useDesk();
  const rows = createAsync(() => readClosedRooms(props.venue));
  return (
    <Show when={(rows()?.length ?? 0) > 0 && rows()}>
      {(known) => (
        <section class="stack">
          <ClosedAlert n={known().length} />
          <Table
            caption={t('closed.rooms', { n: known().length })}
            captionHidden
            columns={[
              ...roomColumns(desk, ['day', 'when', 'room', 'purpose', 'who', 'state']),
              {
                key: 'reason',
                header: t('closed.reason'),
                cell: (row) =>
                  known().find(({ reference }) => reference === row.reference)?.closed?.reason ?? '',
              },
            ]}
            rows={known()}
          />
        </section>
      )}
    </Show>
  );
};

/** @prop version of the venue: a closure announced now is looked at now. */
const ClosedRoomsLink: Component<{ venue: string; version: number }> = (props) => {
  const desk = useDesk();
  const rows = createAsync(() => readClosedRooms(props.venue, props.version));
  return (
    <Show when={(rows()?.length ?? 0) > 0 && rows()}>
      {(known) => (
        <ClosedAlert n={known().length}>
          <p>
            <A href={desk.keepNode(`/admin/room-bookings?venue=${props.venue}`)}>{t('closed.rooms.see')}</A>
          </p>
        </ClosedAlert>
      )}
    </Show>
  );
};

/** Days ahead looked at for dates a closure falls on: no activity is announced later. */
const daysAhead = 90;

const ClosedSessions: Component<{ venue: string; exceptions: readonly VenueException[] }> = (props) => {
  const desk = useDesk();
  const rows = createAsync(() => readVenueSessions(props.venue, endOfDay(addDays(today(), daysAhead))));
  const hit = () =>
    (rows() ?? []).filter((row) => row.state === 'planned' && closureAt(props.exceptions, row) !== undefined);
  return (
    <Show when={hit().length > 0}>
      <Alert tone="warn" title={t('closed.sessions', { n: hit().length })}>
        <p>{t('closed.sessions.text')}</p>
        <ul>
          <For each={hit()}>
            {(row) => (
              <li>
                <A href={desk.keepNode(`/admin/activities/${row.activity}`)}>
                  {formatMoment(row.from, language())} {row.title}
                </A>
              </li>
            )}
          </For>
        </ul>
      </Alert>
    </Show>
  );
};

interface View {
  readonly venue: string;
  readonly version: number;
  readonly exceptions: readonly VenueException[];
}

/** What was promised at a venue for times at which it will be closed: nobody is to find that out at its door. */
const ClosedPlans: Component<{ view: View }> = (props) => (
  <div class="stack no-print">
    <Show when={props.view.exceptions.some(({ kind }) => kind === 'closed')}>
      <ClosedSessions venue={props.view.venue} exceptions={props.view.exceptions} />
    </Show>
    <ClosedRoomsLink venue={props.view.venue} version={props.view.version} />
  </div>
);

export default ClosedPlans;
