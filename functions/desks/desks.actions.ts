import type { Principal, Role } from '../platform/contract/roles.ts';
import { type DeskPart, deskParts } from './desks.words.ts';

/** Those who see every part. */
const overseers = ['lead', 'supervisor', 'inspector', 'admin', 'auditor'] as const satisfies readonly Role[];

/** Who else sees a part. */
const concerned: Readonly<Record<DeskPart, readonly Role[]>> = {
  issues: ['handler', 'culture', 'disability'],
  findings: ['handler', 'culture', 'disability'],
  coverage: [],
  hours: ['culture'],
  budget: ['disability'],
};

export const deskReaders = [
  ...overseers,
  'handler',
  'culture',
  'disability',
] as const satisfies readonly Role[];

/** Whoever is asked for a place's reports sees every part of them. */
export const reportReaders = overseers;

export const partsFor = ({ roles }: Pick<Principal, 'roles'>): readonly DeskPart[] =>
  deskParts.filter((part) => {
    const readers: readonly Role[] = [...overseers, ...concerned[part]];
    return roles.some((role) => readers.includes(role));
  });
