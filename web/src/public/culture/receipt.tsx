import { type Component, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { CopyButton, DescriptionList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { bookingWords } from '../public.words.ts';
import { bookingHref } from './booking.pair.ts';
import { CalendarButton } from './booking-calendar.tsx';
import { isCertain, Rank, stateWords, whatOf, whenOf } from './booking-facts.tsx';
import type { Booking } from './culture.queries.ts';
import { Ticket } from './ticket.tsx';

const { t } = bookingWords;

interface Receipt {
  readonly reference: string;
  readonly code: string;
  readonly booking: Booking;
}

const titleOf = (booking: Booking): string => {
  if (booking.kind === 'room') return isCertain(booking) ? t('done.room.booked') : t('done.room.requested');
  return isCertain(booking) ? t('done.confirmed') : t('done.waiting');
};

/** What to keep of a booking: the reference names it, the code authorises. */
export const ReceiptView: Component<{ receipt: Receipt }> = (props) => {
  const booking = () => props.receipt.booking;
  const ticket = (): string | undefined => {
    const made = booking();
    return made.kind === 'enrolment' ? made.ticket : undefined;
  };
  return (
    <div class="stack-large">
      <PageHeader title={titleOf(booking())} lead={whatOf(booking())} />
      <Notice tone={isCertain(booking()) ? 'ok' : 'info'} title={stateWords(booking())}>
        <p>{booking().kind === 'room' ? t('done.keep.room') : t('done.keep')}</p>
        <Rank booking={booking()} />
        <p>{isCertain(booking()) ? t('done.no-messages') : t('done.no-messages.waiting')}</p>
      </Notice>
      <DescriptionList
        facts={[
          {
            term: t('done.reference'),
            value: formatReference(props.receipt.reference),
            action: <CopyButton text={props.receipt.reference} />,
          },
          {
            term: t('done.code'),
            value: props.receipt.code,
            action: <CopyButton text={props.receipt.code} />,
          },
          { term: t('booking.dates'), value: whenOf(booking()) },
        ]}
      />
      <Show when={ticket()}>
        {(text) => <Ticket text={text()} reference={formatReference(props.receipt.reference)} />}
      </Show>
      <div class="row no-print">
        <LinkButton kind="main" href={bookingHref(props.receipt)}>
          {t('done.see')}
        </LinkButton>
        <CalendarButton pair={props.receipt} />
        <Button onPress={() => window.print()}>{t('done.print')}</Button>
      </div>
    </div>
  );
};
