import { holdsOneOf, isWithin, type Principal, type Role } from '../platform/contract/roles.ts';
import type { SupervisionItem } from './supervision.states.ts';

export const supervisionReaders = [
  'supervisor',
  'inspector',
  'admin',
  'auditor',
] as const satisfies readonly Role[];

/** Those whose word an issue's own record takes: an inspector changes no issue. */
export const lookers = ['supervisor'] as const satisfies readonly Role[];

export const mayReadItem = ({ place }: Pick<SupervisionItem, 'place'>, who: Principal): boolean =>
  isWithin(place, who.scope);

export const mayLookAt = (item: SupervisionItem, who: Principal): boolean =>
  item.entry === undefined && holdsOneOf(who, lookers) && mayReadItem(item, who);
