import type { issuesPublicContract } from '../../../../functions/issues/issues-public.contract.ts';
import { ApiProblem, callLight, type LightRow } from '../../api/client.ts';
import SolvingWorker from './solve-challenge.worker.ts?worker';

const challengeRow: LightRow<typeof issuesPublicContract.routes.challenge> = {
  method: 'GET',
  path: '/api/public/challenge',
};

/** The service takes a proof for two hours; one that might expire on its way is made anew. */
const FRESH_FOR_MS = 100 * 60_000;

const solveInWorker = (challenge: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const worker = new SolvingWorker();
    const end = (settle: () => void): void => {
      worker.terminate();
      settle();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<string>) =>
      end(() => (data === '' ? reject(new Error('not solved')) : resolve(data))),
    );
    worker.addEventListener('error', (event) => end(() => reject(new Error(event.message))));
    worker.postMessage(challenge);
  });

/** On the page itself where a worker can't run: slower, but nobody is shut out by an old browser. */
const solveHere = async (challenge: string): Promise<string> =>
  (await import('./solve-challenge.ts')).solve(challenge);

const makeProof = async (): Promise<string> => {
  const { body } = await callLight(challengeRow);
  const challenge = JSON.stringify(body);
  return solveInWorker(challenge).catch(() => solveHere(challenge));
};

interface Preparation {
  readonly proof: Promise<string>;
  readonly startedAt: number;
}
let preparation: Preparation | undefined;

/** Starts the sum while the form is being filled in. Asked again, it does nothing unless the proof has grown old. */
export const prepareProof = (): void => {
  if (preparation && Date.now() - preparation.startedAt < FRESH_FOR_MS) return;
  const started: Preparation = { proof: makeProof(), startedAt: Date.now() };
  preparation = started;
  started.proof.catch(() => {
    // Offline for the moment, perhaps: sending asks again.
    if (preparation === started) preparation = undefined;
  });
};

/** The prepared proof, or a new one; each is given out once. @throws ApiProblem when there is no connection. */
export const takeProof = async (): Promise<string> => {
  prepareProof();
  const taken = preparation;
  if (!taken) return makeProof();
  const proof = await taken.proof;
  if (preparation === taken) preparation = undefined;
  return proof;
};

/** Whether the service no longer takes the proof: it expired on its way or was given before. A new one mends that. */
export const isStaleProof = (thrown: unknown): boolean =>
  thrown instanceof ApiProblem && /\.proof_(wrong|used)$/.test(thrown.code);
