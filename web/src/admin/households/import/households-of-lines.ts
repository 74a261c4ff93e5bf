import type { HouseholdCategory, ImportField } from '../../../../../functions/households/households.words.ts';
import { bareHeading, type Mapping } from './columns.ts';
import {
  categoriesOfHeading,
  categoriesOfWords,
  isHeadRelation,
  isShopWord,
  saysNo,
  saysYes,
} from './office-words.ts';
import type { Cell, Line } from './sheet.ts';

/** A person as the spreadsheet has them; nothing is checked yet. */
export interface MemberDraft {
  readonly name: string;
  readonly relation: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly categories: readonly HouseholdCategory[];
}

/** What the lines of one household say together. */
export interface HouseholdDraft {
  /** Numbers of its lines in the spreadsheet. */
  readonly lines: readonly number[];
  readonly kind: 'home' | 'shop';
  readonly area: string;
  readonly address: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly shopName: string;
  /** The head first. */
  readonly members: readonly MemberDraft[];
}

export const remarkCodes = [
  'category_unknown',
  'address_differs',
  'date_in_address',
  'no_household',
] as const;

/** Something a line says that was left out or put right, for a person to look at. */
export interface Remark {
  readonly line: number;
  readonly code: (typeof remarkCodes)[number];
  /** The words it is about. */
  readonly text: string;
}

export interface Grouped {
  readonly households: readonly HouseholdDraft[];
  readonly remarks: readonly Remark[];
}

type Values = Readonly<Record<ImportField, string>> & {
  readonly marked: readonly HouseholdCategory[];
  readonly unknown: readonly string[];
};

interface Reading {
  readonly field: ImportField;
  readonly column: number;
  /** What the heading of a yes-or-no column stands for. */
  readonly stands: readonly HouseholdCategory[];
}

const readingsOf = (titles: readonly string[], mapping: Mapping): Reading[] =>
  mapping.flatMap((field, column) =>
    field === undefined
      ? []
      : [
          {
            field,
            column,
            stands: field === 'categories' ? categoriesOfHeading(bareHeading(titles[column] ?? '')) : [],
          },
        ],
  );

const blank = (): Record<ImportField, string> => ({
  ...{ key: '', area: '', address: '', building: '', unit: '', room: '', kind: '', shopName: '' },
  ...{ head: '', name: '', relation: '', idNumber: '', phone: '', categories: '' },
});

const valuesOf = (cells: readonly Cell[], readings: readonly Reading[]): Values => {
  const values = blank();
  const marked: HouseholdCategory[] = [];
  const unknown: string[] = [];
  for (const { field, column, stands } of readings) {
    const cell = cells[column] ?? '';
    if (cell === '') continue;
    if (field !== 'categories') {
      values[field] += cell;
    } else if (stands.length > 0 && (saysYes(cell) || saysNo(cell))) {
      if (saysYes(cell)) marked.push(...stands);
    } else {
      const read = categoriesOfWords(cell);
      marked.push(...read.categories);
      unknown.push(...read.unknown);
    }
  }
  return { ...values, marked, unknown };
};

const withoutWord = (text: string, word: RegExp): string => text.replace(word, '') || text;

const placeOf = (values: Values) => ({
  address: values.address,
  building: withoutWord(values.building, /(?:号楼|楼栋|楼|栋|幢)$/),
  unit: withoutWord(values.unit, /单元$/),
  room: withoutWord(values.room, /(?:室|号|户)$/),
});
type Place = ReturnType<typeof placeOf>;

const squeezed = (text: string): string => text.replace(/[\s-]/g, '').toLowerCase();
const placeKey = (place: Place, shopName: string): string =>
  [place.address, place.building, place.unit, place.room, shopName].map(squeezed).join('|');

/** The written address when the sheet has only building, unit and room. */
const spoken = ({ building, unit, room }: Place): string =>
  [building && `${building}号楼`, unit && `${unit}单元`, room && `${room}室`].join('');

interface Draft {
  readonly place: Place;
  readonly kind: 'home' | 'shop';
  readonly lines: number[];
  readonly members: { readonly member: MemberDraft; readonly isHead: boolean }[];
  area: string;
  shopName: string;
}

const memberOf = (values: Values): { member: MemberDraft; isHead: boolean } | undefined => {
  // 「户主」 can hold a name or a tick.
  const headName = saysYes(values.head) || saysNo(values.head) ? '' : values.head;
  const name = values.name || headName;
  if (name === '' && values.idNumber === '' && values.phone === '') return undefined;
  const isHead =
    saysYes(values.head) || isHeadRelation(values.relation) || (headName !== '' && headName === name);
  return {
    isHead,
    member: {
      name,
      relation: values.relation,
      idNumber: values.idNumber.replace(/\s/g, ''),
      phone: values.phone,
      categories: [...new Set(values.marked)],
    },
  };
};

const finished = (draft: Draft): HouseholdDraft => {
  const heads = draft.members.filter(({ isHead }) => isHead);
  const head = heads[0] ?? draft.members[0];
  const others = draft.members.filter((each) => each !== head);
  return {
    ...draft.place,
    address: draft.place.address || spoken(draft.place),
    lines: draft.lines,
    kind: draft.kind,
    area: draft.area,
    shopName: draft.shopName,
    members: (head ? [head, ...others] : others).map(({ member }) => member),
  };
};

const isDateLike = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** What is odd about one line, whatever household it belongs to. */
const remarksOn = (line: number, values: Values, place: Place): Remark[] => [
  ...values.unknown.map((text): Remark => ({ line, code: 'category_unknown', text })),
  // A room typed as 3-2 that the spreadsheet took for the second of March.
  ...Object.values(place)
    .filter(isDateLike)
    .map((text): Remark => ({ line, code: 'date_in_address', text })),
];

const begin = (values: Values, place: Place): Draft => ({
  place,
  kind: isShopWord(values.kind) || (values.kind === '' && values.shopName !== '') ? 'shop' : 'home',
  lines: [],
  members: [],
  area: '',
  shopName: '',
});

const isElsewhere = (draft: Draft, place: Place): boolean =>
  Object.values(place).some((part) => part !== '') && placeKey(place, '') !== placeKey(draft.place, '');

/** The number or the address a line goes by; undefined when it has neither. */
const idOf = (values: Values, place: Place): string | undefined => {
  if (values.key !== '') return `key ${values.key}`;
  return Object.values(place).some((part) => part !== '') ? placeKey(place, values.shopName) : undefined;
};

/** A second head at one door is another household; that the door is taken already is told later. */
const householdOf = (id: string | undefined, found: Draft | undefined, isHead: boolean): Draft | undefined =>
  isHead && id?.startsWith('key ') !== true && found?.members.some((member) => member.isHead)
    ? undefined
    : found;

/** Households as they grow line by line. */
interface Growing {
  readonly households: Draft[];
  readonly byId: Map<string, Draft>;
  readonly remarks: Remark[];
  /** The household a line without number and address belongs to. */
  above: Draft | undefined;
}

const addLine = (growing: Growing, no: number, values: Values): void => {
  const place = placeOf(values);
  const said = memberOf(values);
  const id = idOf(values, place);
  if (said === undefined && id === undefined) return;
  growing.remarks.push(...remarksOn(no, values, place));
  const found = id === undefined ? growing.above : growing.byId.get(id);
  const known = householdOf(id, found, said?.isHead ?? false);
  if (known && isElsewhere(known, place)) {
    growing.remarks.push({ line: no, code: 'address_differs', text: place.address || spoken(place) });
  }
  // Where a line belongs nowhere, those below it don't belong to the household before either.
  growing.above = known ?? (id === undefined ? undefined : begin(values, place));
  const draft = growing.above;
  if (draft === undefined) {
    growing.remarks.push({ line: no, code: 'no_household', text: said?.member.name ?? '' });
    return;
  }
  if (known === undefined) growing.households.push(draft);
  if (id !== undefined) growing.byId.set(id, draft);
  draft.lines.push(no);
  draft.area ||= values.area;
  draft.shopName ||= values.shopName;
  if (said) draft.members.push(said);
};

/**
 * Lines of one household become one: those with the same household number, else those with the same address. A line
 * without either belongs to the household above it, as people write it.
 */
export const householdsOfLines = (
  lines: readonly Line[],
  titles: readonly string[],
  mapping: Mapping,
): Grouped => {
  const readings = readingsOf(titles, mapping);
  const growing: Growing = { households: [], byId: new Map(), remarks: [], above: undefined };
  for (const { no, cells } of lines) addLine(growing, no, valuesOf(cells, readings));
  return { households: growing.households.map(finished), remarks: growing.remarks };
};
