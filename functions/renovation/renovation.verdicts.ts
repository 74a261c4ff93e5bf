import type { Verdict } from '../findings/findings.states.ts';
import { judgeOf } from '../findings/judge.ts';
import { clockOf } from './renovation.clock.rules.ts';
import type { Renovation } from './renovation.states.ts';
import { renovationType } from './renovation.store.ts';

/** The assessor named for it, or the contractor who builds it; every other step is the federation's of the place. */
const officerOf = (renovation: Renovation): Verdict['answers']['officer'] => {
  if (renovation.state === 'reviewed') return renovation.appointment?.assessor;
  return renovation.state === 'building' ? renovation.job.contractor : undefined;
};

/** A step that the schedule marked as overdue, until it is done. */
const stepOf = (renovation: Renovation): Verdict[] => {
  const clock = clockOf(renovation);
  if (clock?.overdueAt === undefined) return [];
  const officer = officerOf(renovation);
  return [
    {
      check: 'renovation-step',
      node: renovation.village,
      answers: { node: renovation.village, ...(officer ? { officer } : {}) },
      severity: 'late',
      since: clock.dueAt,
      facts: { step: renovation.state, dueDate: clock.dueDate, workingDays: clock.workingDays },
    },
  ];
};

export const renovationJudge = judgeOf(renovationType, ['renovation-step'], stepOf);
