import type { ApiProblem } from '../../api/client.ts';

/** What an answer of the service means for an assessment that waits. */
export type Verdict = 'passing' | 'moved' | 'refused';

/** About the home or who is named for it, although their status says that it is about who asks. */
const aboutHome: readonly string[] = [
  'renovation.assessor_other',
  'access.scope',
  'renovation.decided_before',
];

/**
 * `passing`: nothing is said about it, it is tried again. `moved`: somebody changed the application, and it may still
 * be this assessor's. `refused`: it is withdrawn, another's, done, or wrong: the assessor decides.
 */
export const verdictOf = ({ status, code }: Pick<ApiProblem, 'status' | 'code'>): Verdict => {
  if (code === 'request.stale') return 'moved';
  if (aboutHome.includes(code)) return 'refused';
  if (status === 0 || status === 401 || status === 403 || status === 408 || status === 429) return 'passing';
  return status >= 500 ? 'passing' : 'refused';
};
