import { revalidate } from '@solidjs/router';
import { type Component, createSignal, onMount, Show } from 'solid-js';
import { consentVersion } from '../../../../functions/bookings/bookings.words.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { DescriptionList, type Fact } from '../../ui/facts.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';
import { codeOf } from '../messages/messages.ts';
import { bookingWords } from '../public.words.ts';
import { ChangeLink } from '../questions/question-page.tsx';
import type { Flow } from './booking.flow.ts';
import { refusedSteps } from './booking.lacks.ts';
import { detailOf } from './booking.messages.ts';
import { BookingStep } from './booking-step.tsx';
import { type Offer, readOffer } from './culture.queries.ts';
import { enrol } from './enrolling.ts';
import { attendeeOf, clear, draft, keep, type Step, stepOfField } from './enrolment.draft.ts';

const { t } = bookingWords;

const factsOf = (flow: Flow<Step>, offer: Offer): Fact[] => {
  const attendee = attendeeOf(draft());
  const fact = (step: Step, term: string, value: string): Fact => ({
    term,
    value,
    action: <ChangeLink step={step} href={flow.changeHref(step)} what={term} />,
  });
  const [first] = offer.dates.filter(({ calledOff }) => !calledOff);
  return [
    { term: t('booking.what'), value: offer.title },
    ...(first
      ? [{ term: t('check.first'), value: `${formatMoment(first.from, language())} ${first.place}` }]
      : []),
    fact('who', t('enrol.who'), t(`enrol.who.${attendee.who}`)),
    fact('people', t(`enrol.name.${attendee.who}`), attendee.name.trim()),
    ...(attendee.who === 'child'
      ? [
          { term: t('enrol.age'), value: String(attendee.age) },
          { term: t('enrol.guardian'), value: attendee.guardian.trim() },
        ]
      : []),
    ...(attendee.who === 'party' ? [{ term: t('enrol.places'), value: String(attendee.places) }] : []),
    fact('contact', t('enrol.phone'), attendee.phone.trim()),
  ];
};

/** Whether there is room for all of them, by the places as they are now. */
const freeOf = ({ capacity, taken }: Offer): number => Math.max(0, capacity - taken);

const Outlook: Component<{ offer: Offer; places: number }> = (props) => (
  <Show
    when={freeOf(props.offer) < props.places}
    fallback={<Notice tone="ok">{t('check.free', { n: freeOf(props.offer) })}</Notice>}
  >
    <Notice
      tone="warn"
      title={props.offer.hasWaitingList ? t('check.waiting.title') : t('problem.booking.full')}
    >
      <Show when={props.offer.hasWaitingList}>
        <p>{t('check.waiting.before', { free: freeOf(props.offer), n: props.offer.waiting })}</p>
        <p>
          {props.offer.holdHours > 0
            ? t('check.waiting.held', { n: props.offer.holdHours })
            : t('check.waiting.at-once')}
        </p>
      </Show>
    </Notice>
  </Show>
);

/** Start and end of what it clashes with, as the service names them. */
const spanWords = (detail: string): string =>
  detail
    .split('/')
    .map((instant) => formatMoment(instant, language()))
    .join(' – ');

export const CheckStep: Component<{ flow: Flow<Step>; offer: Offer }> = (props) => {
  const [refused, setRefused] = createSignal<readonly FieldMessage[]>([]);
  const [clash, setClash] = createSignal<string>();
  const [isBusy, setBusy] = createSignal(false);
  // The places may have gone while the form was filled in.
  const { offer: id } = props.offer;
  onMount(() => void revalidate(readOffer.keyFor(id)));
  const attendee = () => attendeeOf(draft());
  const places = (): number => {
    const given = attendee();
    return given.who === 'party' ? given.places : 1;
  };

  const send = async (): Promise<void> => {
    setBusy(true);
    setRefused([]);
    try {
      const despiteClash = clash() !== undefined;
      const receipt = await enrol({ offer: id, attendee: attendee(), despiteClash, consent: consentVersion });
      keep(id, receipt);
      // The pages before are empty now, and the form leads on to the receipt.
      clear();
    } catch (thrown) {
      setClash(codeOf(thrown) === 'booking.clash' ? detailOf(thrown) : undefined);
      setRefused(refusedSteps(thrown, stepOfField));
      await revalidate(readOffer.keyFor(id));
    } finally {
      setBusy(false);
    }
  };
  const label = (): string => {
    if (isBusy()) return t('enrol.sending');
    return clash() === undefined ? t('enrol.send') : t('enrol.clash');
  };
  return (
    <BookingStep
      place={props.flow}
      title={t('enrol.check')}
      refused={refused()}
      refusedTitle={t('enrol.failed')}
      send={{ label: label(), busy: isBusy(), act: () => void send() }}
    >
      <Show when={clash()} fallback={<p class="soft">{t('check.clash.before')}</p>}>
        {(detail) => (
          <Alert tone="warn" title={t('check.clash.title')}>
            <p>{t('check.clash.when', { when: spanWords(detail()) })}</p>
          </Alert>
        )}
      </Show>
      <DescriptionList facts={factsOf(props.flow, props.offer)} />
      <Outlook offer={props.offer} places={places()} />
    </BookingStep>
  );
};
