import type { Principal } from '../platform/contract/roles.ts';
import type { ResponseInputOf } from '../platform/contract/route.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { type Instant, localDateOf } from '../platform/runtime/time.ts';
import { allowedActions } from './renovation.actions.ts';
import { clockOf } from './renovation.clock.rules.ts';
import type { renovationContract } from './renovation.contract.ts';
import type { Renovation } from './renovation.states.ts';
import type { Progress } from './renovation.views.ts';
import type { renovationPublicContract } from './renovation-public.contract.ts';

type CaseView = ResponseInputOf<typeof renovationContract.routes.read>;
type ProgressBody = ResponseInputOf<typeof renovationPublicContract.routes.progress>;

/** @param position its place in the queue, where it waits in one. */
export const caseView = (
  { id, version, state: renovation }: Stored<Renovation>,
  caller: Principal,
  now: Instant,
  position?: number,
): CaseView => ({
  ...renovation,
  reference: id,
  version,
  position,
  actions: renovation.anonymisedAt === undefined ? allowedActions(renovation, caller, now) : [],
});

/** What the applicant may do with it now; the rules decide again when it is done. */
export const ownActionsOf = (renovation: Renovation, now: Instant): Progress['actions'] => {
  const withdrawal = ['withdrawal'] as const;
  switch (renovation.state) {
    case 'papers':
      return ['papers', ...withdrawal];
    case 'planned':
      return ['agreement', ...withdrawal];
    case 'finished':
      return renovation.signatures.some(({ side }) => side === 'applicant')
        ? [...withdrawal]
        : ['signature', ...withdrawal];
    case 'paid':
      return renovation.followUps.some(({ done, dueOn }) => !done && dueOn <= localDateOf(now))
        ? ['rating']
        : [];
    case 'rejected':
      return renovation.appeal === undefined && now < renovation.rejection.appealBy
        ? ['appeal', ...withdrawal]
        : [...withdrawal];
    case 'accepted':
    case 'closed':
    case 'withdrawn':
      return [];
    default:
      return [...withdrawal];
  }
};

/** What is said of each step to the applicant, with its time, as far as it has come. */
const stepsOf = (renovation: Renovation): Progress['steps'] => {
  const step = (name: string, at: Instant | undefined): Progress['steps'] =>
    at === undefined ? [] : [{ step: name, at }];
  const decision = (what: string): Instant | undefined =>
    renovation.decisions.findLast((one) => one.what === what)?.at;
  return [
    ...step('applied', renovation.appliedAt),
    ...step('checked', decision('checked')),
    ...step('reviewed', decision('reviewed')),
    ...step('papers', renovation.papersRequest?.at),
    ...step('assessed', 'assessment' in renovation ? renovation.assessment?.at : undefined),
    ...step('feasible', 'feasibility' in renovation ? renovation.feasibility?.at : undefined),
    ...step('planned', 'plan' in renovation ? renovation.plan?.at : undefined),
    ...step('agreed', 'agreement' in renovation ? renovation.agreement?.at : undefined),
    ...step('queued', renovation.state === 'queued' ? renovation.queue.since : undefined),
    ...step('noticed', 'notice' in renovation ? renovation.notice?.from : undefined),
    ...step('building', 'job' in renovation ? renovation.job?.at : undefined),
    ...step('finished', 'completion' in renovation ? renovation.completion.at : undefined),
    ...step('accepted', 'acceptance' in renovation ? renovation.acceptance.at : undefined),
    ...step('paid', 'payment' in renovation ? renovation.payment.at : undefined),
    ...step('closed', renovation.state === 'closed' ? renovation.closedAt : undefined),
    ...step('rejected', 'rejection' in renovation ? renovation.rejection.at : undefined),
    ...step('appealed', renovation.appeal?.at),
    ...step('withdrawn', renovation.state === 'withdrawn' ? renovation.withdrawal.at : undefined),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

const planOf = (renovation: Renovation): ProgressBody['plan'] => {
  if (!('plan' in renovation) || !renovation.plan) return undefined;
  const { by: _, ...plan } = renovation.plan;
  return plan;
};

const appealOf = ({ appeal }: Renovation): ProgressBody['appeal'] =>
  appeal && { at: appeal.at, granted: appeal.decision?.granted, text: appeal.decision?.text };

/** What the applicant is shown: what was done and is waited for, in states and times, without names. */
export const progressOf = (
  { id, version, state: renovation }: Stored<Renovation>,
  known: { readonly village: ProgressBody['village']; readonly position: number | undefined },
  now: Instant,
): ProgressBody => {
  const clock = clockOf(renovation);
  const today = localDateOf(now);
  return {
    reference: id,
    version,
    state: renovation.state,
    village: known.village,
    appliedAt: renovation.appliedAt,
    wants: renovation.wants,
    dueAt: clock?.dueAt,
    provisional: clock?.provisional,
    overdue: clock !== undefined && now >= clock.dueAt,
    papers: renovation.state === 'papers' ? renovation.papersRequest.papers : undefined,
    visitOn: renovation.state === 'reviewed' ? renovation.appointment?.day : undefined,
    plan: planOf(renovation),
    position: known.position,
    noticeUntil: renovation.state === 'noticed' ? renovation.notice.until : undefined,
    signed: 'signatures' in renovation ? renovation.signatures.map(({ side }) => side) : [],
    built: 'completion' in renovation ? renovation.completion.amount : undefined,
    after: 'completion' in renovation ? renovation.completion.photos : [],
    rejection: 'rejection' in renovation ? renovation.rejection : undefined,
    appeal: appealOf(renovation),
    followUps:
      'followUps' in renovation
        ? renovation.followUps.map(({ month, dueOn, done }) => ({
            ...{ month, dueOn, done: done !== undefined },
            open: done === undefined && dueOn <= today,
          }))
        : [],
    steps: stepsOf(renovation),
    actions: renovation.anonymisedAt === undefined ? ownActionsOf(renovation, now) : [],
    anonymisedAt: renovation.anonymisedAt,
  };
};
