import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { Projector } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { type LocalDate, startOfDay } from '../platform/runtime/time.ts';
import { type ProofRow, proofRowSchema } from './campaigns.views.ts';
import { limits } from './campaigns.words.ts';
import { type Proof, proofSchema } from './proofs.states.ts';

export const proofType: CaseType<Proof> = {
  kind: 'REGISTERPROOF',
  schema: proofSchema,
  raisedAt: ({ day }) => startOfDay(day),
  dueAt: () => undefined,
};

export const proofId = (campaign: string, day: LocalDate): string => `${campaign}.${day}`;
export const proofList = (campaign: string): string => `proofs/${campaign}`;

export const proofRow = ({ version, state }: Stored<Proof>): ProofRow => {
  const { campaign, scope, day, at, examined, missing, newDoors, gone, left, doubles } = state;
  return { version, campaign, scope, day, at, examined, missing, newDoors, gone, left, doubles };
};

export const proofProjector: Projector<Proof> = {
  type: proofType,
  project: (stored) => ({
    entries: [{ list: proofList(stored.state.campaign), sort: stored.state.day, row: proofRow(stored) }],
    counts: [],
  }),
};

/** Access pattern 5: one page of a campaign's proofs, the newest first. */
export const proofPage = (
  store: Store,
  campaign: string,
  cursor: ItemKey | undefined,
): Promise<Page<ProofRow>> =>
  readListPage(store, proofRowSchema, {
    ...{ list: proofList(campaign), order: 'newest first', cursor, size: limits.page },
  });
