import { caseKey } from '../platform/ledger/case-keys.ts';
import type { CaseType } from '../platform/ledger/steps.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import {
  type Activity,
  activitySchema,
  type ListedSession,
  listedSessionSchema,
} from './programme.states.ts';

export const activityType: CaseType<Activity> = {
  kind: 'ACTIVITY',
  schema: activitySchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
};

export const activityKey = (id: string): ItemKey => caseKey(activityType.kind, id, 'STATE');

/** A session as lists show it; its id is `<activity>.<no>`. */
export const listedSessionType: CaseType<ListedSession> = {
  kind: 'SESSION',
  schema: listedSessionSchema,
  raisedAt: ({ listedAt }) => listedAt,
  dueAt: () => undefined,
};
