import { type Component, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { CopyButton, DescriptionList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { bookingWords } from '../public.words.ts';
import { bookingHref } from './booking.pair.ts';
import type { Receipt } from './enrolling.ts';
import { Ticket } from './ticket.tsx';

const { t } = bookingWords;

/** What to keep of an enrolment: the reference names it, the code authorises. */
export const ReceiptView: Component<{ receipt: Receipt }> = (props) => {
  const booking = () => props.receipt.booking;
  const isIn = (): boolean => booking().state === 'confirmed';
  return (
    <div class="stack-large">
      <PageHeader title={isIn() ? t('done.confirmed') : t('done.waiting')} lead={booking().title} />
      <Notice tone={isIn() ? 'ok' : 'info'} title={t(`state.${booking().state}`)}>
        <p>{t('done.keep')}</p>
        <Show when={booking().rank}>
          {(rank) => (
            <p>
              {rank().more
                ? t('booking.rank.more', { n: rank().before })
                : t('booking.rank', { n: rank().before })}
            </p>
          )}
        </Show>
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
        ]}
      />
      <Show when={booking().ticket}>
        {(ticket) => <Ticket text={ticket()} reference={formatReference(props.receipt.reference)} />}
      </Show>
      <div class="row no-print">
        <LinkButton kind="main" href={bookingHref(props.receipt)}>
          {t('done.see')}
        </LinkButton>
        <Button onPress={() => window.print()}>{t('done.print')}</Button>
      </div>
    </div>
  );
};
