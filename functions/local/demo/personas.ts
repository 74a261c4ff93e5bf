import type { Principal, Role } from '../../platform/contract/roles.ts';
import type { DemoNode } from './district.ts';
import { familyNames, givenNames } from './issue-texts.ts';

/** The officers who act in the demo's histories: the demo accounts where there is one, named others elsewhere. */
export interface Personas {
  readonly of: (town: DemoNode) => { readonly lead: Principal; readonly visitor: Principal };
  readonly handler: (department: string) => Principal;
}

/** A name that follows from a text alone, so that an office keeps its people from one start to the next. */
export const nameFor = (text: string): string => {
  let sum = 7;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return `${familyNames[sum % familyNames.length]}${givenNames[(sum >> 5) % givenNames.length]}`;
};

export const createPersonas = (accounts: readonly Principal[]): Personas => {
  const act = (role: Role, scope: string): Principal =>
    accounts.find((account) => account.scope === scope && account.roles.includes(role)) ?? {
      staffId: `demo-${role}-${scope}`,
      sessionId: '',
      name: nameFor(`${role} ${scope}`),
      roles: [role],
      scope,
    };
  return {
    of: ({ path }) => ({ lead: act('lead', path), visitor: act('visitor', path) }),
    handler: (department) => act('handler', department),
  };
};
