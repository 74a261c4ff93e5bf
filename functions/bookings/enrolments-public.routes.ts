import type { Handlers } from '../platform/http/api-function.ts';
import type { ProofOfWork } from '../platform/http/proof-of-work.ts';
import { countAttempt, type RateLimit } from '../platform/http/rate-limit.ts';
import { type Command, requestDigest, type Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { sameSecret } from '../platform/runtime/keyring.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { bookingProblem } from './bookings.problems.ts';
import type { bookingsPublicContract } from './bookings-public.contract.ts';
import { enrol } from './enrolling.usecases.ts';
import * as rules from './enrolments.rules.ts';
import type { Enrolment } from './enrolments.states.ts';
import { codeOf, enrolmentType } from './enrolments.store.ts';
import { changeEnrolment } from './enrolments.usecases.ts';
import { inTurn } from './in-turn.ts';
import type { BookingDependencies } from './offers.usecases.ts';
import { enrolmentProgress, readCounted } from './progress.usecases.ts';

export type PublicHandlers = Handlers<typeof bookingsPublicContract>;

/** Half a town can have one address, its mobile carrier's, in the opening minute; who forges pays with sums. */
const enrolLimit: RateLimit = { what: 'booking-enrol', most: 600, perSeconds: 3600 };
const lookUpLimit: RateLimit = { what: 'booking-look-up', most: 120, perSeconds: 600 };
/** Tries at one reference, from wherever they come: the code has 7.8 × 10¹⁰ values. */
const referenceLimit: RateLimit = { what: 'booking-reference', most: 60, perSeconds: 3600 };

/** At once in one process: enough to keep the table busy, few enough that nobody's commit waits long. */
const atOnce = 24;

interface Asked {
  readonly reference: string;
  readonly code: string;
  readonly sourceIp: string;
  readonly now: Instant;
}

/** @throws Problem that is the same, and takes as long, for an unknown reference and a wrong code. */
export const authorised = async <T>(
  deps: BookingDependencies,
  { reference, code, sourceIp, now }: Asked,
  read: (reference: string) => Promise<T | undefined>,
): Promise<T> => {
  await countAttempt(deps, lookUpLimit, sourceIp, now);
  await countAttempt(deps, referenceLimit, reference, now);
  const isRight = sameSecret(await codeOf(deps.keyring, reference), code);
  const found = await read(reference);
  if (!found || !isRight) throw bookingProblem('booking.reference_or_code_wrong');
  return found;
};

/** Command of a resident: the code is no part of what was asked, it only says who asks. */
export const residentCommand = async (
  { keyring }: Pick<Core, 'keyring'>,
  key: string,
  route: string,
  asked: unknown,
  now: Instant,
): Promise<Command> => ({
  key,
  request: await requestDigest(keyring, `bookings-public.${route}`, undefined, asked),
  actor: { kind: 'resident' },
  now,
});

interface Own {
  readonly params: { readonly reference: string };
  readonly body: { readonly code: string };
  readonly key: string;
  readonly now: Instant;
  readonly sourceIp: string;
}

export const enrolmentPublicRoutes = (
  deps: BookingDependencies,
  proofs: ProofOfWork,
): Pick<PublicHandlers, 'offer' | 'enrol' | 'accept' | 'shrink'> & {
  readonly cancelEnrolment: (request: Own, found: Stored<Enrolment>) => ReturnType<PublicHandlers['accept']>;
} => {
  const turn = inTurn(atOnce);
  const read = (reference: string) => deps.ledger.read(enrolmentType, reference);

  const change = async (
    route: string,
    { params, key, now }: Own,
    found: Stored<Enrolment>,
    asked: object,
    decide: Parameters<typeof changeEnrolment>[1]['decide'],
  ): ReturnType<PublicHandlers['accept']> => {
    const command = await residentCommand(deps, key, route, { ...params, ...asked }, now);
    const { stored, offer } = await changeEnrolment(deps, { found, command, ifMatch: undefined, decide });
    return { body: await enrolmentProgress(deps, stored, offer, now), version: stored.version };
  };
  const own = ({ params, body, sourceIp, now }: Own): Promise<Stored<Enrolment>> =>
    authorised(deps, { ...params, code: body.code, sourceIp, now }, read);

  return {
    offer: async ({ params, now }) => ({ body: (await readCounted(deps, params.offer, now)).view }),
    enrol: ({ body, key, now, sourceIp }) =>
      turn(async () => {
        await countAttempt(deps, enrolLimit, sourceIp, now);
        const { proof, ...enrolling } = body;
        if (!(await proofs.isSolved(proof, now))) throw bookingProblem('booking.proof_wrong');
        // Without the proof: a repeat after a lost answer may have had to bring a new one.
        const command = await residentCommand(deps, key, 'enrol', enrolling, now);
        const { stored, code, offer } = await enrol(
          deps,
          command,
          { ...enrolling, source: 'form' },
          undefined,
          { companions: [{ write: await proofs.spend(proof, now), refusal: 'booking.proof_used' }] },
        );
        const booking = await enrolmentProgress(deps, stored, offer, now);
        return { body: { reference: stored.id, code, booking } };
      }),
    cancelEnrolment: (request, found) =>
      change('cancel', request, found, {}, (enrolment, { cutoffAt }) =>
        rules.cancel(enrolment, cutoffAt, { by: undefined, now: request.now }),
      ),
    accept: async (request) =>
      change('accept', request, await own(request), {}, (enrolment, offer) =>
        rules.accept(enrolment, offer, { by: undefined, now: request.now }),
      ),
    shrink: async (request) => {
      const { places } = request.body;
      return change('shrink', request, await own(request), { places }, (enrolment, { cutoffAt }) =>
        rules.shrink(enrolment, places, cutoffAt, { by: undefined, now: request.now }),
      );
    },
  };
};
