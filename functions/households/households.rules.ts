import { maskIdNumber, maskName, maskPhone } from '../platform/contract/masks.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { LedgerEvent } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { ChangedMember, Details, NewMember } from './households.fields.ts';
import type { HouseholdRefusal } from './households.problems.ts';
import type { ActiveHousehold, GoneHousehold, Household, Member } from './households.states.ts';
import { type HouseholdCategory, householdCategories } from './households.words.ts';

export type HouseholdDecision<S extends Household = Household> = Decision<S, HouseholdRefusal>;

/** What is sealed of a person; everything else of them stands in the state. */
export interface Person {
  readonly name: string;
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
}

/** By the number of the member. */
export type People = Readonly<Record<string, Person>>;

/** Members as the state shows them, and the people they are. */
export interface Membership {
  readonly members: Member[];
  readonly people: People;
  readonly lastNo: number;
}

const refuse = (refusal: HouseholdRefusal): { readonly refusal: HouseholdRefusal } => ({ refusal });

const decided = <S extends Household>(
  next: S,
  type: string,
  data: LedgerEvent['data'],
): HouseholdDecision<S> => ({ next, events: [{ type, data }] });

const masked = (
  no: number,
  { name, idNumber, phone }: Person,
  { relation, categories }: Pick<Member, 'relation' | 'categories'>,
): Member => ({
  ...{ no, name: maskName(name), relation, categories },
  ...(idNumber === undefined ? {} : { idNumber: maskIdNumber(idNumber) }),
  ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
});

export const firstMembers = (written: readonly NewMember[]): Membership => ({
  members: written.map((person, index) => masked(index + 1, person, person)),
  people: Object.fromEntries(
    written.map(({ name, idNumber, phone }, index) => [String(index + 1), { name, idNumber, phone }]),
  ),
  lastNo: written.length,
});

/** What was not sent stays, `null` takes it out. */
const kept = (sent: string | null | undefined, before: string | undefined): string | undefined =>
  sent === undefined ? before : (sent ?? undefined);

/** The members as they are after a change: each known or new, no two of them one person. */
export const changedMembers = (
  household: Household,
  before: People,
  changed: readonly ChangedMember[],
): Membership | { readonly refusal: HouseholdRefusal } => {
  let { lastNo } = household;
  const members: Member[] = [];
  const people: Record<string, Person> = {};
  for (const change of changed) {
    const known = change.no === undefined ? undefined : before[String(change.no)];
    const name = change.name ?? known?.name;
    const isTwice = change.no !== undefined && people[String(change.no)] !== undefined;
    if (name === undefined || isTwice || (change.no !== undefined && !known)) {
      return refuse('household.member_unknown');
    }
    if (change.no === undefined) lastNo += 1;
    const no = change.no ?? lastNo;
    const person = {
      name,
      idNumber: kept(change.idNumber, known?.idNumber),
      phone: kept(change.phone, known?.phone),
    };
    people[String(no)] = person;
    members.push(masked(no, person, change));
  }
  // One may keep a number, unsent, that another is sent with.
  const numbers = Object.values(people).flatMap(({ idNumber }) => idNumber ?? []);
  if (new Set(numbers).size < numbers.length) return refuse('household.id_number_twice');
  return { members, people, lastNo };
};

const whereOf = (details: Details): Pick<Household, 'kind' | 'area' | 'address' | 'shopName'> => ({
  kind: details.kind,
  address: details.address,
  ...(details.area === undefined ? {} : { area: details.area }),
  ...(details.kind === 'shop' ? { shopName: details.shopName } : {}),
});

interface Registering {
  readonly village: string;
  readonly details: Details;
  readonly membership: Membership;
  readonly source: Household['source'];
  readonly import?: Household['import'];
  readonly now: Instant;
}

export const registered = (asked: Registering): ActiveHousehold => ({
  status: 'active',
  ...whereOf(asked.details),
  village: asked.village,
  members: asked.membership.members,
  lastNo: asked.membership.lastNo,
  source: asked.source,
  ...(asked.import ? { import: asked.import } : {}),
  createdAt: asked.now,
});

/** Everything but what it is and where. */
const restOf = ({ village, members, lastNo, source, createdAt, import: from }: Household) => ({
  ...{ village, members, lastNo, source, createdAt },
  ...(from ? { import: from } : {}),
});

export const changeDetails = (household: Household, details: Details): HouseholdDecision<ActiveHousehold> => {
  if (household.status === 'gone') return refuse('household.is_gone');
  const { kind, area, address, shopName } = household;
  return decided({ status: 'active', ...restOf(household), ...whereOf(details) }, 'details-changed', {
    from: { kind, area, address, shopName },
  });
};

export const changeMembers = (
  household: Household,
  { members, lastNo }: Membership,
  person: string,
): HouseholdDecision<ActiveHousehold> =>
  household.status === 'gone'
    ? refuse('household.is_gone')
    : decided({ ...household, members, lastNo }, 'members-changed', { person });

export const depart = (
  household: Household,
  gone: GoneHousehold['gone'],
): HouseholdDecision<GoneHousehold> => {
  if (household.status === 'gone') return refuse('household.is_gone');
  const { reason, note } = gone;
  return decided({ ...household, status: 'gone', gone }, 'departed', {
    reason,
    ...(note === undefined ? {} : { note }),
  });
};

export const comeBack = (household: Household): HouseholdDecision<ActiveHousehold> => {
  if (household.status === 'active') return refuse('household.not_gone');
  const { gone: _, ...rest } = household;
  return decided({ ...rest, status: 'active' }, 'returned', {});
};

/** Of all its members, in the order of the list of categories. */
export const categoriesOf = ({ members }: Pick<Household, 'members'>): HouseholdCategory[] =>
  householdCategories.filter((category) => members.some(({ categories }) => categories.includes(category)));

/** Its head can be called. */
export const hasPhone = ({ members }: Pick<Household, 'members'>): boolean => members[0]?.phone !== undefined;
