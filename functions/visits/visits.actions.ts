import { isWithin, type Principal, type Role } from '../platform/contract/roles.ts';
import type { Visit } from './visits.states.ts';

/** Those who knock at doors; a lead does too. */
export const visitorRoles = ['visitor', 'lead'] as const satisfies readonly Role[];
/** Those who answer for a day or look after those who do. */
export const deskRoles = [
  'lead',
  'supervisor',
  'inspector',
  'admin',
  'auditor',
] as const satisfies readonly Role[];
export const visitReaders = ['visitor', ...deskRoles] as const satisfies readonly Role[];

/** A visit concerns its village and whoever made it. */
export const mayReadVisit = ({ by, village }: Visit, caller: Principal): boolean =>
  by.id === caller.staffId ||
  (isWithin(village, caller.scope) && caller.roles.some((role) => role !== 'visitor'));
