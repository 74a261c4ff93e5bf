import type { Instant } from '../platform/runtime/time.ts';
import type { Reached } from './targets.rules.ts';
import type { BudgetProgress } from './targets.views.ts';
import type { TargetSubject, TargetUnit } from './targets.words.ts';

export interface OfYear {
  readonly node: string;
  readonly year: number;
}

/** What was reached of some subjects at a place in a year; asked only when something is aimed at for one of them. */
export interface ReachedOf<Subject extends TargetSubject = TargetSubject> {
  readonly subjects: readonly Subject[];
  /** @param units those aimed at, of whatever costs a read of its own. Undefined is what can't be told. */
  readonly reached: (
    of: OfYear,
    aims: readonly { readonly subject: TargetSubject; readonly unit: TargetUnit }[],
    now: Instant,
  ) => Promise<(subject: TargetSubject, unit: TargetUnit) => Reached | undefined>;
}

/** All that targets are held against: of every noun what was reached, and the money there is. */
export interface Done {
  readonly reached: readonly ReachedOf[];
  /** Of a place and the towns below it, those that have money of their own. */
  readonly budgets: (of: OfYear, now: Instant) => Promise<readonly Omit<BudgetProgress, 'stands'>[]>;
}
