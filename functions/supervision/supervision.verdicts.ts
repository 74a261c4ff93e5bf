import { judgeOf } from '../findings/judge.ts';
import { leftOf } from './supervision.rules.ts';
import { supervisionType } from './supervision.store.ts';

/** A list whose time is over, until everything on it is looked at. */
export const supervisionJudge = judgeOf(supervisionType, ['supervision-list'], (list) =>
  list.state === 'late'
    ? [
        {
          check: 'supervision-list',
          node: list.node,
          answers: { node: list.node },
          severity: 'late',
          since: list.dueAt,
          facts: { day: list.date, items: leftOf(list) },
        },
      ]
    : [],
);
