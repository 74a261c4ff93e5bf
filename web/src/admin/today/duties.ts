import type { IssueList } from '../../../../functions/issues/issues.lists.ts';
import type { IssueState } from '../../../../functions/issues/issues.states.ts';
import type { Role } from '../../../../functions/platform/contract/roles.ts';
import type { words } from './today.zh.ts';

type Key = keyof typeof words;
type Section<K> = K extends `section.${infer Name}` ? Name : never;

/** One thing a role has to see to each day: a list, or those of a list in one state. */
export interface Duty {
  readonly title: Section<Key>;
  readonly list: IssueList;
  readonly state?: IssueState;
}

const late: Duty = { title: 'late', list: 'late' };
const registered: Duty = { title: 'registered', list: 'registered' };
const answered: Duty = { title: 'answered', list: 'answered' };
const resolved: Duty = { title: 'resolved', list: 'resolved' };

const ofDepartment: readonly Duty[] = [
  { title: 'claim', list: 'open', state: 'transferred' },
  late,
  { title: 'handling', list: 'open', state: 'claimed' },
  resolved,
  { title: 'extensions-asked', list: 'extensions' },
];

/** What each role must do today, the most pressing first. */
const duties = {
  handler: ofDepartment,
  culture: ofDepartment,
  disability: ofDepartment,
  lead: [registered, late, answered, resolved],
  supervisor: [
    { title: 'arbitration', list: 'arbitration' },
    { title: 'extensions', list: 'extensions' },
    late,
    registered,
    answered,
  ],
  visitor: [answered],
  admin: [registered, late],
  inspector: [late],
  auditor: [late],
  contractor: [],
} as const satisfies Record<Role, readonly Duty[]>;

/** Of somebody with several roles, each thing once. */
export const dutiesOf = (roles: readonly Role[]): readonly Duty[] => {
  const all = roles.flatMap((role): readonly Duty[] => duties[role]);
  return all.filter((duty, index) => all.findIndex(({ title }) => title === duty.title) === index);
};
