import type { Component } from 'solid-js';
import type { bookingsContract } from '../../../../functions/bookings/bookings.contract.ts';
import { DescriptionList } from '../../ui/facts.tsx';
import { DisclosureDialog } from '../forms/disclosure-dialog.tsx';
import { bookingsWords } from './bookings.words.ts';

const { t } = bookingsWords;
type Routes = typeof bookingsContract.routes;

/** Name and phone of whoever enrolled or booked a room. */
export const ContactAction: Component<{
  row: Routes['contact'] | Routes['roomContact'];
  reference: string;
}> = (props) => (
  <DisclosureDialog
    row={props.row}
    params={{ reference: props.reference }}
    label={t('contact')}
    intro={t('contact.intro')}
    reasonLabel={t('contact.reason')}
    closeLabel={t('contact.close')}
  >
    {({ name, phone, guardian }) => (
      <DescriptionList
        facts={[
          { term: t('contact.name'), value: name },
          ...(guardian === undefined ? [] : [{ term: t('contact.guardian'), value: guardian }]),
          { term: t('contact.phone'), value: <a href={`tel:${phone}`}>{phone}</a> },
        ]}
      />
    )}
  </DisclosureDialog>
);
