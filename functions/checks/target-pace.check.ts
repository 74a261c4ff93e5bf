import { type Instant, localDateOf, startOfDay } from '../platform/runtime/time.ts';
import { type FiguresDependencies, targetProgress } from '../programme/figures.usecases.ts';
import type { Check, Seen } from './check.ts';

type TargetProgress = Awaited<ReturnType<typeof targetProgress>>['rows'][number];

const seenOf = (target: TargetProgress, now: Instant): Seen => ({
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
            ...{ subject: target.subject, unit: target.unit },
            ...{ figure: target.figure, line: target.line, done: target.done },
          },
        }
      : undefined,
});

/** A year's figures that are behind what there would be by today if they came evenly. */
export const targetPace: Check<Pick<FiguresDependencies, 'store' | 'nodes'>> = {
  name: 'target-pace',
  sinceFound: true,
  look: async (deps, now) => {
    const year = Number(localDateOf(now).slice(0, 4));
    const seen: Seen[] = [];
    const places = (await deps.nodes.tree(now)).nodes.filter(
      ({ kind, active }) => active && (kind === 'district' || kind === 'town'),
    );
    for (const { path } of places) {
      const { rows } = await targetProgress(deps, { node: path, year }, now);
      seen.push(...rows.map((target) => seenOf(target, now)));
    }
    return seen;
  },
};
