import { type Component, createSignal } from 'solid-js';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { codeOf } from '../messages/messages.ts';
import { bookingWords } from '../public.words.ts';
import { ChangeLink } from '../questions/question-page.tsx';
import type { Flow } from './booking.flow.ts';
import { refusedSteps } from './booking.lacks.ts';
import { messagesOf } from './booking.messages.ts';
import { BookingStep } from './booking-step.tsx';
import { askedOf, clear, draft, keep, type Step, stepOfField } from './room.draft.ts';
import { requestRoom, type Slots } from './room.queries.ts';
import { roomName } from './room-steps.tsx';

const { t } = bookingWords;

/** What only another time can mend. */
const timeIsGone = ['booking.room_taken', 'booking.room_time', 'booking.room_too_long', 'booking.room_past'];

interface CheckProps {
  flow: Flow<Step>;
  room: Slots;
  of: string;
  day: string;
  /** The time cannot be had any more: leads back to choosing one, with this said. */
  lostTime: (said: readonly FieldMessage[]) => void;
}

export const CheckStep: Component<CheckProps> = (props) => {
  const [refused, setRefused] = createSignal<readonly FieldMessage[]>([]);
  const [isBusy, setBusy] = createSignal(false);
  const fact = (step: Step, term: string, value: string): Fact => ({
    term,
    value,
    action: <ChangeLink step={step} href={props.flow.changeHref(step)} what={term} />,
  });
  const facts = (): Fact[] => [
    { term: t('booking.where'), value: roomName(props.room) },
    fact('time', t('room.when.term'), `${formatDate(props.day, language())} ${draft().from}–${draft().to}`),
    fact('purpose', t('room.purpose'), draft().purpose.trim()),
    { term: t('room.people'), value: draft().people.trim() },
    ...(draft().organisation.trim() === ''
      ? []
      : [{ term: t('room.organisation'), value: draft().organisation.trim() }]),
    fact('contact', t('contact.who'), `${draft().name.trim()}\n${draft().phone.trim()}`),
  ];
  const send = async (): Promise<void> => {
    setBusy(true);
    setRefused([]);
    try {
      const { venue, room } = props.room;
      keep(props.of, await requestRoom(askedOf(draft(), venue, String(room), props.day)));
      // The pages before are empty now, and the form leads on to the receipt.
      clear();
    } catch (thrown) {
      if (timeIsGone.includes(codeOf(thrown))) props.lostTime(messagesOf(thrown));
      else setRefused(refusedSteps(thrown, stepOfField));
    } finally {
      setBusy(false);
    }
  };
  const label = (): string => {
    if (isBusy()) return t('enrol.sending');
    return props.room.approval ? t('room.ask') : t('room.book');
  };
  return (
    <BookingStep
      place={props.flow}
      title={t('enrol.check')}
      refused={refused()}
      refusedTitle={t('room.failed')}
      send={{ label: label(), busy: isBusy(), act: () => void send() }}
    >
      <DescriptionList facts={facts()} />
      <Notice>{props.room.approval ? t('room.approval') : t('room.at-once')}</Notice>
    </BookingStep>
  );
};
