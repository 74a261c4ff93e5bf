import { holdsOneOf, type Principal, type Role } from '../platform/contract/roles.ts';
import { maySee } from './renovation.roles.ts';
import { papersSteps, type Renovation, type RenovationState, rejectionSteps } from './renovation.states.ts';

const office = ['disability'] as const;
const community = ['lead', 'visitor', 'disability'] as const;
const works = ['contractor'] as const satisfies readonly Role[];

interface ActionRule {
  readonly roles: readonly Role[];
  readonly states: readonly RenovationState[];
  /** Only whoever the case names for it, whatever else their account may. */
  readonly named?: 'assessor' | 'contractor';
  /** What an earlier decider of the case may not do. */
  readonly notWhoDid?: 'anything' | readonly string[];
  /** Only an account whose area is the whole district. */
  readonly district?: true;
}

const beforeAcceptance = [
  'applied',
  'checked',
  'reviewed',
  'papers',
  'assessed',
  'feasible',
  'planned',
  'agreed',
  'queued',
  'noticed',
  'ready',
  'building',
  'finished',
  'rejected',
  'appealed',
] as const satisfies readonly RenovationState[];

const everyState = [...beforeAcceptance, 'accepted', 'paid', 'closed', 'withdrawn'] as const;

/**
 * Who may do what with an application in which state, once: the contract takes the roles from here, the use cases
 * refuse by it, and a case page offers by it.
 */
export const actionRules = {
  check: { roles: community, states: ['applied'] },
  review: { roles: office, states: ['checked'], notWhoDid: ['registered', 'checked'] },
  papers: { roles: community, states: papersSteps },
  'papers-answer': { roles: community, states: ['papers'] },
  appointment: { roles: office, states: ['reviewed'] },
  assessment: { roles: ['contractor', 'disability'], states: ['reviewed'], named: 'assessor' },
  feasibility: { roles: office, states: ['assessed'], notWhoDid: ['assessed'] },
  plan: { roles: office, states: ['feasible'] },
  agreement: { roles: community, states: ['planned'] },
  approval: {
    roles: office,
    states: ['agreed', 'queued'],
    notWhoDid: ['registered', 'checked', 'reviewed', 'assessed', 'found-feasible', 'planned'],
    district: true,
  },
  rejection: { roles: community, states: rejectionSteps },
  objection: { roles: community, states: ['noticed'] },
  'objection-decision': { roles: office, states: ['noticed'], district: true },
  before: { roles: works, states: ['building'], named: 'contractor' },
  completion: { roles: works, states: ['building'], named: 'contractor' },
  signature: { roles: ['disability', 'lead', 'visitor', 'contractor'], states: ['finished'] },
  defect: { roles: community, states: ['finished'] },
  'follow-up': { roles: community, states: ['paid'] },
  appeal: { roles: community, states: ['rejected'] },
  'appeal-decision': { roles: office, states: ['appealed'], notWhoDid: 'anything' },
  withdrawal: { roles: community, states: beforeAcceptance },
  // Whoever assesses or builds has to find the door; they are shown no certificate.
  disclosure: { roles: ['visitor', 'lead', 'disability', 'contractor'], states: everyState },
} as const satisfies Readonly<Record<string, ActionRule>>;

export type RenovationAction = keyof typeof actionRules;
export const renovationActions = [
  'check',
  'review',
  'papers',
  'papers-answer',
  'appointment',
  'assessment',
  'feasibility',
  'plan',
  'agreement',
  'approval',
  'rejection',
  'objection',
  'objection-decision',
  'before',
  'completion',
  'signature',
  'defect',
  'follow-up',
  'appeal',
  'appeal-decision',
  'withdrawal',
  'disclosure',
] as const satisfies readonly RenovationAction[];

/** The account that is to assess the home, while it is to be assessed. */
export const assessorOf = (renovation: Renovation): string | undefined =>
  renovation.state === 'reviewed' ? renovation.appointment?.assessor.id : undefined;

/** The account that builds it. */
export const contractorOf = (renovation: Renovation): string | undefined =>
  'job' in renovation ? renovation.job?.contractor.id : undefined;

export const mayRead = (renovation: Renovation, who: Principal): boolean =>
  maySee(renovation.village, [assessorOf(renovation), contractorOf(renovation)], who);

/** Everybody who decided something about it, with what. */
export const decidersOf = (
  { decisions }: Pick<Renovation, 'decisions'>,
  what: ActionRule['notWhoDid'],
): readonly string[] =>
  what === undefined
    ? []
    : decisions.filter((one) => what === 'anything' || what.includes(one.what)).map(({ by }) => by.id);

export const isDistrict = ({ scope }: Pick<Principal, 'scope'>): boolean => !scope.includes('/');

/** Whoever may decide at a step may also reject there. */
const decidingAt = {
  applied: 'check',
  checked: 'review',
  assessed: 'feasibility',
  agreed: 'approval',
} as const satisfies Readonly<Record<(typeof rejectionSteps)[number], RenovationAction>>;

const isRejectable = (state: RenovationState): state is (typeof rejectionSteps)[number] =>
  rejectionSteps.some((step) => step === state);

export type Hindrance = 'role' | 'scope' | 'state' | 'named' | 'decided' | 'district';

/** Why this caller may not do this with this application now; undefined when they may. */
export const hindrance = (
  action: RenovationAction,
  renovation: Renovation,
  who: Principal,
): Hindrance | undefined => {
  if (action === 'rejection' && isRejectable(renovation.state)) {
    return hindrance(decidingAt[renovation.state], renovation, who);
  }
  const rule: ActionRule = actionRules[action];
  if (!holdsOneOf(who, rule.roles)) return 'role';
  if (!mayRead(renovation, who)) return 'scope';
  if (!rule.states.includes(renovation.state)) return 'state';
  if (rule.named === 'assessor' && assessorOf(renovation) !== who.staffId) return 'named';
  if (rule.named === 'contractor' && contractorOf(renovation) !== who.staffId) return 'named';
  if (rule.district && !isDistrict(who)) return 'district';
  if (decidersOf(renovation, rule.notWhoDid).includes(who.staffId)) return 'decided';
  return undefined;
};

/** What a record itself no longer allows, whoever asks. */
const isExhausted = (action: RenovationAction, renovation: Renovation, now: string): boolean => {
  if (action === 'papers') return renovation.papersRequest !== undefined;
  if (renovation.state === 'rejected' && action === 'appeal') {
    return renovation.appeal !== undefined || now >= renovation.rejection.appealBy;
  }
  if (renovation.state === 'noticed' && action === 'objection-decision') {
    return renovation.notice.objections.every(({ decision }) => decision !== undefined);
  }
  return false;
};

/** What a case page offers this caller; the rules decide again when it is done. */
export const allowedActions = (renovation: Renovation, who: Principal, now: string): RenovationAction[] =>
  renovationActions.filter(
    (action) => hindrance(action, renovation, who) === undefined && !isExhausted(action, renovation, now),
  );
