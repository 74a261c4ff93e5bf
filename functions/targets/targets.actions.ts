import type { Role } from '../platform/contract/roles.ts';
import { type TargetGroup, type TargetSubject, targetGroups } from './targets.words.ts';

const keepers: Readonly<Record<TargetGroup, readonly Role[]>> = {
  culture: ['culture', 'admin'],
  assistance: ['disability', 'admin'],
  promises: ['supervisor', 'admin'],
};

const groups = ['culture', 'assistance', 'promises'] as const satisfies readonly TargetGroup[];

/** Who sets what is aimed at for a subject: whoever plans it, and for promises whoever supervises them. */
export const keepersOf = (subject: TargetSubject): readonly Role[] =>
  groups.flatMap((group) => (targetGroups[group].some((one) => one === subject) ? keepers[group] : []));
