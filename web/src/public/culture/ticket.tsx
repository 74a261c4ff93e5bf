import { type Component, createMemo, onCleanup } from 'solid-js';
import { renderSVG } from 'uqr';
import { bookingWords } from '../public.words.ts';
import './culture.css';

const { t } = bookingWords;

/** The ticket for the door as a QR code, drawn here: nobody else learns of it. */
export const Ticket: Component<{ text: string; reference: string }> = (props) => {
  const address = createMemo((before: string | undefined) => {
    if (before !== undefined) URL.revokeObjectURL(before);
    return URL.createObjectURL(new Blob([renderSVG(props.text)], { type: 'image/svg+xml' }));
  });
  onCleanup(() => URL.revokeObjectURL(address()));
  return <img class="ticket" src={address()} alt={t('booking.ticket.alt', { reference: props.reference })} />;
};
