import { holdsOneOf, isWithin, type Principal, type Role, roles } from '../platform/contract/roles.ts';
import type { Criticism } from './criticism.states.ts';
import type { criticismActions, exemplaryActions } from './criticism.views.ts';
import type { Exemplary } from './exemplary.states.ts';

/** Whoever has an account reads what is published in their area. */
export const criticismReaders = roles;

/** Those who see a notice before it is published, and after it was withdrawn. */
export const overseers = [
  'lead',
  'supervisor',
  'inspector',
  'admin',
  'auditor',
] as const satisfies readonly Role[];

export const drafters = ['supervisor'] as const satisfies readonly Role[];
export const proposers = ['supervisor', 'lead'] as const satisfies readonly Role[];
export const deciders = ['supervisor'] as const satisfies readonly Role[];

/** Leads reply for their place; a department, which has none, by those who work in it. */
export const repliers = ['lead', 'handler', 'culture', 'disability'] as const satisfies readonly Role[];

type Action = (typeof criticismActions)[number];
type SiteAction = (typeof exemplaryActions)[number];

export const mayReply = ({ node }: Pick<Criticism, 'node'>, who: Principal): boolean =>
  (holdsOneOf(who, ['lead']) && isWithin(node, who.scope)) ||
  (holdsOneOf(who, repliers) && node === who.scope);

/** What is published, and what was and ran out, is for everybody in its area. */
export const mayRead = (criticism: Pick<Criticism, 'node' | 'state'>, who: Principal): boolean =>
  mayReply(criticism, who) ||
  (isWithin(criticism.node, who.scope) &&
    (criticism.state === 'published' || criticism.state === 'expired' || holdsOneOf(who, overseers)));

const decides = (node: string, who: Principal): boolean =>
  holdsOneOf(who, deciders) && isWithin(node, who.scope);

/** Those who brought it about so far; somebody else has to decide. */
export const isAnother = (criticism: Criticism, who: { readonly id: string }): boolean =>
  criticism.drafted.by.id !== who.id && !('published' in criticism && criticism.published?.by.id === who.id);

export const allowedCriticismActions = (criticism: Criticism, who: Principal): Action[] => {
  const { state, node } = criticism;
  const other = decides(node, who) && isAnother(criticism, { id: who.staffId });
  const open = state === 'drafted' || state === 'heard';
  return [
    ...(open && criticism.reply === undefined && mayReply(criticism, who) ? (['reply'] as const) : []),
    ...(open && other ? (['publication'] as const) : []),
    ...((open || state === 'published') && other ? (['withdrawal'] as const) : []),
  ];
};

/** Proposed by somebody, decided by another. */
export const mayReadSite = ({ node, state }: Pick<Exemplary, 'node' | 'state'>, who: Principal): boolean =>
  isWithin(node, who.scope) && (state === 'approved' || state === 'expired' || holdsOneOf(who, overseers));

export const allowedSiteActions = ({ state, node, proposed }: Exemplary, who: Principal): SiteAction[] => {
  if (!decides(node, who) || proposed.by.id === who.staffId) return [];
  if (state === 'proposed') return ['approval', 'withdrawal'];
  return state === 'approved' ? ['withdrawal'] : [];
};
