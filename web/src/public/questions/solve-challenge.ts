import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/sha';
import type { Challenge } from 'altcha-lib/types';

/**
 * Solves the sum that stands in for a picture puzzle: about 4,000 hashes.
 * @param challengeText the service's challenge as JSON
 * @returns the proof as the contract wants it
 */
export const solve = async (challengeText: string): Promise<string> => {
  const challenge: Challenge = JSON.parse(challengeText);
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('no solution in time');
  return JSON.stringify({ challenge, solution });
};
