import { type Component, For, Show } from 'solid-js';
import { limits } from '../../../../functions/bookings/bookings.words.ts';
import { addDays, localDateOf, parseInstant } from '../../../../functions/platform/runtime/time.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LoadingState } from '../../ui/state.tsx';
import { DateField, TextField } from '../../ui/text-field.tsx';
import { bookingWords } from '../public.words.ts';
import type { Flow } from './booking.flow.ts';
import { refusalMessage } from './booking.messages.ts';
import { BookingStep } from './booking-step.tsx';
import { ContactFields } from './enrol-steps.tsx';
import { change, draft, type Step } from './room.draft.ts';
import type { RoomDay, Slots } from './room.queries.ts';
import { endsFrom, freeSpans } from './room.slots.ts';

const { t } = bookingWords;

/** The district's own day, wherever the reader is. */
export const today = () => localDateOf(parseInstant(new Date().toISOString()));

interface StepProps {
  flow: Flow<Step>;
  /** The room as it was read last. */
  room: Slots;
}

export const roomName = ({ venueName, roomName: room }: Slots): string =>
  t('booking.room', { venue: venueName, room });

const setDay = (day: string): void => change({ day, from: '', to: '' });

const NothingFree: Component<{ slots: Slots }> = (props) => (
  <Notice tone="warn" title={props.slots.slots.length === 0 ? t('room.closed') : t('room.full')}>
    <Show when={props.slots.next} fallback={<p>{t('room.none-soon', { n: limits.slotDays })}</p>}>
      {(day) => (
        <Button onPress={() => setDay(day())}>
          {t('room.next-day', { day: formatDate(day(), language()) })}
        </Button>
      )}
    </Show>
  </Notice>
);

const Times: Component<{ flow: Flow<Step>; slots: Slots }> = (props) => {
  const setFrom = (from: string): void => change({ from, to: endsFrom(props.slots, from)[0] ?? '' });
  return (
    <Show when={props.slots.slots.some(({ free }) => free)} fallback={<NothingFree slots={props.slots} />}>
      <div>
        <p>{t('room.free')}</p>
        <ul class="bare-list room-free">
          <For each={freeSpans(props.slots)}>{({ from, to }) => <li>{`${from}–${to}`}</li>}</For>
        </ul>
      </div>
      <div class="row room-times">
        <SelectField
          name="from"
          label={t('room.from')}
          width="short"
          options={props.slots.slots
            .filter(({ free }) => free)
            .map(({ from }) => ({ value: from, label: from }))}
          value={draft().from}
          error={props.flow.errorOf('from')}
          onChange={setFrom}
        />
        <SelectField
          name="to"
          label={t('room.to')}
          width="short"
          options={endsFrom(props.slots, draft().from).map((to) => ({ value: to, label: to }))}
          value={draft().to}
          error={props.flow.errorOf('to')}
          onChange={(to) => change({ to })}
        />
      </div>
    </Show>
  );
};

interface TimeProps extends StepProps {
  day: string;
  known: RoomDay;
  refused: readonly FieldMessage[];
}

export const TimeStep: Component<TimeProps> = (props) => {
  const first = today();
  /** What is wrong with the day itself shows at once; what is lacking, on going on. */
  const dayError = (): string | undefined =>
    props.known.refusal === undefined ? undefined : refusalMessage(props.known.refusal);
  return (
    <BookingStep
      place={props.flow}
      title={t('room.when')}
      lead={roomName(props.room)}
      refused={props.refused}
      refusedTitle={t('room.failed')}
    >
      <p>
        {t('room.holds', { n: props.room.capacity })}{' '}
        {props.room.approval ? t('room.approval') : t('room.at-once')}
      </p>
      <DateField
        name="day"
        label={t('room.day')}
        min={first}
        max={addDays(first, limits.roomDays)}
        value={props.day}
        error={props.flow.errorOf('day') ?? dayError()}
        onInput={setDay}
      />
      <Show when={props.known.day === props.day} fallback={<LoadingState lines={2} />}>
        <Show when={props.known.slots}>{(slots) => <Times flow={props.flow} slots={slots()} />}</Show>
      </Show>
    </BookingStep>
  );
};

export const PurposeStep: Component<StepProps> = (props) => (
  <BookingStep place={props.flow} title={t('room.purpose.title')} lead={roomName(props.room)}>
    <TextField
      name="purpose"
      label={t('room.purpose')}
      hint={t('room.purpose.hint')}
      value={draft().purpose}
      error={props.flow.errorOf('purpose')}
      onInput={(purpose) => change({ purpose })}
    />
    <TextField
      name="people"
      label={t('room.people')}
      hint={t('room.holds', { n: props.room.capacity })}
      inputmode="numeric"
      width="short"
      value={draft().people}
      error={props.flow.errorOf('people')}
      onInput={(people) => change({ people })}
    />
    <TextField
      optional
      name="organisation"
      label={t('room.organisation')}
      autocomplete="organization"
      value={draft().organisation}
      error={props.flow.errorOf('organisation')}
      onInput={(organisation) => change({ organisation })}
    />
  </BookingStep>
);

export const ContactStep: Component<StepProps> = (props) => (
  <BookingStep place={props.flow} title={t('contact.title')} lead={roomName(props.room)}>
    <TextField
      name="name"
      label={t('enrol.name.self')}
      autocomplete="name"
      width="medium"
      value={draft().name}
      error={props.flow.errorOf('name')}
      onInput={(name) => change({ name })}
    />
    <ContactFields draft={draft()} errorOf={props.flow.errorOf} change={change} />
  </BookingStep>
);
