import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { idNumber } from '../platform/contract/id-number.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { line, phone } from '../platform/contract/text.ts';
import { householdCategories, limits } from './households.words.ts';

/** What comes masked from the server must not be sent back as if it were the value. */
const notMasked = v.check<string, string>((text) => !text.includes('*'), fieldCode('field.masked'));

const plainPhone = v.pipe(v.string(), notMasked, phone);
const plainIdNumber = v.pipe(v.string(), notMasked, idNumber);

const categories = v.optional(
  v.pipe(
    v.array(v.picklist(householdCategories)),
    v.maxLength(householdCategories.length, fieldCode('field.too_many', householdCategories.length)),
    v.transform((listed) => householdCategories.filter((category) => listed.includes(category))),
  ),
  [],
);

const part = v.optional(line(limits.addressPart));

export const addressFields = { text: line(limits.address), building: part, unit: part, room: part };
const address = v.strictObject(addressFields);

const details = { area: v.optional(referenceSchema), address };
const shopDetails = { ...details, shopName: line(limits.shopName) };

/** What a household is and where; a shop has a name. */
export const detailsSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('home'), ...details }),
  v.strictObject({ kind: v.literal('shop'), ...shopDetails }),
]);
export type Details = v.InferOutput<typeof detailsSchema>;

const member = {
  relation: line(limits.relation),
  categories,
};

/** A person as they are written down for the first time. */
export const newMemberSchema = v.strictObject({
  ...member,
  name: v.pipe(line(limits.name), notMasked),
  idNumber: v.optional(plainIdNumber),
  phone: v.optional(plainPhone),
});
export type NewMember = v.InferOutput<typeof newMemberSchema>;

/**
 * A person as they are changed: with the number they have, what isn't sent of their personal data stays and
 * `null` takes it out; without a number they are new, and need a name.
 */
export const changedMemberSchema = v.strictObject({
  ...member,
  no: v.optional(v.pipe(v.number(), v.integer(fieldCode('field.range')), v.minValue(1))),
  name: v.optional(v.pipe(line(limits.name), notMasked)),
  idNumber: v.optional(v.nullable(plainIdNumber)),
  phone: v.optional(v.nullable(plainPhone)),
});
export type ChangedMember = v.InferOutput<typeof changedMemberSchema>;

const people = <T extends v.GenericSchema<unknown, { readonly idNumber?: string | null | undefined }>>(
  of: T,
) =>
  v.pipe(
    v.array(of),
    v.minLength(1, fieldCode('field.required')),
    v.maxLength(limits.members, fieldCode('field.too_many', limits.members)),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const input = dataset.value;
      for (const [key, value] of input.entries()) {
        // One person is not two members; said at the second of them.
        const first = input.findIndex(({ idNumber: other }) => other === value.idNumber);
        if (!value.idNumber || first === key) continue;
        const origin = 'value' as const;
        addIssue({
          message: fieldCode('id_number.repeated'),
          path: [
            { type: 'array', origin, input, key, value },
            { type: 'object', origin, input: value, key: 'idNumber', value: value.idNumber },
          ],
        });
      }
    }),
  );

/** The first is the head of the household, or the keeper of the shop. */
export const newMembersSchema = people(newMemberSchema);
export const changedMembersSchema = people(changedMemberSchema);

const members = { members: newMembersSchema };

/** One household of a file, as the browser made it of one or more lines. */
export const importRowSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('home'), ...details, ...members }),
  v.strictObject({ kind: v.literal('shop'), ...shopDetails, ...members }),
]);
export type ImportRow = v.InferOutput<typeof importRowSchema>;
/** The same as it is sent, before anything is put right. */
export type ImportRowInput = v.InferInput<typeof importRowSchema>;

const squeezed = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/[\s\-—–_#＃]/g, '')
    .toLowerCase();

/**
 * Two households with the same are the same door: what people write differently (spaces, dashes, full-width
 * digits, case) is gone. A shop is told from a home and from other shops at its address by its name.
 */
export const sameDoor = ({
  kind,
  address: at,
  ...rest
}: Pick<Details, 'kind' | 'address'> & {
  readonly shopName?: string;
}): string =>
  [
    kind,
    ...[at.text, at.building, at.unit, at.room].map(squeezed),
    kind === 'shop' ? squeezed(rest.shopName) : '',
  ].join('/');

export interface Repeat {
  /** Position of the row that says again what an earlier one said. */
  readonly index: number;
  readonly path: string;
  readonly of: number;
  readonly what: 'address' | 'id-number' | 'name-phone';
}

/**
 * Doors and persons that stand more than once among the rows of a file. The browser asks it for a whole file, the
 * service for what one request brings.
 */
export const repeatsAmong = (rows: readonly (ImportRow | undefined)[]): Repeat[] => {
  const first = new Map<string, number>();
  const repeats: Repeat[] = [];
  const meet = (what: Repeat['what'], key: string, index: number, path: string): void => {
    const of = first.get(`${what} ${key}`);
    if (of === undefined) first.set(`${what} ${key}`, index);
    else if (of !== index) repeats.push({ index, path, of, what });
  };
  for (const [index, row] of rows.entries()) {
    if (!row) continue;
    meet('address', sameDoor(row), index, 'address');
    for (const [no, { name, idNumber: own, phone: number }] of row.members.entries()) {
      if (own) meet('id-number', own, index, `members.${no}.idNumber`);
      else if (number) meet('name-phone', `${name} ${number}`, index, `members.${no}.phone`);
    }
  }
  return repeats;
};
