import type { Principal } from '../platform/contract/roles.ts';
import type { Command } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';

/** One intention of one signed-in member of staff, as a request brings it. */
export interface AdminCommand {
  readonly caller: Principal;
  readonly key: string;
  readonly digest: string;
  readonly ifMatch: number | undefined;
  readonly now: Instant;
}

export const commandOf = ({
  caller,
  key,
  digest,
  now,
}: Pick<AdminCommand, 'caller' | 'key' | 'digest' | 'now'>): Command => ({
  key,
  request: digest,
  actor: { kind: 'staff', id: caller.staffId, name: caller.name },
  now,
});
