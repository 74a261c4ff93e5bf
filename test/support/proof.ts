import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';

/** The sum a browser does before a form is sent: what goes with the form. */
export const proofFor = async (asked: unknown): Promise<string> => {
  const challenge = JSON.parse(JSON.stringify(asked));
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
};
