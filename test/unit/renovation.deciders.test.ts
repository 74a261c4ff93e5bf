import { describe, expect, test } from 'vitest';
import { type Role, roles } from '../../functions/platform/contract/roles.ts';
import {
  actionRules,
  allowedActions,
  hindrance,
  type RenovationAction,
  renovationActions,
} from '../../functions/renovation/renovation.actions.ts';
import { type RenovationState, renovationStates } from '../../functions/renovation/renovation.states.ts';
import { at, homes } from '../support/renovation.cases.ts';

const district = '370402';

const somebody = (role: Role, staffId = 'somebody else', scope = district) => ({
  ...{ staffId, sessionId: 'session', name: '某某', roles: [role], scope },
});

/** Each step that has to be decided apart, and everybody who did something before it that it depends on. */
const apart: readonly (readonly [RenovationAction, RenovationState, readonly string[], readonly string[]])[] =
  [
    ['review', 'checked', ['registrar', 'checker'], []],
    ['feasibility', 'assessed', ['assessor'], ['registrar', 'checker', 'reviewer']],
    [
      ...(['approval', 'agreed'] as const),
      ...([['registrar', 'checker', 'reviewer', 'assessor', 'technician', 'planner'], []] as const),
    ],
    [
      ...(['approval', 'queued'] as const),
      ...([['registrar', 'checker', 'reviewer', 'assessor', 'technician', 'planner'], ['approver']] as const),
    ],
    [
      ...(['appeal-decision', 'appealed'] as const),
      ...([
        ['registrar', 'checker', 'reviewer', 'assessor', 'technician', 'planner', 'rejecter'],
        [],
      ] as const),
    ],
  ];

describe.each(apart)('%s of a home that is %s', (action, state, before, others) => {
  const may = (staffId: string) => hindrance(action, homes[state], somebody('disability', staffId));

  test.each(before)('is not for the %s, who is offered it by no page either', (id) => {
    expect(may(id)).toBe('decided');
    const offered = allowedActions(homes[state], somebody('disability', id), at('2026-11-24'));
    expect(offered).not.toContain(action);
  });

  test('is for whoever did nothing that it depends on', () => {
    expect([...others, 'somebody else'].map(may)).toEqual([...others, 'somebody else'].map(() => undefined));
  });
});

test.each([
  ['checked', 'checker'],
  ['assessed', 'assessor'],
  ['agreed', 'planner'],
] as const)('a home that is %s is not rejected by the %s, who may not decide there', (state, id) => {
  expect(hindrance('rejection', homes[state], somebody('disability', id))).toBe('decided');
  expect(hindrance('rejection', homes[state], somebody('disability'))).toBeUndefined();
});

/** Whoever may do it as far as the account goes: by its role, and as whom the case names. */
const able = (action: RenovationAction) => {
  const rule = actionRules[action];
  const [role] = rule.roles;
  const named = 'named' in rule ? rule.named : undefined;
  return somebody(role, named === undefined ? undefined : named === 'assessor' ? 'assessor' : 'builder');
};

/** Rejecting asks whoever decides at that step: it has no rule of its own. */
const ruled = renovationActions.filter((action) => action !== 'rejection');

describe.each(ruled)('%s', (action) => {
  const { roles: mine, states } = actionRules[action] satisfies {
    roles: readonly Role[];
    states: readonly RenovationState[];
  };

  test('is possible in its own states and in no other', () => {
    const possible = renovationStates.filter(
      (state) => hindrance(action, homes[state], able(action)) === undefined,
    );
    expect(new Set(possible)).toEqual(new Set(states));
  });

  test('is for its own roles and for no other', () => {
    const refused = roles.filter((role) => hindrance(action, homes[states[0]], somebody(role)) === 'role');
    expect([...refused, ...mine].sort()).toEqual([...roles].sort());
  });
});

describe('to a contractor', () => {
  test.each(renovationStates)('a home that is %s and names somebody else offers nothing', (state) => {
    expect(allowedActions(homes[state], somebody('contractor'), at('2026-12-05'))).toEqual([]);
  });
});

test.each(['approval', 'objection-decision'] as const)('%s is for the district and for no town', (action) => {
  const [state] = actionRules[action].states;
  const town = somebody('disability', 'somebody else', `${district}/370402101`);
  expect(hindrance(action, homes[state], town)).toBe('district');
});
