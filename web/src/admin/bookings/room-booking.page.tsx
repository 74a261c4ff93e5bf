import { A, createAsync, useParams } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { keepers } from '../../../../functions/bookings/bookings.actions.ts';
import { bookingsContract } from '../../../../functions/bookings/bookings.contract.ts';
import { limits } from '../../../../functions/bookings/bookings.words.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { CommandDialog, type CommandDialogProps } from '../forms/command-dialog.tsx';
import { useDesk } from '../shell/desk.ts';
import { moment, number, RoomTag } from './booking-marks.tsx';
import { type RoomBookingView, readRoomBooking, showChangedRoom } from './bookings.queries.ts';
import { bookingsWords } from './bookings.words.ts';
import { ContactAction } from './contact.action.tsx';
import { spanWords } from './room-columns.tsx';

const { t } = bookingsWords;
const { routes } = bookingsContract;

const byAt = (by: { readonly name: string } | undefined, at: string): string =>
  by === undefined ? moment(at) : t('enrolment.by', { name: by.name, when: moment(at) });

const factsOf = (view: RoomBookingView): Fact[] => [
  { term: t('room.venue'), value: view.venueName },
  { term: t('room.room'), value: view.roomName },
  { term: t('room.when'), value: `${formatDate(view.day, language())} ${spanWords(view)}` },
  { term: t('rooms.purpose'), value: view.purpose },
  { term: t('rooms.people'), value: number(view.people) },
  ...(view.organisation === undefined ? [] : [{ term: t('room.organisation'), value: view.organisation }]),
  { term: t('enrolment.name'), value: view.name },
  { term: t('enrolment.phone'), value: view.phone },
  { term: t('enrolment.source'), value: t(`source.${view.source}`) },
  { term: t('room.requested'), value: byAt(view.requestedBy, view.requestedAt) },
  ...(view.decision === undefined
    ? []
    : [
        { term: t('room.decision'), value: byAt(view.decision.by, view.decision.at) },
        ...(view.decision.note === undefined ? [] : [{ term: t('room.note'), value: view.decision.note }]),
      ]),
];

type RoomActionProps = Omit<CommandDialogProps<RoomBookingView>, 'params' | 'show' | 'view'> & {
  view: RoomBookingView;
};

const RoomAction: Component<RoomActionProps> = (props) => (
  <CommandDialog
    {...props}
    params={{ reference: props.view.reference }}
    isStillAllowed={({ state }) => state === props.view.state}
    show={showChangedRoom}
  />
);

/** What is said no to needs a reason; the same for a refusal and for giving a room up for somebody. */
const WithReason: Component<Omit<RoomActionProps, 'body'> & { bodyOf: (reason: string) => object }> = (
  props,
) => {
  const [reason, setReason] = createSignal('');
  return (
    <RoomAction
      {...props}
      fields={{ reason: t('cancel.reason') }}
      body={() => props.bodyOf(reason())}
      reset={() => setReason('')}
    >
      {(errorOf) => (
        <TextArea
          name="reason"
          label={t('cancel.reason')}
          limit={limits.reason}
          value={reason()}
          onInput={setReason}
          error={errorOf('reason')}
        />
      )}
    </RoomAction>
  );
};

const Actions: Component<{ view: RoomBookingView }> = (props) => (
  <section class="row no-print" aria-label={t('enrolment.actions')}>
    <Show when={props.view.state === 'requested'}>
      <RoomAction
        view={props.view}
        row={routes.decideRoom}
        label={t('room.grant')}
        kind="main"
        intro={t('room.grant.intro')}
        body={() => ({ granted: true })}
        done={t('room.granted')}
      />
      <WithReason
        view={props.view}
        row={routes.decideRoom}
        label={t('room.refuse')}
        intro={t('room.refuse.intro')}
        bodyOf={(reason) => ({ granted: false, reason })}
        done={t('room.refused')}
      />
    </Show>
    <Show when={props.view.state === 'booked'}>
      <WithReason
        view={props.view}
        row={routes.cancelRoom}
        label={t('cancel')}
        danger
        intro={t('room.cancel.intro')}
        bodyOf={(reason) => ({ reason })}
        done={t('cancel.done')}
      />
    </Show>
    <ContactAction row={routes.roomContact} reference={props.view.reference} />
  </section>
);

/** One booking of a room, to be decided about or given up. */
export const RoomBookingPage: Component = () => {
  const params = useParams<{ reference: string }>();
  const desk = useDesk();
  const view = createAsync(() => readRoomBooking(params.reference));
  return (
    <Show when={view()}>
      {(known) => (
        <article class="stack">
          <p class="no-print">
            <A href={desk.keepNode(`/admin/room-bookings?venue=${known().venue}&from=${known().day}`)}>
              {t('room.back')}
            </A>
          </p>
          <PageHeader
            title={t('room.title', {
              room: known().roomName,
              day: formatDate(known().day, language()),
              from: known().from,
              to: known().to,
            })}
            lead={known().venueName}
          />
          <p>
            <RoomTag state={known().state} />
          </p>
          <Show when={desk.holds(...keepers)}>
            <Actions view={known()} />
          </Show>
          <DescriptionList facts={factsOf(known())} />
          <p class="soft">{t('enrolment.masked')}</p>
        </article>
      )}
    </Show>
  );
};
