import { createSignal } from 'solid-js';
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

const ended: readonly string[] = ['session.required', 'access.authority_lost'];

const readOfficer = async (): Promise<void> => {
  const kept = await (await phone()).get('officer', only);
  if (kept?.staffId !== officer()?.staffId) setOfficer(kept);
};
onChange('officer', readOfficer);

/** At the start: who it was last time. */
export const recallOfficer = readOfficer;

const keepOfficer = async (kept: Officer): Promise<void> => {
  if (kept.staffId === officer()?.staffId && kept.name === officer()?.name) return;
  await (await phone()).put('officer', kept, only);
  await tellChange('officer');
};

const ask = async (): Promise<Officer | undefined> => {
  try {
    const { staffId, name, mustChangePassword } = (await callLight(routes.whoAmI)).body;
    setAccess(mustChangePassword ? 'password' : 'open');
    return { staffId, name };
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
