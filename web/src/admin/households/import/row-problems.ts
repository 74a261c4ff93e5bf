import { doorOf } from '../../../../../functions/households/addresses.views.ts';
import type { RowProblem } from '../../../../../functions/households/households.views.ts';
import { fieldMessage } from '../../messages/messages.ts';
import { householdsWords } from '../households.words.ts';
import type { PreparedRow } from './rows.ts';

const { t } = householdsWords;

const memberFields = ['name', 'relation', 'idNumber', 'phone', 'categories'] as const;

/** Where in the household a problem is, in the words of the mapping. */
const placeOf = (path: string): string => {
  const [first = '', index, field = ''] = path.split('.');
  if (first === 'members' && index !== undefined) {
    const known = memberFields.find((each) => each === field);
    const n = Number(index) + 1;
    return known === undefined
      ? t('row.member', { n })
      : t('member.field', { n, field: t(`member.${known}`) });
  }
  if (first === 'members') return t('member.all');
  if (first === 'shopName') return t('household.shop');
  if (first === 'area') return t('household.area');
  if (first === 'address' && (index === 'building' || index === 'unit' || index === 'room')) {
    return t(`details.${index}`);
  }
  return first === 'address' ? t('household.address') : '';
};

/** One problem of a row as a sentence; the same for the table and for the file. */
export const rowProblemWords = (
  { path, code, n, sameAs }: RowProblem,
  lineOf: (row: number) => string,
): string => {
  const place = placeOf(path);
  const message = fieldMessage(code, n);
  const said = place === '' ? message : t('row.problem', { place, message });
  return sameAs === undefined ? said : `${said} ${t('row.same-as', { line: lineOf(sameAs) })}`;
};

/** 「7」 or 「7–9」: where a household stands in the spreadsheet. */
export const linesOf = ({ lines }: PreparedRow): string => {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return '';
  if (first === last) return String(first);
  return last - first + 1 === lines.length ? `${first}–${last}` : lines.join('、');
};

export const doorOfRow = ({ row }: PreparedRow): string =>
  row.kind === 'shop' ? `${row.shopName} ${doorOf(row.address)}` : doorOf(row.address);

export const headOfRow = ({ row }: PreparedRow): string => row.members[0]?.name ?? '';

/** Households of the register these problems name, each once. */
export const householdsNamed = (problems: readonly RowProblem[]): string[] => [
  ...new Set(problems.flatMap(({ household }) => (household === undefined ? [] : [household]))),
];
