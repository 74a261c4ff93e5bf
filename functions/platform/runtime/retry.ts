import { setTimeout as pause } from 'node:timers/promises';

/** Failures that say nothing about the request itself: asking again can help. Names are the SDK's. */
const passing = new Set([
  'TransactionInProgressException',
  'TransactionConflictException',
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

const isServersFault = (error: Error): boolean =>
  '$metadata' in error &&
  typeof error.$metadata === 'object' &&
  error.$metadata !== null &&
  'httpStatusCode' in error.$metadata &&
  Number(error.$metadata.httpStatusCode) >= 500;

export const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (passing.has(error.name) || isServersFault(error)) return true;
  return 'code' in error && typeof error.code === 'string' && passing.has(error.code);
};

const attempts = 5;
const baseMilliseconds = 20;

/**
 * Runs a task up to five times while it fails for a passing reason, waiting a random part of 40, 80, 160 … ms
 * in between ("full jitter": colliding callers spread out instead of colliding again).
 * @throws whatever the last attempt threw.
 */
export const withRetries = async <T>(
  task: () => Promise<T>,
  mayRetry: (error: unknown) => boolean = isPassing,
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task();
    } catch (error) {
      if (attempt === attempts || !mayRetry(error)) throw error;
      await pause(Math.random() * baseMilliseconds * 2 ** attempt);
    }
  }
};
