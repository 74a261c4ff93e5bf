import type { TextTable } from '../households/export/spreadsheet-files.ts';
import type { LotHome, LotView } from './renovation.queries.ts';
import { words as chinese } from './renovation.zh.ts';

/** As a spreadsheet shows money: yuan, two places, no thousands, so that it can be added up. */
const yuan = (fen: number): string => (fen / 100).toFixed(2);
const day = (instant: string | undefined): string =>
  instant === undefined ? '' : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

const worksOf = ({ lines }: LotHome): string =>
  lines
    .map(({ item, unit, quantity }) => `${chinese[`item.${item}`]} ${quantity}${chinese[`unit.${unit}`]}`)
    .join('；');

/**
 * The list of payments of a lot. Headings are the offices' own, whatever language the reader has chosen: the file goes
 * to the treasury. Only what was accepted is owed.
 */
export const paymentTable = (lot: LotView, placeOf: (path: string) => string): TextTable => {
  const owed = lot.rows.filter(({ acceptedAt }) => acceptedAt !== undefined);
  return [
    [
      ...['序号', '批次', '施工单位', '编号', '村居', '残疾人', '改造内容'],
      ...['金额（元）', '验收日期', '付款日期'],
    ],
    ...owed.map((home, index) => [
      ...[String(index + 1), lot.name, lot.contractor.name, home.reference, placeOf(home.village)],
      ...[home.name, worksOf(home), yuan(home.amount), day(home.acceptedAt), day(home.paidAt)],
    ]),
    [
      ...['合计', '', '', '', '', '', ''],
      yuan(owed.reduce((sum, { amount }) => sum + amount, 0)),
      ...['', ''],
    ],
  ];
};
