import { parentOf } from '../platform/contract/node-path.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { isWithin, type Role } from '../platform/contract/roles.ts';
import type { Accepted } from '../platform/ledger/change.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { officials } from './issues.roles.ts';
import type { Issue } from './issues.states.ts';
import type { OwnerFields } from './owners.fields.ts';
import type { Owner, TownLead } from './owners.states.ts';

/** What of an account says whether somebody can answer for a town in a bureau's name. */
interface Candidate {
  readonly status: string;
  readonly roles: readonly Role[];
  readonly scope: string;
}

/** An official who handles issues, and acts for the bureau or for the whole town: they have to see what they answer for. */
export const mayLead = ({ status, roles, scope }: Candidate, department: string, town: string): boolean =>
  status === 'active' &&
  officials.some((role) => roles.includes(role)) &&
  (isWithin(department, scope) || isWithin(town, scope));

/** Towns of the district or the town a bureau hangs on. */
export const answersFor = (department: string, town: string): boolean => {
  const parent = parentOf(department);
  return parent !== undefined && isWithin(town, parent);
};

type Named = (staffId: string) => Officer;

const leadsOf = (
  { leads }: OwnerFields,
  named: Named,
  before: readonly TownLead[],
  now: Instant,
): TownLead[] =>
  leads.map(({ town, staffId }) => {
    const was = before.find((one) => one.town === town && one.lead.id === staffId);
    return { town, lead: named(staffId), since: was?.since ?? now };
  });

/** Gives a category its owner, or another one, with the lead official of each town; the same person keeps since when. */
export const setOwner = (
  category: Issue['category'],
  fields: OwnerFields,
  { before, named, now }: { before: Owner | undefined; named: Named; now: Instant },
): Accepted<Owner> => {
  const leads = leadsOf(fields, named, before?.leads ?? [], now);
  const { department } = fields;
  return {
    next: { category, department, leads, createdAt: before?.createdAt ?? now },
    events: [
      {
        type: before ? 'owner-changed' : 'owner-set',
        data: { department, leads: leads.map(({ town, lead }) => `${town} ${lead.id}`) },
      },
    ],
  };
};
