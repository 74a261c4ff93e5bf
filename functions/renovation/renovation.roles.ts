import { holdsOneOf, isWithin, type Principal } from '../platform/contract/roles.ts';

/** Who sees the applications of their area. */
export const areaReaders = ['visitor', 'lead', 'supervisor', 'disability', 'admin', 'auditor'] as const;

/** A contractor sees only the jobs that name their account. */
export const readers = [...areaReaders, 'contractor'] as const;

/** Who writes an application down for a resident. */
export const registrars = ['visitor', 'lead', 'disability'] as const;

/** Who sets what there is for a year. */
export const fundKeepers = ['disability', 'admin'] as const;

/** Whether they see an area at all, or only what names their account. */
export const seesArea = (who: Principal): boolean => holdsOneOf(who, areaReaders);

/**
 * Whoever's area it is in, and whoever it names to assess or to build. Contractors see nothing but their own jobs: to
 * them every other application isn't there.
 */
export const maySee = (village: string, named: readonly (string | undefined)[], who: Principal): boolean =>
  named.includes(who.staffId) || (seesArea(who) && isWithin(village, who.scope));
