import type { OrganisationNodes } from '../access/organisations.usecases.ts';
import { type Instant, localDateOf, startOfDay } from '../platform/runtime/time.ts';
import { budgetProgress, type TargetsDependencies, targetProgress } from '../targets/targets.usecases.ts';
import type { Check, Seen } from './check.ts';

type TargetProgress = Awaited<ReturnType<typeof targetProgress>>[number];
type BudgetProgress = Awaited<ReturnType<typeof budgetProgress>>[number];

const targetSeen = (target: TargetProgress, now: Instant): Seen => ({
  record: { kind: 'TARGET', id: target.target },
  verdict:
    target.stands === 'behind'
      ? {
          check: 'target-pace',
          node: target.node,
          answers: { node: target.node },
          severity: 'notice',
          since: startOfDay(localDateOf(now)),
          facts: {
            ...{ subject: target.subject, unit: target.unit, year: target.year },
            ...{ figure: target.figure, line: target.line, done: target.done ?? 0 },
          },
        }
      : undefined,
});

const budgetSeen = (budget: BudgetProgress, now: Instant): Seen => ({
  record: { kind: 'FUND', id: budget.fund },
  verdict:
    budget.stands === 'within'
      ? undefined
      : {
          check: 'target-pace',
          node: budget.node,
          answers: { node: budget.node },
          severity: 'notice',
          since: startOfDay(localDateOf(now)),
          facts: {
            subject: 'renovation',
            year: budget.year,
            total: budget.total,
            taken: budget.reserved + budget.spent,
          },
        },
});

/**
 * A year's figures that are behind what there would be by today if they came evenly, shares below their figure, and
 * money more than nine tenths of which is given away. One query for each place, what is read of each noun something is
 * aimed at for there, and one read for the money of a district.
 */
export const targetPace: Check<
  Pick<TargetsDependencies, 'store' | 'done'> & { readonly nodes: Pick<OrganisationNodes, 'tree'> }
> = {
  name: 'target-pace',
  sinceFound: true,
  look: async (deps, now) => {
    const year = Number(localDateOf(now).slice(0, 4));
    const seen: Seen[] = [];
    const places = (await deps.nodes.tree(now)).nodes.filter(
      ({ kind, active }) => active && (kind === 'district' || kind === 'town'),
    );
    for (const { path, kind } of places) {
      const targets = await targetProgress(deps, { node: path, year }, now);
      // Those of its towns are among a district's.
      const budgets = kind === 'district' ? await budgetProgress(deps, { node: path, year }, now) : [];
      seen.push(
        ...targets.map((target) => targetSeen(target, now)),
        ...budgets.map((budget) => budgetSeen(budget, now)),
      );
    }
    return seen;
  },
};
