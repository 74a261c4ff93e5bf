import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { Decision } from '../platform/ledger/change.ts';
import { changeCase } from '../platform/ledger/change.ts';
import { commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { rectificationType } from './checks.store.ts';
import { isInspectorOf, mayComplete, type RectificationAction } from './inspections.actions.ts';
import { rectificationView } from './inspections.presentation.ts';
import { type InspectionRefusal, inspectionProblem } from './inspections.problems.ts';
import { actOf, type InspectionDependencies } from './inspections.usecases.ts';
import { rectificationMissing } from './inspections-missing.problems.ts';
import type { CalendarAct } from './rectifications.rules.ts';
import type { Rectification } from './rectifications.states.ts';

export interface RectificationCommand extends StaffCommand {
  readonly params: { readonly rectification: string };
}

type Rule = (rectification: Rectification, act: CalendarAct) => Decision<Rectification, InspectionRefusal>;

const admitActor = (action: RectificationAction, rectification: Rectification, caller: Principal): void => {
  if (action === 'completion') {
    if (!mayComplete(rectification, caller)) throw inspectionProblem('rectification.not_yours');
    return;
  }
  if (!isInspectorOf(rectification.village, caller)) throw platformProblem('access.scope');
};

/** Changes a rectification by one rule. */
export const actOnRectification = (
  deps: Pick<InspectionDependencies, 'ledger' | 'calendars'>,
  action: RectificationAction,
  request: RectificationCommand,
  rule: Rule,
): Promise<Stored<Rectification>> => {
  const { caller, now } = request;
  return changeCase<Rectification, InspectionRefusal>({
    ledger: deps.ledger,
    type: rectificationType,
    id: request.params.rectification,
    command: commandOf(request),
    ifMatch: request.ifMatch,
    missing: rectificationMissing,
    refuse: (refusal) => inspectionProblem(refusal),
    admit: ({ state }) => admitActor(action, state, caller),
    view: (stored) => rectificationView(stored, caller, now),
    decide: async ({ state }) =>
      rule(state, { ...actOf(request), calendar: await deps.calendars.current(now) }),
  });
};
