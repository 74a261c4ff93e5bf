import { query } from '@solidjs/router';

const forgetters: (() => void)[] = [];

/** For whatever keeps something of the person at work in memory: how to forget it. */
export const forgetWithWorker = (forget: () => void): void => {
  forgetters.push(forget);
};

/** When somebody signs in or out: nothing read or written before is the next person's business. */
export const forgetWorker = (): void => {
  query.clear();
  for (const forget of forgetters) forget();
};
