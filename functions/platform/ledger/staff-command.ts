import { platformProblem } from '../contract/problems.ts';
import { isWithin, type Principal } from '../contract/roles.ts';
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

/** @throws Problem `record.anonymised` when there is nothing personal any more. */
export const admitPersonal = ({ anonymisedAt }: { readonly anonymisedAt?: Instant | undefined }): void => {
  if (anonymisedAt !== undefined) throw platformProblem('record.anonymised');
};

/** @throws Problem `access.scope` when the node lies outside the caller's area. */
export const admitNode = (node: string, caller: Principal): void => {
  if (!isWithin(node, caller.scope)) throw platformProblem('access.scope');
};
