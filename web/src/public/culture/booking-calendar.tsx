import { type Component, createSignal } from 'solid-js';
import { download } from '../../lib/download.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { codeOf } from '../messages/messages.ts';
import { bookingWords } from '../public.words.ts';
import type { Pair } from '../track/track.pair.ts';
import { readCalendar } from './booking.acts.ts';
import { refusalMessage } from './booking.messages.ts';

const { t } = bookingWords;

/** Hands over the dates of a booking as a file that any calendar opens; opened again, it brings what has changed. */
export const CalendarButton: Component<{ pair: Pair }> = (props) => {
  const [isBusy, setBusy] = createSignal(false);
  const save = async (): Promise<void> => {
    if (isBusy()) return;
    setBusy(true);
    const { reference, code } = props.pair;
    try {
      download(await readCalendar(reference, code), `${reference}.ics`);
    } catch (thrown) {
      showToast(refusalMessage(codeOf(thrown)), 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={isBusy()} onPress={() => void save()}>
      {t('booking.calendar')}
    </Button>
  );
};
