import { A } from '@solidjs/router';
import { formatReference } from '../../../../../functions/platform/contract/reference.rules.ts';
import { formatMomentShort } from '../../../lib/format.ts';
import type { Column } from '../../../ui/table.tsx';
import type { Desk } from '../../shell/desk.ts';
import { amountWords } from './amount.ts';
import type { ReceiptRow } from './donations.queries.ts';
import { donationsWords } from './donations.words.ts';

const { t } = donationsWords;

/** A row leads to its receipt; the person in it is masked. */
export const receiptColumns = (desk: Desk): readonly Column<ReceiptRow>[] => [
  {
    key: 'no',
    header: t('column.no'),
    isRowHeader: true,
    nowrap: true,
    cell: ({ receipt }) => (
      <A href={desk.keepNode(`/admin/services/receipts/${receipt}`)}>{formatReference(receipt)}</A>
    ),
  },
  { key: 'person', header: t('column.person'), nowrap: true, cell: ({ name }) => name },
  { key: 'number', header: t('column.number'), nowrap: true, cell: ({ number }) => number },
  {
    key: 'quantity',
    header: t('column.quantity'),
    align: 'end',
    nowrap: true,
    cell: ({ quantity, unit }) => amountWords(quantity, unit),
  },
  {
    key: 'at',
    header: t('column.at'),
    nowrap: true,
    cell: ({ at }) => <time datetime={at}>{formatMomentShort(at)}</time>,
  },
];

/** The same where receipts of many donations stand in one list: also what it was, and where. */
export const receiptColumnsAt = (desk: Desk): readonly Column<ReceiptRow>[] => [
  ...receiptColumns(desk),
  {
    key: 'goods',
    header: t('column.goods'),
    cell: ({ goods, batch }) => <A href={desk.keepNode(`/admin/services/donations/${batch}`)}>{goods}</A>,
  },
  { key: 'node', header: t('column.node'), cell: ({ node }) => desk.placeOf(node) },
];
