import * as v from 'valibot';
import { fieldProblems } from '../platform/contract/fields.ts';
import { Problem, platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { visitEntrySchema } from './visits.fields.ts';
import type { EntryResult } from './visits.views.ts';
import { recordVisit, type VisitDependencies } from './visits-recording.usecases.ts';

const namedSchema = v.looseObject({ entryId: v.pipe(v.string(), v.maxLength(64)) });

const entryIdOf = (sent: unknown): string => {
  const named = v.safeParse(namedSchema, sent);
  return named.success ? named.output.entryId : '';
};

const refusedFor = (entryId: string, { code, title, status, details }: Problem): EntryResult => ({
  entryId,
  // What failed on our side says nothing about the entry: the same, sent again, finds out.
  result: status >= 500 ? 'again' : 'refused',
  problem: { code, message: title, errors: [...(details.errors ?? [])] },
});

const isBusy = ({ problem }: EntryResult): boolean => problem?.code === 'service.busy';

interface Syncing {
  readonly caller: Principal;
  readonly now: Instant;
}

const resultOf = async (deps: VisitDependencies, sent: unknown, asked: Syncing): Promise<EntryResult> => {
  const entryId = entryIdOf(sent);
  const parsed = v.safeParse(visitEntrySchema, sent);
  if (!parsed.success) {
    const errors = fieldProblems(parsed.issues);
    return refusedFor(entryId, platformProblem('request.invalid', { errors }));
  }
  try {
    const { visit, already, issues } = await recordVisit(deps, { ...asked, entry: parsed.output });
    return {
      entryId,
      result: already ? 'already' : 'recorded',
      visit: visit.id,
      issues: [...issues],
      conflict: visit.state.conflict,
    };
  } catch (error) {
    if (error instanceof Problem) return refusedFor(entryId, error);
    deps.log.error('batch.entry_failed', { entryId }, error);
    return refusedFor(entryId, platformProblem('service.failed'));
  }
};

/**
 * Takes in what a phone kept, one after the other and each by itself, so that a bad one sinks no other; answered in
 * the same order. When the table is busy the rest isn't tried: the phone sends it again.
 */
export const syncVisits = async (
  deps: VisitDependencies,
  entries: readonly unknown[],
  asked: Syncing,
): Promise<EntryResult[]> => {
  const results: EntryResult[] = [];
  for (const sent of entries) {
    const isStopped = results.some(isBusy);
    results.push(
      isStopped
        ? refusedFor(entryIdOf(sent), platformProblem('service.busy'))
        : await resultOf(deps, sent, asked),
    );
  }
  return results;
};
