import { officerOf } from '../platform/contract/officer.ts';
import { platformProblem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { admitNode, admitPersonal, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { enrolmentView } from './bookings.presentation.ts';
import * as rules from './enrolments.rules.ts';
import type { Enrolment } from './enrolments.states.ts';
import { enrolmentType, openPerson, type Person, personKey, recordOpening } from './enrolments.store.ts';
import { bookingMissing, changeEnrolment } from './enrolments.usecases.ts';
import type { BookingDependencies } from './offers.usecases.ts';

/**
 * Also what is put up for the town or district around them: a village's people enrol for the town's course at their own
 * counter.
 * @throws Problem when the caller may not enrol somebody for what is put up at this node.
 */
export const admitCounter = (node: string, { scope }: Principal): void => {
  if (!isWithin(node, scope) && !isWithin(scope, node)) throw platformProblem('access.scope');
};

export const readEnrolment = async (
  { ledger }: BookingDependencies,
  reference: string,
  caller: Principal,
): Promise<Stored<Enrolment>> => {
  const found = await ledger.read(enrolmentType, reference);
  if (!found) throw bookingMissing();
  admitNode(found.state.node, caller);
  return found;
};

export interface EnrolmentCommand extends StaffCommand {
  readonly params: { readonly reference: string };
}

/** Gives up an enrolment for somebody who called or came, at any time before it is over. */
export const cancelForSomebody = async (
  deps: BookingDependencies,
  request: EnrolmentCommand,
  reason: string,
): Promise<Stored<Enrolment>> => {
  const found = await readEnrolment(deps, request.params.reference, request.caller);
  const { stored } = await changeEnrolment(deps, {
    found,
    command: commandOf(request),
    ifMatch: request.ifMatch,
    view: enrolmentView,
    decide: (enrolment, { cutoffAt }) =>
      rules.cancel(enrolment, cutoffAt, { by: officerOf(request.caller), now: request.now }, reason),
  });
  return stored;
};

/** The plain name and phone of whoever enrolled; the opening is recorded first. */
export const openContact = async (
  deps: BookingDependencies,
  { caller, params, now }: Omit<EnrolmentCommand, 'ifMatch'>,
  reason: string,
): Promise<Person> => {
  const { kind } = enrolmentType;
  const key = personKey(kind, params.reference);
  const { stored, beside } = await deps.ledger.readBeside(enrolmentType, params.reference, [key]);
  if (!stored) throw bookingMissing();
  admitNode(stored.state.node, caller);
  admitPersonal(stored.state);
  const opening = { at: now, staffId: caller.staffId, name: caller.name, reason };
  await recordOpening(deps.store, kind, stored.id, opening);
  return openPerson(deps.keyring, kind, stored.id, beside(key));
};
