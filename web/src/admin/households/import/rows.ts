import * as v from 'valibot';
import {
  type ImportRow,
  type ImportRowInput,
  importRowSchema,
  type Repeat,
  repeatsAmong,
} from '../../../../../functions/households/households.fields.ts';
import type { HouseholdDraft, MemberDraft } from './households-of-lines.ts';

/** A household on its way into the register: what is sent, and where it stands in the spreadsheet. */
export interface PreparedRow {
  readonly lines: readonly number[];
  readonly row: ImportRowInput;
  /** Its area as the spreadsheet names it, when no area of the village is called so. */
  readonly unknownArea?: string;
}

/** What a person is to the head when nobody wrote it down. */
const unsaid = {
  home: { first: '户主', other: '家庭成员' },
  shop: { first: '经营者', other: '从业人员' },
} as const;

const memberOf = ({ idNumber, phone, ...rest }: MemberDraft, kind: 'home' | 'shop', isHead: boolean) => ({
  ...rest,
  categories: [...rest.categories],
  relation: rest.relation || unsaid[kind][isHead ? 'first' : 'other'],
  ...(idNumber === '' ? {} : { idNumber }),
  ...(phone === '' ? {} : { phone }),
});

/** Names are compared as people mean them: 「1 片区」 and 「１片区」 are one. */
const areaKey = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

export interface KnownArea {
  readonly area: string;
  readonly name: string;
}

/** @param areas open ones of the village */
export const prepareRows = (
  households: readonly HouseholdDraft[],
  areas: readonly KnownArea[],
): PreparedRow[] => {
  const byName = new Map(areas.map(({ name, area }) => [areaKey(name), area]));
  return households.map((draft) => {
    const { kind, address: text, building, unit, room } = draft;
    const area = byName.get(areaKey(draft.area));
    const common = {
      ...(area === undefined ? {} : { area }),
      address: {
        text,
        ...(building === '' ? {} : { building }),
        ...(unit === '' ? {} : { unit }),
        ...(room === '' ? {} : { room }),
      },
      members: draft.members.map((member, index) => memberOf(member, kind, index === 0)),
    };
    return {
      lines: draft.lines,
      row: kind === 'shop' ? { kind, ...common, shopName: draft.shopName } : { kind, ...common },
      ...(area === undefined && draft.area !== '' ? { unknownArea: draft.area } : {}),
    };
  });
};

/** Names of areas the spreadsheet has and the village hasn't. */
export const unknownAreas = (rows: readonly PreparedRow[]): string[] => [
  ...new Set(rows.flatMap(({ unknownArea }) => (unknownArea === undefined ? [] : [unknownArea]))),
];

const parsed = (row: unknown): ImportRow | undefined => {
  const result = v.safeParse(importRowSchema, row);
  return result.success ? result.output : undefined;
};

/** Doors and persons that stand more than once in the whole file; the service sees only some of it at a time. */
export const repeatsInFile = (rows: readonly PreparedRow[]): Repeat[] =>
  repeatsAmong(rows.map(({ row }) => parsed(row)));
