import type { Companion, Step } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Assignment } from './assignments.states.ts';
import { campaignRuns } from './campaigns.store.ts';
import { type PersonLeft, personStands } from './people.store.ts';

/** Writes of one transaction; the table takes a hundred. */
const mostWrites = 100;
/** Assignments of one transaction: each is a state and an event. */
const mostSteps = 40;
/** Rounds a part is tried again when somebody changed one of its assignments in between. */
const attempts = 5;

export interface Planned {
  readonly household: string;
  readonly assignee: { readonly id: string };
}

/**
 * Parts that fit into one transaction each: the state and event of every assignment, and for the campaign and each
 * person one check that they still stand.
 */
export const partsOf = <P extends Planned>(planned: readonly P[]): P[][] => {
  const parts: P[][] = [];
  let part: P[] = [];
  let people = new Set<string>();
  for (const one of planned) {
    const with_ = people.has(one.assignee.id) ? people.size : people.size + 1;
    if (part.length >= mostSteps || 2 * (part.length + 1) + with_ + 1 > mostWrites) {
      parts.push(part);
      part = [];
      people = new Set();
    }
    part.push(one);
    people.add(one.assignee.id);
  }
  return part.length > 0 ? [...parts, part] : parts;
};

export type Part<P> =
  | { readonly outcome: 'written'; readonly written: readonly P[] }
  | { readonly outcome: PartRefusal };
/** `contended`: others kept changing the same assignments; what is left has to be looked at anew. */
export type PartRefusal = CheckFailed | 'contended';
type CheckFailed = 'campaign.not_running' | PersonLeft;

/**
 * Writes one part: whatever of it still has to be written, or nothing. Somebody else may write some of the same
 * assignments at that moment; the part is then made anew of what is left.
 * @param stepsFor what is left to be written of the part; `fresh` says that what was read before must be read again.
 */
export const writePart = async <P extends Planned>(
  { ledger }: Pick<Core, 'ledger'>,
  { campaign, village }: { readonly campaign: string; readonly village: string },
  part: readonly P[],
  stepsFor: (
    part: readonly P[],
    fresh: boolean,
  ) => Promise<readonly { readonly of: P; readonly step: Step<Assignment> }[]>,
): Promise<Part<P>> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const steps = await stepsFor(part, attempt > 1);
    if (steps.length === 0) return { outcome: 'written', written: [] };
    const people = new Set(steps.map(({ of }) => of.assignee.id));
    const companions: Companion<CheckFailed>[] = [
      campaignRuns(campaign),
      ...[...people].map((id) => personStands(id, village)),
    ];
    const result = await ledger.commit(
      steps.map(({ step }) => step),
      companions,
    );
    if (result.outcome === 'committed') return { outcome: 'written', written: steps.map(({ of }) => of) };
    if (result.outcome === 'refused') return { outcome: result.refusal };
  }
  return { outcome: 'contended' };
};
