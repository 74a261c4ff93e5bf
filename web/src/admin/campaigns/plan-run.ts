import { createSignal } from 'solid-js';
import { campaignsContract } from '../../../../functions/campaigns/campaigns.contract.ts';
import type { StopReason } from '../../../../functions/campaigns/campaigns.words.ts';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import { call } from '../../api/client.ts';
import { codeOf } from '../messages/messages.ts';
import { forgetWithWorker } from '../session/memory.ts';
import { renewAssignments } from './campaigns.queries.ts';
import { codeOf as villageCode } from './place.ts';

const { continuePlan } = campaignsContract.routes;
type Progress = ResponseOf<typeof continuePlan>;

/** How far this browser has seen a village's plan get. */
export interface PlanRun {
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  /** Households given out since it was begun or taken up here. */
  readonly planned: number;
  readonly left: number;
  readonly stopped: StopReason | undefined;
  /** Code of what went wrong; it can be gone on with. */
  readonly problem: string | undefined;
}

/** Kept beyond the page: it goes on when another page of the desk is opened. */
const [runs, setRuns] = createSignal<ReadonlyMap<string, PlanRun>>(new Map());
/** Another person at the same browser: what runs for the one before is no longer followed. */
let worker = 0;

forgetWithWorker(() => {
  worker += 1;
  setRuns(new Map<string, PlanRun>());
});

const keyOf = (campaign: string, village: string): string => `${campaign} ${village}`;
const set = (key: string, run: PlanRun): void => {
  setRuns((before) => new Map(before).set(key, run));
};

/** Somebody else, or the schedule, holds the plan just now; asking at once again would only be in the way. */
const pauseMilliseconds = 1_000;
const pause = (): Promise<void> =>
  new Promise((resume) => {
    setTimeout(resume, pauseMilliseconds);
  });

export const planRun = (campaign: string, village: string): PlanRun | undefined =>
  runs().get(keyOf(campaign, village));

export const forgetRun = (campaign: string, village: string): void => {
  setRuns((before) => new Map([...before].filter(([key]) => key !== keyOf(campaign, village))));
};

const runOf = (before: number, { planned, left, status, stopped }: Progress): PlanRun => ({
  state: status,
  planned: before + planned,
  left,
  stopped,
  problem: undefined,
});

/**
 * Goes on with a village's plan until nothing is left, and shows how far it is.
 * @param first what giving out the first ones answered; undefined to take up a plan that was left
 */
export const followPlan = async (
  campaign: string,
  village: string,
  first: Progress | undefined,
): Promise<void> => {
  const key = keyOf(campaign, village);
  if (runs().get(key)?.state === 'running') return;
  const mine = worker;
  const begun = first ?? { village, version: 0, status: 'running', planned: 0, left: 0, stopped: undefined };
  let run = runOf(runs().get(key)?.planned ?? 0, begun);
  set(key, run);
  try {
    while (run.state === 'running') {
      const params = { campaign, village: villageCode(village) };
      const { body } = await call(continuePlan, { params, body: {} });
      if (mine !== worker) return;
      run = runOf(run.planned, body);
      set(key, run);
      if (run.state === 'running' && body.planned === 0) await pause();
    }
  } catch (thrown) {
    if (mine !== worker) return;
    set(key, { ...run, state: 'failed', problem: codeOf(thrown) });
  }
  await renewAssignments();
};
