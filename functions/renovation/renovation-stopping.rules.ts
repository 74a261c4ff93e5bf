import { addWorkingDays } from '../calendar/calendar.rules.ts';
import { endOfDay, localDateOf } from '../platform/runtime/time.ts';
import {
  type Act,
  clockFor,
  commonOf,
  decided,
  type OwnAct,
  type RenovationDecision,
  refuse,
  withDecision,
} from './renovation.rules.ts';
import type { In, Renovation } from './renovation.states.ts';
import { appealWorkingDays } from './renovation.words.ts';

type Rejection = In<'rejected'>['rejection'];
type Withdrawal = In<'withdrawn'>['withdrawal'];

/** What it had come to, for the record and for an appeal that is granted. */
const stoppedOf = (renovation: Renovation): Omit<In<'rejected'>, 'state' | 'rejection'> => ({
  ...commonOf(renovation),
  ...('appointment' in renovation && renovation.appointment ? { appointment: renovation.appointment } : {}),
  ...('assessment' in renovation && renovation.assessment ? { assessment: renovation.assessment } : {}),
  ...('feasibility' in renovation && renovation.feasibility ? { feasibility: renovation.feasibility } : {}),
  ...('plan' in renovation && renovation.plan ? { plan: renovation.plan } : {}),
  ...('agreement' in renovation && renovation.agreement ? { agreement: renovation.agreement } : {}),
  ...('notice' in renovation && renovation.notice ? { notice: renovation.notice } : {}),
});

/** Rejected so that a granted appeal takes it back to `step`. */
export const rejectFrom = (
  renovation: Renovation,
  act: Act,
  step: Rejection['step'],
  { reason, text }: Pick<Rejection, 'reason' | 'text'>,
  data: Readonly<Record<string, unknown>> = {},
): RenovationDecision<In<'rejected'>> => {
  const { by, now, calendar } = act;
  const appealBy = endOfDay(addWorkingDays(calendar, localDateOf(now), appealWorkingDays).date);
  const next: In<'rejected'> = {
    ...stoppedOf(renovation),
    state: 'rejected',
    rejection: { step, reason, text, by, at: now, appealBy },
    ...withDecision(renovation, 'rejected', act),
  };
  return decided(next, 'rejected', { step, reason, ...data });
};

export const reject = (
  renovation: In<Rejection['step']>,
  act: Act,
  why: Pick<Rejection, 'reason' | 'text'>,
): RenovationDecision<In<'rejected'>> => rejectFrom(renovation, act, renovation.state, why);

/** Once, within ten working days. */
export const appeal = (
  renovation: In<'rejected'>,
  act: OwnAct,
  text: string,
): RenovationDecision<In<'appealed'>> => {
  if (renovation.appeal) return refuse('renovation.appeal_once');
  const { by, how, now } = act;
  if (now >= renovation.rejection.appealBy) return refuse('renovation.appeal_too_late');
  const said = { text, at: now, ...(by ? { by } : {}), ...(how ? { how } : {}) };
  return decided(
    { ...renovation, state: 'appealed', appeal: said, ...clockFor('appealed', act) },
    'appealed',
    { how },
  );
};

/** Back at the step it was rejected at, with all it had come to. */
const resumed = (renovation: In<'appealed'>, act: Act): In<'applied' | 'checked' | 'assessed' | 'agreed'> => {
  const { rejection, assessment, feasibility, plan, agreement } = renovation;
  const common = commonOf(renovation);
  const clock = clockFor(rejection.step, act);
  if (rejection.step === 'applied' || rejection.step === 'checked') {
    return { ...common, state: rejection.step, ...clock };
  }
  if (rejection.step === 'assessed' && assessment) {
    return { ...common, state: 'assessed', assessment, ...clock };
  }
  if (!assessment || !feasibility || !plan || !agreement) {
    throw new Error('a rejected application has lost what it had come to');
  }
  return { ...common, state: 'agreed', ...{ assessment, feasibility, plan, agreement }, ...clock };
};

export const decideAppeal = (
  renovation: In<'appealed'>,
  act: Act,
  { granted, text }: { readonly granted: boolean; readonly text: string },
): RenovationDecision<In<'applied' | 'checked' | 'assessed' | 'agreed' | 'rejected'>> => {
  if (!renovation.appeal) throw new Error('an appealed application without its appeal');
  const decision = { granted, text, by: act.by, at: act.now };
  const answered: In<'appealed'> = {
    ...renovation,
    appeal: { ...renovation.appeal, decision },
    ...withDecision(renovation, 'appeal-decided', act),
  };
  const data = { granted, step: renovation.rejection.step };
  if (granted) return decided(resumed(answered, act), 'appeal-decided', data);
  const { clock: _, ...rest } = answered;
  return decided({ ...rest, state: 'rejected' }, 'appeal-decided', data);
};

/** Whatever it had reserved is given back in the commit of this. */
export const withdraw = (
  renovation: Renovation,
  { by, how, now }: Pick<OwnAct, 'by' | 'how' | 'now'>,
  { reason, text }: Pick<Withdrawal, 'reason' | 'text'>,
): RenovationDecision<In<'withdrawn'>> => {
  switch (renovation.state) {
    case 'accepted':
    case 'paid':
    case 'closed':
    case 'withdrawn':
      return refuse('renovation.transition_not_allowed');
    default: {
      const withdrawal: Withdrawal = {
        ...{ reason, at: now, step: renovation.state },
        ...(text === undefined ? {} : { text }),
        ...(by ? { by } : {}),
        ...(how ? { how } : {}),
      };
      const next: In<'withdrawn'> = {
        ...stoppedOf(renovation),
        state: 'withdrawn',
        ...('job' in renovation ? { job: renovation.job } : {}),
        ...('reservation' in renovation ? { released: renovation.reservation } : {}),
        withdrawal,
      };
      return decided(next, 'withdrawn', {
        reason,
        step: renovation.state,
        ...('reservation' in renovation ? { released: renovation.reservation.amount } : {}),
      });
    }
  }
};
