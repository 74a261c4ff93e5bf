import { fieldIn, type HouseholdBed, home } from './households.ts';

export const person = (change: object = {}) => ({ name: '李大山', relation: '户主', ...change });

export const load = (bed: HouseholdBed, id: string, from: number, rows: readonly unknown[], key?: string) =>
  bed.call('loadRows', 'admin', {
    params: { import: id },
    body: { from, rows },
    ...(key === undefined ? {} : { key }),
  });
export const check = (bed: HouseholdBed, id: string, from: number, rows: readonly unknown[]) =>
  bed.call('checkRows', 'admin', { params: { import: id }, body: { from, rows } });

interface Said {
  readonly row: number;
  readonly result?: string;
  readonly household?: string;
  readonly errors: readonly Told[];
  readonly duplicates?: readonly Told[];
}
interface Told {
  readonly path: string;
  readonly code: string;
  readonly household?: string;
  readonly sameAs?: number;
}

export const said = ({ body }: { readonly body: unknown }): readonly Said[] => {
  const rows = fieldIn(body, 'rows');
  return Array.isArray(rows) ? rows : [];
};
export const results = (answer: { readonly body: unknown }) =>
  said(answer).map(({ result, errors }) =>
    [result, ...errors.map(({ path, code }) => `${path} ${code}`)].join(' ').trim(),
  );
export const found = (answer: { readonly body: unknown }) =>
  said(answer).flatMap(({ row, errors, duplicates = [] }) =>
    [...errors, ...duplicates].map(({ path, code }) => `${row} ${path} ${code}`),
  );
export const progress = ({ body }: { readonly body: unknown }) => {
  const { through, loaded, refused } = Object(fieldIn(body, 'import'));
  return { through, loaded, refused };
};
export const homes = (from: number, count: number) => Array.from({ length: count }, (_, n) => home(from + n));

/** What can be wrong with a row: its name, the row, and the field and code it is told. */
export const badRows: readonly (readonly [string, unknown, string])[] = [
  [
    'a wrong check character',
    home(1, { members: [person({ idNumber: '370402199001010019' })] }),
    'members.0.idNumber id_number.check_character',
  ],
  [
    'an ID number a spreadsheet made a number',
    home(1, { members: [person({ idNumber: '3.70402E+17' })] }),
    'members.0.idNumber id_number.invalid',
  ],
  [
    'a phone that is none',
    home(1, { members: [person({ phone: '12345' })] }),
    'members.0.phone phone.invalid',
  ],
  [
    'a phone sent as a number',
    home(1, { members: [person({ phone: 13812345678 })] }),
    'members.0.phone field.type',
  ],
  [
    'a name of ten thousand characters',
    home(1, { members: [person({ name: '长'.repeat(10_000) })] }),
    'members.0.name text.too_long',
  ],
  [
    'a control character',
    home(1, { address: { text: '幸福\u0000小区' } }),
    'address.text text.control_characters',
  ],
  ['no address', home(1, { address: undefined }), 'address field.required'],
  [
    'a date where a room should be',
    home(1, { address: { text: '幸福小区', room: 46054 } }),
    'address.room field.type',
  ],
  ['a column nobody asked for', home(1, { income: '1000' }), 'income field.unknown'],
  ['an area nobody set up', home(1, { area: '2222222222' }), 'area household.area_unknown'],
  ['neither home nor shop', home(1, { kind: 'farm' }), 'kind field.choice'],
];
