import type { IssueDependencies } from '../../functions/issues/issues.usecases.ts';
import { consentVersion } from '../../functions/issues/issues.words.ts';
import { issuesPublicContract } from '../../functions/issues/issues-public.contract.ts';
import { issuesPublicRoutes } from '../../functions/issues/issues-public.routes.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createProofOfWork } from '../../functions/platform/http/proof-of-work.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { places } from './issues.ts';
import { proofFor } from './proof.ts';

type PublicRoute = keyof typeof issuesPublicContract.routes;

export const publicApiOn = (deps: IssueDependencies): ApiFunction =>
  apiFunction(issuesPublicContract, issuesPublicRoutes(deps, createProofOfWork(deps.keyring)), {
    ...deps,
    authenticate: async () => undefined,
  });

export interface Resident {
  readonly call: (route: PublicRoute, call?: Call) => Promise<Answered>;
  /** Does the sum a browser would do before the form is sent. */
  readonly proof: () => Promise<string>;
}

/** Somebody without an account, at an address of their own. */
export const residentOf = (api: ApiFunction, sourceIp = '198.51.100.7'): Resident => {
  const call: Resident['call'] = (route, what = {}) =>
    callRow(api, issuesPublicContract.routes[route], { sourceIp, ...what });
  return {
    call,
    proof: async () => proofFor((await call('challenge')).body),
  };
};

/** What the form sends; the proof still to be added. */
export const publicReport = {
  category: 'roads',
  what: '路灯坏了，晚上看不见路。',
  place: { path: places.village, text: '3号楼前' },
  reporter: { name: '欧阳小明', phone: '138 1234 5678' },
  consent: consentVersion,
} as const;
