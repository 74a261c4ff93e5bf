import { query } from '@solidjs/router';
import type { accessPublicContract } from '../../../functions/access/access-public.contract.ts';
import type { issuesPublicContract } from '../../../functions/issues/issues-public.contract.ts';
import type { ResponseOf } from '../../../functions/platform/contract/route.ts';
import { callLight, type LightRow } from '../api/client.ts';

type LookUp = typeof issuesPublicContract.routes.lookUp;
type Organisations = typeof accessPublicContract.routes.organisations;

/** What is read; without the schemas, which are most of a contract's weight and none of a reading's. */
const organisations: LightRow<Organisations> = { method: 'GET', path: '/api/organisations' };
const lookUp: LightRow<LookUp> = { method: 'POST', path: '/api/public/issue-progress' };

export type Progress = ResponseOf<LookUp>;
export type OrganisationNode = ResponseOf<Organisations>['nodes'][number];

/** Every reading of the residents' pages, with its key. */
export const readOrganisations = query(
  async (): Promise<readonly OrganisationNode[]> => (await callLight(organisations)).body.nodes,
  'organisations',
);

export interface ProgressReading {
  readonly progress: Progress;
  /** Milliseconds since 1970 on this device. */
  readonly readAt: number;
}

/** @throws ApiProblem `issue.reference_or_code_wrong` when the two don't belong together. */
export const readProgress = query(async (reference: string, code: string): Promise<ProgressReading> => {
  const { body } = await callLight(lookUp, { body: { reference, code } });
  return { progress: body, readAt: Date.now() };
}, 'issue-progress');
