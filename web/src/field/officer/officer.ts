import { createSignal } from 'solid-js';
import type { actionRules } from '../../../../functions/renovation/renovation.actions.ts';
import type { visitorRoles } from '../../../../functions/visits/visits.actions.ts';
import { ApiProblem, callLight } from '../../api/client.ts';
import { onChange, tellChange } from '../phone/changes.ts';
import { only, phone } from '../phone/database.ts';
import type { Officer } from '../phone/kept.ts';
import { routes } from '../service.ts';

/**
 * What is known of the session: `unknown` until the service has been reached, `ended` when it wants a sign-in,
 * `password` when the account has to choose one of its own first.
 */
export type Access = 'unknown' | 'open' | 'ended' | 'password';

const [officer, setOfficer] = createSignal<Officer>();
const [access, setAccess] = createSignal<Access>('unknown');

/** Who works on this phone: whoever signed in last, also while there is no network. */
export { access, officer };

const visitors = ['visitor', 'lead'] as const satisfies typeof visitorRoles;
const assessors: readonly string[] = ['contractor', 'disability'] satisfies [
  ...(typeof actionRules)['assessment']['roles'],
];
const holds = (roles: readonly string[]): boolean =>
  officer()?.roles?.some((role) => roles.includes(role)) ?? false;

/** Whether there may be homes to assess; not before the service has said who it is. */
export const assesses = (): boolean => holds(assessors);
const community: readonly string[] = ['lead', 'visitor', 'disability'] satisfies [
  ...(typeof actionRules)['follow-up']['roles'],
];
/** Whether renovated homes are visited again by this account. */
export const followsUp = (): boolean => holds(community);
/** Whether there may be households to visit. */
export const visits = (): boolean => officer()?.roles === undefined || holds(visitors);

const ended: readonly string[] = ['session.required', 'access.authority_lost'];

const readOfficer = async (): Promise<void> => {
  const kept = await (await phone()).get('officer', only);
  const known = officer();
  if (kept?.staffId !== known?.staffId || String(kept?.roles) !== String(known?.roles)) setOfficer(kept);
};
onChange('officer', readOfficer);

/** At the start: who it was last time. */
export const recallOfficer = readOfficer;

const keepOfficer = async (kept: Officer): Promise<void> => {
  const known = officer();
  if (
    kept.staffId === known?.staffId &&
    kept.name === known.name &&
    String(kept.roles) === String(known.roles)
  ) {
    return;
  }
  await (await phone()).put('officer', kept, only);
  await tellChange('officer');
};

const ask = async (): Promise<Officer | undefined> => {
  try {
    const { staffId, name, roles, mustChangePassword } = (await callLight(routes.whoAmI)).body;
    setAccess(mustChangePassword ? 'password' : 'open');
    return { staffId, name, roles };
  } catch (thrown) {
    if (!(thrown instanceof ApiProblem)) throw thrown;
    setAccess(ended.includes(thrown.code) ? 'ended' : 'unknown');
    return undefined;
  }
};

/**
 * Asks the service who is signed in, and makes that person the one who works on this phone.
 * @returns undefined when nobody may work, or the service can't be reached; `access` says which
 */
export const askWho = async (): Promise<Officer | undefined> => {
  const who = await ask();
  if (who === undefined || access() !== 'open') return undefined;
  await keepOfficer(who);
  return who;
};

/** When the service has answered somewhere that nobody is signed in any more. */
export const noteProblem = (code: string): void => {
  if (ended.includes(code)) setAccess('ended');
};

/** After signing out: the phone no longer knows whose it is. What was not sent stays, and waits for its writer. */
export const forgetOfficer = async (): Promise<void> => {
  await (await phone()).delete('officer', only);
  setAccess('ended');
  await tellChange('officer');
};
