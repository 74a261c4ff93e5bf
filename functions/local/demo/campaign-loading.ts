import type { AccessParts } from '../../access/access.parts.ts';
import type { CampaignDependencies } from '../../campaigns/campaigns.usecases.ts';
import type { Principal } from '../../platform/contract/roles.ts';
import type { StaffCommand } from '../../platform/ledger/staff-command.ts';
import type { Instant } from '../../platform/runtime/time.ts';
import type { DemoNode } from './district.ts';

export type CampaignParts = CampaignDependencies & Pick<AccessParts, 'passwords'>;

/** What one part of the demo is loaded with. */
export interface Loading {
  readonly deps: CampaignParts;
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

/** Waits until the lists have caught up with what was written: the stream brings them there. */
export const listed = async (signal: AbortSignal, isThere: () => Promise<boolean>): Promise<void> => {
  while (!(await isThere())) {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};
