import type { AccessParts } from '../../access/access.parts.ts';
import { findByLoginName } from '../../access/staff.store.ts';
import type { CampaignDependencies } from '../../campaigns/campaigns.usecases.ts';
import type { Principal } from '../../platform/contract/roles.ts';
import type { StaffCommand } from '../../platform/ledger/staff-command.ts';
import type { Instant } from '../../platform/runtime/time.ts';
import type { DemoAccount } from './accounts.ts';
import type { DemoNode } from './district.ts';

export type CampaignParts = CampaignDependencies & Pick<AccessParts, 'passwords'>;

/** What one part of the demo is loaded with. */
export interface Loading<Parts = CampaignParts> {
  readonly deps: Parts;
  /** The moment the demo is of: the same for every try, so that what was interrupted is gone on with. */
  readonly now: Instant;
  readonly signal: AbortSignal;
  readonly onProgress: (step: string) => void;
}

/** A community with those who visit it; its lead visits too. */
export interface Community {
  readonly node: DemoNode;
  readonly lead: Principal;
  readonly visitors: readonly Principal[];
}

export const demoCommand = (caller: Principal, key: string, now: Instant): StaffCommand => ({
  ...{ caller, key: `demo-${key}`, digest: key, ifMatch: undefined, now },
});

/** Who acts when something of the demo is done in their name. @throws Error when there is no such account. */
export const principalOf = async (
  { store }: Pick<CampaignParts, 'store'>,
  { loginName, name, roles, scope }: DemoAccount,
): Promise<Principal> => {
  const staffId = await findByLoginName(store, loginName);
  if (staffId === undefined) throw new Error(`the demo has no account ${loginName}`);
  return { staffId, sessionId: '', name, roles, scope };
};

/** Waits until the lists have caught up with what was written: the stream brings them there. */
export const listed = async (signal: AbortSignal, isThere: () => Promise<boolean>): Promise<void> => {
  while (!(await isThere())) {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};
