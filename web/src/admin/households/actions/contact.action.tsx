import type { Component } from 'solid-js';
import { nameOfHousehold } from '../../../../../functions/households/addresses.views.ts';
import { householdsContract } from '../../../../../functions/households/households.contract.ts';
import type { ResponseOf } from '../../../../../functions/platform/contract/route.ts';
import { type Column, Table } from '../../../ui/table.tsx';
import { DisclosureDialog } from '../../forms/disclosure-dialog.tsx';
import { householdsWords } from '../households.words.ts';
import type { ActionProps } from './details.action.tsx';

const { t } = householdsWords;
const row = householdsContract.routes.contact;
type Opened = ResponseOf<typeof row>['members'];

const columns = (): readonly Column<Opened[number]>[] => [
  { key: 'name', header: t('member.name'), isRowHeader: true, cell: ({ name }) => name },
  { key: 'idNumber', header: t('member.idNumber'), cell: ({ idNumber }) => idNumber ?? t('household.none') },
  { key: 'phone', header: t('member.phone'), cell: ({ phone }) => phone ?? t('household.none') },
];

/** Names, ID numbers and phones of the members. */
export const ContactAction: Component<ActionProps> = (props) => (
  <DisclosureDialog
    wide
    row={row}
    params={{ household: props.view.household }}
    label={t('action.contact')}
    intro={t('contact.intro')}
    reasonLabel={t('contact.reason')}
    closeLabel={t('contact.close')}
  >
    {({ members }) => (
      <Table
        caption={t('contact.caption', { household: nameOfHousehold(props.view) })}
        columns={columns()}
        rows={members}
      />
    )}
  </DisclosureDialog>
);
