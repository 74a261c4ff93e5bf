import { readAssignment, withdrawStep } from '../campaigns/assignments.usecases.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { changeCase } from '../platform/ledger/change.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { visitView } from './visits.presentation.ts';
import { type VisitRefusal, visitProblem } from './visits.problems.ts';
import { settle } from './visits.rules.ts';
import type { Visit } from './visits.states.ts';
import { visitType } from './visits.store.ts';
import type { settlementDecisions } from './visits.words.ts';
import type { VisitDependencies } from './visits-recording.usecases.ts';

interface Settling extends StaffCommand {
  readonly params: { readonly visit: string };
  readonly body: { readonly decision: (typeof settlementDecisions)[number]; readonly reason: string };
}

/**
 * The lead's decision about a visit that contradicts another or the plan. A void one no longer counts, in the plan
 * neither: there the household stands as the other visits leave it.
 */
export const settleVisit = async (deps: VisitDependencies, request: Settling): Promise<Stored<Visit>> => {
  const { caller, now, params, body } = request;
  const command = commandOf(request);
  return changeCase<Visit, VisitRefusal>({
    ledger: deps.ledger,
    type: visitType,
    command,
    id: params.visit,
    ifMatch: request.ifMatch,
    missing: () => visitProblem('visit.not_found'),
    refuse: (refusal) => visitProblem(refusal),
    admit: ({ state }) => {
      admitNode(state.village, caller);
    },
    view: (stored) => visitView(stored, caller),
    decide: async ({ id, state }) => {
      const settled = settle(state, { ...body, by: officerOf(caller), at: now });
      if ('refusal' in settled) return settled;
      const events = [{ type: 'settled', data: { ...body } }] as const;
      if (body.decision === 'keep') return { next: settled.next, events };
      const assignment = await readAssignment(deps, state.campaign, state.household);
      const calendar = await deps.calendars.current(now);
      const step = assignment && withdrawStep(command, assignment, id, calendar);
      return { next: settled.next, events, alongside: step ? [step] : [] };
    },
  });
};
