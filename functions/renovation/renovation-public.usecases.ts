import type { ProofOfWork } from '../platform/http/proof-of-work.ts';
import { countAttempt, type RateLimit } from '../platform/http/rate-limit.ts';
import { type Command, requestDigest, type Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { sameSecret } from '../platform/runtime/keyring.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { progressOf } from './renovation.presentation.ts';
import { renovationProblem } from './renovation.problems.ts';
import type { OwnAct, RenovationDecision } from './renovation.rules.ts';
import type { Renovation } from './renovation.states.ts';
import { codeOf, renovationType } from './renovation.store.ts';
import { changeRenovation, positionOf, type RenovationDependencies } from './renovation.usecases.ts';

const lookUpLimit: RateLimit = { what: 'renovation-look-up', most: 60, perSeconds: 600 };
/** Tries at one reference, from wherever they come: the code has 7.8 × 10¹⁰ values. */
const referenceLimit: RateLimit = { what: 'renovation-reference', most: 30, perSeconds: 3600 };

export interface Secret {
  readonly reference: string;
  readonly code: string;
  readonly sourceIp: string;
  readonly now: Instant;
}

/** Counts a try at a reference, from one address and from all. @throws Problem 429. */
export const countLookUp = async (
  deps: RenovationDependencies,
  { reference, sourceIp, now }: Omit<Secret, 'code'>,
): Promise<void> => {
  await countAttempt(deps, lookUpLimit, sourceIp, now);
  await countAttempt(deps, referenceLimit, reference, now);
};

/** @throws Problem that is the same, and takes as long, for an unknown reference and a wrong code. */
export const authorised = async (
  deps: RenovationDependencies,
  secret: Secret,
): Promise<Stored<Renovation>> => {
  const { reference, code } = secret;
  await countLookUp(deps, secret);
  const isRight = sameSecret(await codeOf(deps.keyring, reference), code);
  const stored = await deps.ledger.read(renovationType, reference);
  if (!stored || !isRight) throw renovationProblem('renovation.reference_or_code_wrong');
  return stored;
};

/** Command of a resident: neither the code nor a proof is part of what was asked, they only say who asks. */
export const residentCommand = async (
  { keyring }: Pick<Core, 'keyring'>,
  key: string,
  route: string,
  asked: unknown,
  now: Instant,
): Promise<Command> => ({
  key,
  request: await requestDigest(keyring, `renovation-public.${route}`, undefined, asked),
  actor: { kind: 'resident' },
  now,
});

/** How it stands, for its applicant: with the village's name, and the place in the queue. */
export const progress = async (
  deps: RenovationDependencies,
  stored: Stored<Renovation>,
  now: Instant,
): Promise<ReturnType<typeof progressOf>> => {
  const [node, position] = await Promise.all([
    deps.nodes.at(stored.state.village, now),
    positionOf(deps, stored),
  ]);
  return progressOf(stored, { village: node?.name, position }, now);
};

interface OwnRequest {
  readonly params: { readonly reference: string };
  readonly body: { readonly code: string };
  readonly key: string;
  readonly now: Instant;
  readonly sourceIp: string;
}

/** An act of the applicant on the site, by one rule on the state as it is now. */
export const actOnOwn = async (
  deps: RenovationDependencies,
  route: string,
  { params, body, key, now, sourceIp }: OwnRequest,
  rule: (renovation: Renovation, act: OwnAct) => RenovationDecision,
): Promise<Stored<Renovation>> => {
  const { code, ...asked } = body;
  const { reference } = params;
  await authorised(deps, { reference, code, sourceIp, now });
  return changeRenovation(deps, {
    reference,
    command: await residentCommand(deps, key, route, { reference, ...asked }, now),
    ifMatch: undefined,
    decide: ({ stored, calendar }) => rule(stored.state, { by: undefined, how: undefined, now, calendar }),
  });
};

/** @throws Problem unless the sum was solved. */
export const checkProof = async (proofs: ProofOfWork, proof: string, now: Instant): Promise<void> => {
  if (!(await proofs.isSolved(proof, now))) throw renovationProblem('renovation.proof_wrong');
};
