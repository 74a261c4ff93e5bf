import { createSignal, onCleanup } from 'solid-js';
import { codeOf } from '../../messages/messages.ts';

export type RunState = 'running' | 'paused' | 'broken' | 'finished';

export interface Run {
  readonly state: () => RunState;
  /** Rows answered so far. */
  readonly done: () => number;
  /** Why it stands still, when it is broken. */
  readonly code: () => string | undefined;
  readonly pause: () => void;
  readonly resume: () => void;
}

export interface RunSetup {
  readonly rows: number;
  /** Rows answered before this page was opened. */
  readonly done: number;
  /** Sends rows from this one on; gives the number of the last one answered. */
  readonly step: (from: number) => Promise<number>;
  readonly finished: () => Promise<void>;
}

/**
 * Goes through the rows of a file, a few at a time, one request after another. What was answered stays answered:
 * it can be paused, and after a broken connection goes on by itself when there is one again.
 */
export const createRun = (setup: RunSetup): Run => {
  const [state, setState] = createSignal<RunState>('paused');
  const [done, setDone] = createSignal(setup.done);
  const [code, setCode] = createSignal<string>();
  let isGone = false;
  let isWorking = false;

  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    try {
      while (!isGone && state() === 'running' && done() < setup.rows) setDone(await setup.step(done() + 1));
      if (!isGone && done() >= setup.rows) {
        await setup.finished();
        setState('finished');
      }
    } catch (thrown) {
      setCode(codeOf(thrown));
      setState('broken');
    } finally {
      isWorking = false;
    }
  };
  const resume = (): void => {
    setCode(undefined);
    setState('running');
    void work();
  };
  const onLine = (): void => {
    if (state() === 'broken') resume();
  };
  window.addEventListener('online', onLine);
  onCleanup(() => {
    isGone = true;
    window.removeEventListener('online', onLine);
  });
  resume();
  return { state, done, code, pause: () => setState('paused'), resume };
};
