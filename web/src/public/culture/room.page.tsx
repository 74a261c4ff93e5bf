import { createAsync, revalidate, useParams } from '@solidjs/router';
import { type Component, createMemo, createSignal, Match, onMount, Show, Switch } from 'solid-js';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { ErrorState, LoadingState } from '../../ui/state.tsx';
import { bookingWords } from '../public.words.ts';
import { prepareProof } from '../questions/proof.ts';
import { createFlow } from './booking.flow.ts';
import { refusalMessage } from './booking.messages.ts';
import { ReceiptView } from './receipt.tsx';
import { change, draft, lacksOf, receiptOf, startFor, steps } from './room.draft.ts';
import { type RoomDay, readRoomDay, type Slots } from './room.queries.ts';
import { CheckStep } from './room-check.tsx';
import { ContactStep, PurposeStep, TimeStep, today } from './room-steps.tsx';
import './culture.css';

const { t } = bookingWords;

interface FormProps {
  venue: string;
  no: string;
  of: string;
  day: string;
  /** The chosen day, or the one before it until that is read. */
  known: RoomDay;
  room: Slots;
}

const Form: Component<FormProps> = (props) => {
  const params = useParams<{ step?: string }>();
  const [refused, setRefused] = createSignal<readonly FieldMessage[]>([]);
  const { venue, no, of } = props;
  const flow = createFlow({
    steps,
    base: `/culture/venues/${venue}/rooms/${no}`,
    at: () => params.step,
    lacksOf: (step) => lacksOf(step, draft(), props.known, props.room.capacity),
    hasReceipt: () => receiptOf(of) !== undefined,
  });
  // The sum against machines is worked out while the form is being filled in.
  onMount(prepareProof);
  const lostTime = (said: readonly FieldMessage[]): void => {
    setRefused(said.map(({ message }) => ({ name: 'from', message })));
    change({ from: '', to: '' });
    void revalidate(readRoomDay.keyFor(venue, no, props.day));
    flow.goTo('time', 'change');
  };
  const isStep = (step: string): boolean => flow.step() === step;
  return (
    <Switch>
      <Match when={isStep('done') && receiptOf(of)}>{(receipt) => <ReceiptView receipt={receipt()} />}</Match>
      <Match when={isStep('time')}>
        <TimeStep
          flow={flow}
          room={props.room}
          day={props.day}
          known={props.known}
          refused={draft().from === '' && flow.messages().length === 0 ? refused() : []}
        />
      </Match>
      <Match when={isStep('purpose')}>
        <PurposeStep flow={flow} room={props.room} />
      </Match>
      <Match when={isStep('contact')}>
        <ContactStep flow={flow} room={props.room} />
      </Match>
      <Match when={isStep('check')}>
        <CheckStep flow={flow} room={props.room} of={of} day={props.day} lostTime={lostTime} />
      </Match>
    </Switch>
  );
};

const Room: Component<{ venue: string; no: string }> = (props) => {
  const { venue, no } = props;
  const of = `${venue}/${no}`;
  startFor(of);
  const day = (): string => draft().day || today();
  const read = createAsync(() => readRoomDay(venue, no, day()));
  const known = createMemo((): RoomDay | undefined => read.latest);
  /** What is known of the room stays while another day is read. */
  const room = createMemo((before: Slots | undefined) => known()?.slots ?? before, undefined);
  const refusal = (): string | undefined => (room() ? undefined : known()?.refusal);
  return (
    <Switch fallback={<LoadingState lines={6} />}>
      <Match when={refusal()}>
        {(code) => (
          <>
            <PageHeader title={t('room.title')} />
            <ErrorState
              text={refusalMessage(code())}
              onRetry={() => {
                change({ day: '' });
                void revalidate(readRoomDay.key);
              }}
            />
          </>
        )}
      </Match>
      <Match when={room() && known()}>
        <Show when={room()}>
          {(there) => (
            <Form venue={venue} no={no} of={of} day={day()} known={known() ?? { day: '' }} room={there()} />
          )}
        </Show>
      </Match>
    </Switch>
  );
};

/** Books a room of a venue: one thing per page, from a free time to a receipt. */
const RoomPage: Component = () => {
  const params = useParams<{ venue: string; room: string }>();
  return (
    <div class="reading stack-large">
      <Show when={`${params.venue}/${params.room}`} keyed>
        <Room venue={params.venue} no={params.room} />
      </Show>
    </div>
  );
};

export default RoomPage;
