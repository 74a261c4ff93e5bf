/** The roles a staff account can hold; who they are is in the glossary of the README. */
export const roles = [
  'visitor',
  'lead',
  'handler',
  'supervisor',
  'inspector',
  'culture',
  'disability',
  'contractor',
  'admin',
  'auditor',
] as const;

export type Role = (typeof roles)[number];

/** Who is calling, as the session says it; nothing of it is ever taken from a request's body or query. */
export interface Principal {
  readonly staffId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Path of the organisation node whose subtree the account acts on, such as `370402/370402101`. */
  readonly scope: string;
  /** Signed in with a password somebody else knows; nothing but changing it is open yet. */
  readonly mustChangePassword?: true;
}

/** Whether `path` lies in the subtree of `scope` (both are organisation paths; a node lies in its own subtree). */
export const isWithin = (path: string, scope: string): boolean =>
  path === scope || path.startsWith(`${scope}/`);

export const holdsOneOf = (caller: Principal, allowed: readonly Role[]): boolean =>
  caller.roles.some((role) => allowed.includes(role));
