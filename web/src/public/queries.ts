import { query } from '@solidjs/router';
import { accessPublicContract } from '../../../functions/access/access-public.contract.ts';
import { issuesPublicContract } from '../../../functions/issues/issues-public.contract.ts';
import type { ResponseOf } from '../../../functions/platform/contract/route.ts';
import { call } from '../api/client.ts';

export type Progress = ResponseOf<typeof issuesPublicContract.routes.lookUp>;
export type OrganisationNode = ResponseOf<typeof accessPublicContract.routes.organisations>['nodes'][number];

/** Every reading of the residents' pages, with its key. */
export const readOrganisations = query(
  async (): Promise<readonly OrganisationNode[]> =>
    (await call(accessPublicContract.routes.organisations)).body.nodes,
  'organisations',
);

export interface ProgressReading {
  readonly progress: Progress;
  /** Milliseconds since 1970 on this device. */
  readonly readAt: number;
}

/** @throws ApiProblem `issue.reference_or_code_wrong` when the two don't belong together. */
export const readProgress = query(async (reference: string, code: string): Promise<ProgressReading> => {
  const { body } = await call(issuesPublicContract.routes.lookUp, { body: { reference, code } });
  return { progress: body, readAt: Date.now() };
}, 'issue-progress');
