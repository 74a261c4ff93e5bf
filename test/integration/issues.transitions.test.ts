import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actionRules, type IssueAction, issueActions } from '../../functions/issues/issues.actions.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { type IssueState, issueStates } from '../../functions/issues/issues.states.ts';
import { roles } from '../../functions/platform/contract/roles.ts';
import { bodies, fieldIn, type IssueBed, openIssues, textIn } from '../support/issues.ts';

let bed: IssueBed;
beforeAll(async () => {
  bed = await openIssues();
});
afterAll(async () => bed[Symbol.asyncDispose]());

/** The loop as the district works it; whatever is not named here is refused. */
const loop: Readonly<Record<IssueState, readonly IssueAction[]>> = {
  registered: ['transfer', 'link'],
  transferred: ['claim', 'return', 'link'],
  arbitration: ['arbitration', 'link'],
  claimed: ['return', 'extension', 'extension-decision', 'resolution', 'link'],
  linked: [],
  resolved: ['attempt', 'answer'],
  answered: ['follow-up'],
  closed: ['reopening'],
};
const always: readonly IssueAction[] = ['comment', 'contact'];
const leadsTo: Partial<Record<IssueAction, IssueState>> = {
  transfer: 'transferred',
  claim: 'claimed',
  return: 'registered',
  arbitration: 'transferred',
  resolution: 'resolved',
  answer: 'answered',
  'follow-up': 'closed',
  reopening: 'transferred',
  link: 'linked',
};

const pairs = issueStates.flatMap((state) =>
  issueActions.map((action) => ({
    state,
    action,
    allowed: always.includes(action) || loop[state].includes(action),
  })),
);

/** Somebody whom neither role nor area ever refuses does it. */
const attempt = async (action: IssueAction, reference: string) => {
  const as = 'everybody';
  if (action === 'contact') {
    return bed.call('contact', as, { params: { reference }, body: bodies.contact });
  }
  const body = action === 'link' ? { to: await bed.raise() } : bodies[action];
  return bed.act(action, reference, { as, body });
};

describe('the loop of an issue', () => {
  const refusing = new Map<IssueState, string>();
  beforeAll(async () => {
    for (const state of issueStates) refusing.set(state, await bed.issueIn(state));
  });

  test.each(pairs.filter(({ allowed }) => allowed))('$state: $action is done', async ({ state, action }) => {
    const reference = await bed.issueIn(state);
    if (action === 'extension-decision') await bed.done('extension', reference);
    const before = await bed.read(reference);
    const { status, body } = await attempt(action, reference);
    expect({ status, code: textIn(body, 'code') }).toEqual({ status: 200, code: undefined });
    const after = await bed.read(reference);
    expect(after.state.state).toBe(leadsTo[action] ?? state);
    expect(after.version).toBe(action === 'contact' ? before.version : before.version + 1);
  });

  test.each(pairs.filter(({ allowed }) => !allowed))(
    '$state: $action is refused and leaves no trace',
    async ({ state, action }) => {
      const reference = refusing.get(state) ?? '';
      const before = await bed.read(reference);
      const { status, body } = await attempt(action, reference);
      expect({ status, code: textIn(body, 'code') }).toEqual({
        status: 409,
        code: 'issue.transition_not_allowed',
      });
      expect(await bed.read(reference)).toEqual(before);
    },
  );

  test.each(pairs)('$state: the rules say the same of $action', ({ state, action, allowed }) => {
    expect(actionRules[action].states.some((named) => named === state)).toBe(allowed);
  });

  test.each(issueStates)('%s: what a case page offers is what can be done', async (state) => {
    const reference = await bed.issueIn(state);
    const { body } = await bed.call('read', 'everybody', { params: { reference } });
    const offered = fieldIn(body, 'actions');
    // Nobody has asked for an extension yet, so there is none to decide.
    const expected = issueActions.filter(
      (action) =>
        (always.includes(action) || loop[state].includes(action)) && action !== 'extension-decision',
    );
    expect(offered).toEqual(expected);
  });
});

describe('who may do it', () => {
  const cases = issueActions.flatMap((action) => roles.map((role) => ({ action, role })));
  const denied = cases.filter(
    ({ action, role }) => !actionRules[action].roles.some((named) => named === role),
  );

  test.each(denied)('$action is not for the role $role', async ({ action, role }) => {
    const body = action === 'link' ? { to: 'X' } : bodies[action];
    const { status, body: problem } = await bed.call(action, role, {
      params: { reference: 'X' },
      body,
      ifMatch: 1,
    });
    expect({ status, code: textIn(problem, 'code') }).toEqual({ status: 403, code: 'access.role' });
  });

  test('every action has somebody who may do it and somebody who may not', () => {
    for (const action of issueActions) {
      const allowed = cases.filter((each) => each.action === action && !denied.includes(each));
      expect(allowed.length).toBeGreaterThan(0);
      expect(allowed.length).toBeLessThan(roles.length);
    }
  });

  test.each(issueActions)('%s is not for the leader of another town', async (action) => {
    const reference = await bed.issueIn('claimed');
    const to = await bed.raise();
    const body = action === 'link' ? { to } : bodies[action];
    const allowed = actionRules[action].roles.some((role) => role === 'lead' || role === 'supervisor');
    const { status, body: problem } = await bed.call(action, 'stranger', {
      params: { reference },
      body,
      ifMatch: 3,
    });
    expect({ status, code: textIn(problem, 'code') }).toEqual({
      status: 403,
      code: allowed ? 'access.scope' : 'access.role',
    });
  });

  test.each(['read', 'history'] as const)('nobody of another town can %s it', async (route) => {
    const reference = await bed.issueIn('claimed');
    const { status, body } = await bed.call(route, 'stranger', { params: { reference } });
    expect({ status, code: textIn(body, 'code') }).toEqual({ status: 403, code: 'access.scope' });
  });

  test('inspectors and auditors see an issue and are offered nothing', async () => {
    const reference = await bed.issueIn('claimed');
    for (const reader of ['inspector', 'auditor'] as const) {
      const { status, body } = await bed.call('read', reader, { params: { reference } });
      expect({ status, actions: fieldIn(body, 'actions') }).toEqual({ status: 200, actions: [] });
    }
  });
});

test('an action of the contract is an action of the rules and needs the version it was decided on', () => {
  for (const action of issueActions) {
    const row = issuesContract.routes[action];
    expect(row.mayCall).toEqual(actionRules[action].roles);
    expect('versioned' in row).toBe(action !== 'contact');
  }
});
