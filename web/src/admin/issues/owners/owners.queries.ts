import { query, revalidate } from '@solidjs/router';
import type { issuesContract } from '../../../../../functions/issues/issues.contract.ts';
import type { ResponseOf } from '../../../../../functions/platform/contract/route.ts';
import type { LightRow } from '../../../api/client.ts';
import { type IssueRow, readLight } from '../../queries.ts';

type Routes = typeof issuesContract.routes;

/** What is read; without the schemas, which no reading needs. */
const routes: { readonly [Name in 'owners' | 'leadCandidates' | 'ofVenue']: LightRow<Routes[Name]> } = {
  owners: { method: 'GET', path: '/api/issue-owners' },
  leadCandidates: { method: 'GET', path: '/api/lead-candidates' },
  ofVenue: { method: 'GET', path: '/api/venues/{venue}/issues' },
};

export type OwnerView = ResponseOf<Routes['owners']>['rows'][number];

export const readOwners = query(
  async (): Promise<readonly OwnerView[]> => (await readLight(routes.owners)).body.rows,
  'issue-owners',
);

/** Who can be a department's lead official for a town. */
export const readCandidates = query(
  async (department: string, town: string) =>
    (await readLight(routes.leadCandidates, { query: { department, town } })).body.rows,
  'lead-candidates',
);

/** The newest issues of a venue, and whether there are more. */
export const readVenueIssues = query(
  async (
    venue: string,
  ): Promise<{ readonly rows: readonly IssueRow[]; readonly next?: string | undefined }> =>
    (await readLight(routes.ofVenue, { params: { venue } })).body,
  'venue-issues',
);

export const renewOwners = (): Promise<void> => revalidate(readOwners.key);

/** The department's lead official for the town a place lies in. */
export const leadFor = (
  owners: readonly OwnerView[],
  department: string,
  place: string,
): string | undefined => {
  const town = place.split('/').slice(0, 2).join('/');
  return owners
    .filter((owner) => owner.department === department)
    .flatMap(({ leads }) => leads)
    .find((lead) => lead.town === town)?.lead.name;
};
