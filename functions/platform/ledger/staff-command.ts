import type { Principal } from '../contract/roles.ts';
import type { Instant } from '../runtime/time.ts';
import type { Command } from './steps.ts';

/** One intention of one signed-in member of staff, as a request brings it. */
export interface StaffCommand {
  readonly caller: Principal;
  readonly key: string;
  readonly digest: string;
  /** The version it was decided on; undefined where no existing record is changed. */
  readonly ifMatch: number | undefined;
  readonly now: Instant;
}

export const commandOf = ({ caller, key, digest, now }: Omit<StaffCommand, 'ifMatch'>): Command => ({
  key,
  request: digest,
  actor: { kind: 'staff', id: caller.staffId, name: caller.name },
  now,
});
