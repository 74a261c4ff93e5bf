import type { Staff } from '../access/staff.states.ts';
import { staffKey, staffType } from '../access/staff.store.ts';
import { fieldMessages } from '../platform/contract/fields.ts';
import type { Officer } from '../platform/contract/officer.ts';
import { type Problem, platformProblem } from '../platform/contract/problems.ts';
import { isWithin } from '../platform/contract/roles.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { changeCase } from '../platform/ledger/change.ts';
import { type Beside, parseStored } from '../platform/ledger/ledger.ts';
import { commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import { type Command, type Step, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Check, Discrepancy } from './checks.states.ts';
import { checkId, checkType, rectificationId, rectificationType } from './checks.store.ts';
import { isInspectorOf } from './inspections.actions.ts';
import type { CheckForm } from './inspections.fields.ts';
import { checkView } from './inspections.presentation.ts';
import { type InspectionRefusal, inspectionProblem } from './inspections.problems.ts';
import { recordCheck } from './inspections.rules.ts';
import { inspectionRuns } from './inspections.store.ts';
import { actOf, type InspectionDependencies } from './inspections.usecases.ts';
import { discrepancyKinds } from './inspections.words.ts';
import { checkMissing } from './inspections-missing.problems.ts';
import { type CalendarAct, settle } from './rectifications.rules.ts';
import type { Rectification } from './rectifications.states.ts';

export interface CheckCommand extends StaffCommand {
  readonly params: { readonly inspection: string; readonly n: string };
  readonly body: CheckForm;
}

type Found = CheckForm['discrepancies'][number];

const notResponsible = (index: number): Problem => {
  const path = `discrepancies.${index}.responsible.id`;
  const error = { path, code: 'field.choice', n: '', message: fieldMessages['field.choice'] };
  return platformProblem('request.invalid', { errors: [error] });
};

const answersFor = ({ status, roles, scope }: Staff, village: string): boolean =>
  status === 'active' && (roles.includes('lead') || roles.includes('visitor')) && isWithin(village, scope);

/** @throws Problem by field when somebody else is named who neither visits nor leads in the village. */
const responsibleOf = (
  { responsible }: Found,
  index: number,
  check: Check,
  beside: Beside,
): Officer | undefined => {
  if (responsible.who === 'nobody') return undefined;
  if (responsible.who === 'visitor') return check.by;
  const item = beside(staffKey(responsible.id));
  const staff = item && parseStored(staffType, item);
  if (!staff || !answersFor(staff.state, check.village)) throw notResponsible(index);
  return { id: staff.id, name: staff.state.name };
};

const discrepancyOf = (found: Found, index: number, check: Check, beside: Beside): Discrepancy => {
  const { kind, what, workingDays } = found;
  const responsible = responsibleOf(found, index, check, beside);
  if (!responsible) return { kind, what, workingDays };
  const rectification = rectificationId(check.inspection, check.n, kind);
  return { kind, what, workingDays, responsible, rectification };
};

/** The rectifications that change with a check: one for each kind that was, or is now, wrong with the visit. */
const rectificationSteps = (
  command: Command,
  check: Check,
  discrepancies: readonly Discrepancy[],
  beside: Beside,
  act: CalendarAct,
): Step<unknown>[] | { readonly refusal: InspectionRefusal } => {
  const steps: Step<unknown>[] = [];
  for (const kind of discrepancyKinds) {
    const id = rectificationId(check.inspection, check.n, kind);
    const item = beside(caseKey(rectificationType.kind, id, 'STATE'));
    const before = item && parseStored(rectificationType, item);
    const found = discrepancies.find((each) => each.kind === kind);
    const decision = settle(check, before?.state, found, act);
    if (!decision) continue;
    if ('refusal' in decision) return decision;
    const { next, events } = decision;
    steps.push(stepOf<Rectification>(command, { type: rectificationType, id, before, next, events }));
  }
  return steps;
};

/**
 * Records what was found at one door, and in the same commit issues, changes or withdraws the rectifications that
 * follow from it. Decided on the check's own version, so that two inspectors at two doors don't meet.
 */
export const recordFindings = (
  deps: Pick<InspectionDependencies, 'ledger' | 'calendars'>,
  request: CheckCommand,
): Promise<Stored<Check>> => {
  const { caller, now, body, params } = request;
  const n = Number(params.n);
  const command = commandOf(request);
  const named = body.discrepancies.flatMap(({ responsible }) =>
    responsible.who === 'other' ? [responsible.id] : [],
  );
  return changeCase<Check, InspectionRefusal>({
    ledger: deps.ledger,
    type: checkType,
    id: checkId(params.inspection, n),
    command,
    ifMatch: request.ifMatch,
    missing: checkMissing,
    refuse: (refusal) => inspectionProblem(refusal),
    admit: ({ state }) => {
      if (!isInspectorOf(state.village, caller)) throw platformProblem('access.scope');
    },
    view: (stored) => checkView(stored, true, caller),
    beside: [
      ...discrepancyKinds.map((kind) =>
        caseKey(rectificationType.kind, rectificationId(params.inspection, n, kind), 'STATE'),
      ),
      ...[...new Set(named)].map(staffKey),
    ],
    decide: async ({ state: check }, beside) => {
      const act = { ...actOf(request), calendar: await deps.calendars.current(now) };
      const discrepancies = body.discrepancies.map((found, index) =>
        discrepancyOf(found, index, check, beside),
      );
      const decision = recordCheck(check, { ...body, discrepancies }, act);
      if ('refusal' in decision) return decision;
      const alongside = rectificationSteps(command, check, discrepancies, beside, act);
      if ('refusal' in alongside) return alongside;
      return { ...decision, alongside, companions: [inspectionRuns(params.inspection)] };
    },
  });
};
