import { trailOf } from '../platform/contract/node-path.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { readWholeList } from '../platform/ledger/lists.ts';
import type { CaseType } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { type Venue, venueSchema } from './venues.states.ts';
import { type VenueRow, venueRowSchema } from './venues.views.ts';

export const venueType: CaseType<Venue> = {
  kind: 'VENUE',
  schema: venueSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const venueKey = (id: string): ItemKey => caseKey(venueType.kind, id, 'STATE');

/** Venues of a place and below it, by kind and name; also the subject of how many there are. */
export const venueList = (node: string): string => `venues/${node}`;

/** The places a venue is listed for, the district first. */
export const venueNodes = ({ node }: Pick<Venue, 'node'>): string[] => trailOf(node);

/** Access pattern 5, whole: some hundreds in the largest district, a megabyte and a half at most. */
export const readVenues = (store: Store, node: string): Promise<VenueRow[]> =>
  readWholeList(store, venueRowSchema, { list: venueList(node) });
