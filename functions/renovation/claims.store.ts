import * as v from 'valibot';
import type { Details } from '../households/households.fields.ts';
import { sameDoor } from '../households/households.fields.ts';
import { idOfPath } from '../platform/contract/node-path.ts';
import type { Companion } from '../platform/ledger/steps.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Item, ItemKey } from '../platform/runtime/store.ts';
import { certificateOf } from './certificate.rules.ts';
import type { RenovationRefusal } from './renovation.problems.ts';
import type { In, Renovation } from './renovation.states.ts';
import type { RenovationItem } from './renovation.words.ts';

/**
 * What an application claims, each an item of its own under a keyed hash: the person and the home while it is open,
 * and every item of the home from its approval on, with its year. Two that want the same can't both be committed.
 */
type Marks = Renovation['marks'];

interface Claimant {
  readonly certificate: string;
  readonly village: string;
  readonly address: Details['address'];
}

/** Another certificate of the same person, or the same door written differently, gives the same marks. */
export const marksOf = async (
  keyring: Keyring,
  { certificate, village, address }: Claimant,
): Promise<Marks> => {
  const person = certificateOf(certificate)?.idNumber ?? certificate;
  const door = sameDoor({ kind: 'home', address });
  const [byPerson, byHome] = await Promise.all([
    keyring.mac('renovation-person', person),
    keyring.mac('renovation-home', `${idOfPath(village)}\n${door}`),
  ]);
  return { person: byPerson, home: byHome };
};

const claimKey = (mark: string): ItemKey => ({ PK: `APPLIED#${mark}`, SK: 'CLAIM' });
export const itemKey = ({ home }: Marks, item: RenovationItem): ItemKey => ({
  PK: `RENOVATED#${home}`,
  SK: item,
});

/** An application nothing more can come of claims nobody: the person may apply again. */
const isOpen = ({ state }: Renovation): boolean =>
  !['accepted', 'paid', 'closed', 'rejected', 'withdrawn'].includes(state);

const claimed = (
  mark: string,
  reference: string,
  refusal: RenovationRefusal,
): Companion<RenovationRefusal> => ({
  write: {
    Put: { Item: { ...claimKey(mark), reference }, ConditionExpression: 'attribute_not_exists(PK)' },
  },
  refusal,
});

/** Its person and home are claimed when it opens, and given back when it ends. */
export const openClaims = (
  reference: string,
  before: Renovation | undefined,
  after: Renovation,
): Companion<RenovationRefusal>[] => {
  const { person, home } = after.marks;
  const was = before !== undefined && isOpen(before);
  if (was === isOpen(after)) return [];
  if (was) return [person, home].map((mark) => ({ write: { Delete: { Key: claimKey(mark) } } }));
  return [
    claimed(person, reference, 'renovation.person_has_one'),
    claimed(home, reference, 'renovation.home_has_one'),
  ];
};

type PlanLine = In<'planned'>['plan']['lines'][number];

/** What the home has or is getting: planned once it is approved, and what was really built once that is accepted. */
const itemsOf = (renovation: Renovation | undefined): readonly PlanLine[] => {
  if (!renovation || !('reservation' in renovation)) return [];
  const { plan } = renovation;
  if (!('acceptance' in renovation)) return plan.lines;
  const built = renovation.completion.lines;
  return plan.lines.filter(({ item }) => built.some((line) => line.item === item));
};

/** Items of a home are claimed with its approval, if the years since it had them are over. */
export const itemClaims = (
  reference: string,
  before: Renovation | undefined,
  after: Renovation,
): Companion<RenovationRefusal>[] => {
  const had = itemsOf(before);
  const has = itemsOf(after);
  const year = 'reservation' in after ? after.reservation.year : 0;
  const isIn = (lines: readonly PlanLine[], { item }: PlanLine): boolean =>
    lines.some((line) => line.item === item);
  return [
    ...has
      .filter((line) => !isIn(had, line))
      .map(
        ({ item, noRepeatYears }): Companion<RenovationRefusal> => ({
          write: {
            Put: {
              Item: { ...itemKey(after.marks, item), reference, year },
              ConditionExpression: 'attribute_not_exists(PK) OR #year <= :latest',
              ExpressionAttributeNames: { '#year': 'year' },
              ExpressionAttributeValues: { ':latest': year - noRepeatYears },
            },
          },
          refusal: 'renovation.item_had_before',
        }),
      ),
    ...had
      .filter((line) => !isIn(has, line))
      .map(({ item }) => ({ write: { Delete: { Key: itemKey(after.marks, item) } } })),
  ];
};

const itemSchema = v.object({ year: v.number() });

/** In which year a home had an item; undefined when it never had. */
export const yearOfItem = (item: Item | undefined): number | undefined =>
  item && v.parse(itemSchema, item).year;
