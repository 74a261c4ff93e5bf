import { createSignal, onCleanup } from 'solid-js';
import type { ClockState } from '../../ui/facts.tsx';
import { issuesWords } from './issues.words.ts';

const { t } = issuesWords;

const minuteInMilliseconds = 60_000;

/** The present moment in milliseconds since 1970, moving on every minute while the page is shown. */
export const createNow = (): (() => number) => {
  const [now, setNow] = createSignal(Date.now());
  const tick = setInterval(() => setNow(Date.now()), minuteInMilliseconds);
  onCleanup(() => clearInterval(tick));
  return now;
};

const lengthOf = (milliseconds: number): string => {
  const minutes = Math.floor(milliseconds / minuteInMilliseconds);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days >= 3) return t('time.days', { days });
  if (days > 0) return t('time.days-hours', { days, hours: hours % 24 });
  return hours > 0 ? t('time.hours', { hours }) : t('time.minutes', { minutes });
};

/**
 * How long until a deadline, or how long past it, by the calendar's days and hours: working days are in the
 * deadline already.
 * @param dueAt RFC 3339, as stored with the case
 * @param now milliseconds since 1970
 */
export const remainingWords = (dueAt: string, now: number): string => {
  const left = Date.parse(dueAt) - now;
  return left > 0 ? t('time.left', { time: lengthOf(left) }) : t('time.over', { time: lengthOf(-left) });
};

/** How a running clock is shown; `reached` are the marks the case itself has recorded. */
export const runningState = (dueAt: string, reached: readonly string[], now: number): ClockState => {
  if (Date.parse(dueAt) <= now || reached.includes('overdue')) return 'late';
  return reached.includes('warned') ? 'near' : 'running';
};
