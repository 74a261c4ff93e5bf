import { holdsOneOf, isWithin, type Principal, type Role } from '../platform/contract/roles.ts';
import { officers } from './issues.roles.ts';
import { departmentOf, type Issue, type IssueState, issueStates } from './issues.states.ts';

interface ActionRule {
  readonly roles: readonly Role[];
  readonly states: readonly IssueState[];
  /** Whether it is the place's officers who act, the department the issue lies with, or either. */
  readonly side: 'place' | 'department' | 'either';
}

const dispatchers = ['lead', 'supervisor', 'admin'] as const;
/** Departments; the culture bureau and the federation handle issues of their own. */
const handlers = ['handler', 'culture', 'disability'] as const;

/**
 * Who may do what with an issue in which state, once: the contract takes the roles from here, the use cases
 * refuse by it, and a case page offers by it.
 */
export const actionRules = {
  transfer: { roles: dispatchers, states: ['registered'], side: 'place' },
  claim: { roles: handlers, states: ['transferred'], side: 'department' },
  return: { roles: handlers, states: ['transferred', 'claimed'], side: 'department' },
  arbitration: { roles: ['supervisor'], states: ['arbitration'], side: 'place' },
  extension: { roles: handlers, states: ['claimed'], side: 'department' },
  'extension-decision': { roles: ['supervisor'], states: ['claimed'], side: 'place' },
  resolution: { roles: handlers, states: ['claimed'], side: 'department' },
  attempt: { roles: [...handlers, 'lead'], states: ['resolved'], side: 'either' },
  answer: { roles: [...handlers, 'lead'], states: ['resolved'], side: 'either' },
  'follow-up': { roles: ['visitor', 'lead', 'supervisor'], states: ['answered'], side: 'place' },
  reopening: { roles: ['lead', 'supervisor'], states: ['closed'], side: 'place' },
  link: {
    roles: [...dispatchers, ...handlers],
    states: ['registered', 'transferred', 'arbitration', 'claimed'],
    side: 'either',
  },
  comment: { roles: officers, states: issueStates, side: 'either' },
  contact: { roles: officers, states: issueStates, side: 'either' },
} as const satisfies Readonly<Record<string, ActionRule>>;

export type IssueAction = keyof typeof actionRules;
export const issueActions = [
  'transfer',
  'claim',
  'return',
  'arbitration',
  'extension',
  'extension-decision',
  'resolution',
  'attempt',
  'answer',
  'follow-up',
  'reopening',
  'link',
  'comment',
  'contact',
] as const satisfies readonly IssueAction[];

const liesWith = (issue: Issue, scope: string): boolean => {
  const department = departmentOf(issue);
  return department !== undefined && isWithin(department, scope);
};

/** An issue concerns the place where it is and the department it lies with; whoever answers for either sees it. */
export const mayRead = (issue: Issue, who: Principal): boolean =>
  isWithin(issue.place.path, who.scope) || liesWith(issue, who.scope);

const isOnSide = (issue: Issue, who: Principal, side: ActionRule['side']): boolean => {
  if (side === 'place') return isWithin(issue.place.path, who.scope);
  if (side === 'department') return liesWith(issue, who.scope);
  return mayRead(issue, who);
};

export type Hindrance = 'role' | 'scope' | 'department' | 'state';

/** Why this caller may not do this with this issue now; undefined when they may. */
export const hindrance = (action: IssueAction, issue: Issue, who: Principal): Hindrance | undefined => {
  const rule: ActionRule = actionRules[action];
  if (!holdsOneOf(who, rule.roles)) return 'role';
  if (!mayRead(issue, who)) return 'scope';
  if (!rule.states.includes(issue.state)) return 'state';
  if (!isOnSide(issue, who, rule.side)) return rule.side === 'department' ? 'department' : 'scope';
  return undefined;
};

/** What a record itself no longer allows, whoever asks: an extension is asked for once, a bound issue stays. */
const isExhausted = (action: IssueAction, issue: Issue, who: Principal, now: string): boolean => {
  if (action === 'return' && 'assignment' in issue) {
    return issue.assignment.binding || now >= issue.assignment.returnBy;
  }
  if (issue.state === 'claimed' && action === 'extension') {
    return issue.extension !== undefined || now >= issue.clock.dueAt;
  }
  if (issue.state === 'claimed' && action === 'extension-decision') {
    return (
      !issue.extension ||
      issue.extension.decision !== undefined ||
      issue.extension.requestedBy.id === who.staffId
    );
  }
  if (issue.state === 'answered' && action === 'follow-up') {
    return [issue.handler.id, issue.resolution.by.id, issue.answer.by.id].includes(who.staffId);
  }
  return action === 'link' && issue.duplicates.length > 0;
};

/** What a case page offers this caller; the rules decide again when it is done. */
export const allowedActions = (issue: Issue, who: Principal, now: string): IssueAction[] =>
  issueActions.filter(
    (action) => hindrance(action, issue, who) === undefined && !isExhausted(action, issue, who, now),
  );
