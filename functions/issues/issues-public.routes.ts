import type { Handlers } from '../platform/http/api-function.ts';
import type { ProofOfWork } from '../platform/http/proof-of-work.ts';
import { countAttempt, type RateLimit } from '../platform/http/rate-limit.ts';
import { requestDigest } from '../platform/ledger/steps.ts';
import { sameSecret } from '../platform/runtime/keyring.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { progressOf } from './issues.presentation.ts';
import { issueProblem } from './issues.problems.ts';
import { departmentOf } from './issues.states.ts';
import { issueType } from './issues.store.ts';
import type { IssueDependencies } from './issues.usecases.ts';
import type { issuesPublicContract } from './issues-public.contract.ts';
import { codeOf, raiseIssue } from './issues-raising.usecases.ts';

const raisingLimit: RateLimit = { what: 'issue-raise', most: 20, perSeconds: 3600 };
const lookUpLimit: RateLimit = { what: 'issue-look-up', most: 30, perSeconds: 600 };
/** Tries at one reference, from wherever they come: the code has 7.8 × 10¹⁰ values. */
const referenceLimit: RateLimit = { what: 'issue-reference', most: 30, perSeconds: 3600 };

export const issuesPublicRoutes = (
  deps: IssueDependencies,
  proofs: ProofOfWork,
): Handlers<typeof issuesPublicContract> => ({
  challenge: async ({ now }) => ({ body: { ...(await proofs.challenge(now)) } }),
  raise: async ({ body, key, now, sourceIp }) => {
    await countAttempt(deps, raisingLimit, sourceIp, now);
    const { proof, ...raising } = body;
    if (!(await proofs.isSolved(proof, now))) throw issueProblem('issue.proof_wrong');
    // Without the proof: a repeat after a lost answer may have had to bring a new one.
    const request = await requestDigest(deps.keyring, 'issues-public.raise', undefined, raising);
    const command = { key, request, actor: { kind: 'resident' }, now } as const;
    const { stored, code } = await raiseIssue(deps, command, { ...raising, source: 'form' }, undefined, [
      { write: await proofs.spend(proof, now), refusal: 'issue.proof_used' },
    ]);
    return { body: { reference: stored.id, code, raisedAt: stored.state.raisedAt } };
  },
  lookUp: async ({ body, now, sourceIp }) => {
    await countAttempt(deps, lookUpLimit, sourceIp, now);
    await countAttempt(deps, referenceLimit, body.reference, now);
    const isRight = sameSecret(await codeOf(deps.keyring, body.reference), body.code);
    // Asked for even when the code is wrong: an unknown reference and a wrong code look and last the same.
    const stored = await deps.ledger.read(issueType, body.reference);
    if (!stored || !isRight) throw issueProblem('issue.reference_or_code_wrong');
    const nameAt = async (path: string | undefined, at: Instant) =>
      path === undefined ? undefined : (await deps.nodes.at(path, at))?.name;
    const names = {
      village: await nameAt(stored.state.place.path, now),
      department: await nameAt(departmentOf(stored.state), now),
    };
    return { body: progressOf(stored, names, now), version: stored.version };
  },
});
