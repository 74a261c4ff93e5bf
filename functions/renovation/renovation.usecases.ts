import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { type Problem, platformProblem } from '../platform/contract/problems.ts';
import { holdsOneOf, isWithin, type Principal } from '../platform/contract/roles.ts';
import { changeCase } from '../platform/ledger/change.ts';
import type { Beside } from '../platform/ledger/ledger.ts';
import { admitPersonal, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Command, Companion, Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { placeInQueue } from './funds.store.ts';
import { contractorOf, hindrance, type RenovationAction } from './renovation.actions.ts';
import { caseView } from './renovation.presentation.ts';
import { type RenovationRefusal, renovationProblem } from './renovation.problems.ts';
import { seesArea } from './renovation.roles.ts';
import { type Act, type RenovationDecision, refuse } from './renovation.rules.ts';
import type { Renovation } from './renovation.states.ts';
import {
  companionsOf,
  type Objector,
  openPeople,
  type Person,
  recordOpening,
  renovationType,
  sealObjector,
} from './renovation.store.ts';
import type { Signer, waysOfSaying } from './renovation.words.ts';
import { renovationMissing } from './renovation-missing.problems.ts';
import { isOpenToObjections, object } from './renovation-notice.rules.ts';
import { admitReader, readRenovation } from './renovation-reading.usecases.ts';
import { sign } from './renovation-works.rules.ts';

/** A place of the organisation tree, as applications need it. */
export interface Node {
  readonly path: string;
  readonly kind: 'district' | 'town' | 'village' | 'department';
  readonly name: { readonly zh: string; readonly en: string };
  readonly active: boolean;
}

export interface RenovationDependencies extends Core {
  readonly calendars: { readonly current: (now: Instant) => Promise<WorkingCalendar> };
  readonly nodes: { readonly at: (path: string, now: Instant) => Promise<Node | undefined> };
}

/** What a request brings to a change of one application. */
export interface RenovationCommand extends StaffCommand {
  readonly params: { readonly reference: string };
}

export const refused = (refusal: RenovationRefusal, detail?: string): Problem =>
  renovationProblem(refusal, detail === undefined ? {} : { detail });

/** @throws Problem saying why this caller may not do this with it; its state is left to the rule. */
export const admitActor = (
  action: RenovationAction,
  stored: Pick<Stored<Renovation>, 'state'>,
  caller: Principal,
): void => {
  admitReader(stored, caller);
  const why = hindrance(action, stored.state, caller);
  if (why === 'role') throw platformProblem('access.role');
  if (why === 'scope') throw platformProblem('access.scope');
  if (why === 'named')
    throw action === 'assessment' ? refused('renovation.assessor_other') : renovationMissing();
  if (why === 'district') throw refused('renovation.district_decides');
  if (why === 'decided') throw refused('renovation.decided_before');
};

/** Its place in the queue of its town, when it waits in one. */
export const positionOf = async (
  { store }: Pick<Core, 'store'>,
  { id, state }: Stored<Renovation>,
): Promise<number | undefined> =>
  state.state === 'queued' ? placeInQueue(store, id, state.queue) : undefined;

export interface Deciding {
  readonly stored: Stored<Renovation>;
  readonly calendar: WorkingCalendar;
  readonly beside: Beside;
}

type Decided =
  | RenovationDecision
  | (Extract<RenovationDecision, { readonly next: Renovation }> & {
      readonly companions?: readonly Companion<RenovationRefusal>[];
    });

interface Changing {
  readonly reference: string;
  readonly command: Command;
  readonly ifMatch: number | undefined;
  readonly admit?: (stored: Stored<Renovation>) => void;
  readonly view?: (stored: Stored<Renovation>) => unknown;
  readonly keys?: readonly ItemKey[];
  readonly decide: (deciding: Deciding) => Decided | undefined | Promise<Decided | undefined>;
}

/** Changes one application, and whatever follows from it: money, homes, claims, its place in the queue. */
export const changeRenovation = (
  { ledger, calendars }: Pick<RenovationDependencies, 'ledger' | 'calendars'>,
  { reference, command, ifMatch, admit, view, keys, decide }: Changing,
): Promise<Stored<Renovation>> =>
  changeCase<Renovation, RenovationRefusal>({
    ledger,
    type: renovationType,
    id: reference,
    command,
    ifMatch,
    missing: renovationMissing,
    refuse: refused,
    admit: admit ?? (() => undefined),
    view: view ?? (() => undefined),
    beside: keys ?? [],
    decide: async (stored, beside) => {
      const calendar = await calendars.current(command.now);
      const decided = await decide({ stored, calendar, beside });
      if (!decided || 'refusal' in decided) return decided;
      const more = 'companions' in decided ? (decided.companions ?? []) : [];
      return { ...decided, companions: [...companionsOf(stored.id, stored.state, decided.next), ...more] };
    },
  });

type OfficerRule = (deciding: Deciding & { readonly act: Act }) => Decided | Promise<Decided>;

/** Changes an application by one rule, for an officer who may. */
export const actOnRenovation = (
  deps: RenovationDependencies,
  action: RenovationAction,
  request: RenovationCommand,
  rule: OfficerRule,
  keys: readonly ItemKey[] = [],
): Promise<Stored<Renovation>> => {
  const { caller, now, ifMatch, params } = request;
  return changeRenovation(deps, {
    reference: params.reference,
    command: commandOf(request),
    ifMatch,
    admit: (stored) => admitActor(action, stored, caller),
    view: (stored) => caseView(stored, caller, now),
    keys,
    decide: (deciding) =>
      rule({ ...deciding, act: { by: officerOf(caller), now, calendar: deciding.calendar } }),
  });
};

/** An objection with who raised it, sealed; the officer who writes it down, or undefined on the site. */
export const objecting = async (
  { keyring }: Pick<Core, 'keyring'>,
  { id, state }: Stored<Renovation>,
  { now, by }: { readonly now: Instant; readonly by: Act['by'] | undefined },
  said: Objector & { readonly text: string },
  masked: Objector,
): Promise<Decided> => {
  if (state.state !== 'noticed' || !isOpenToObjections(state, now)) {
    return refuse('renovation.notice_not_found');
  }
  const decided = object(state, { now, by }, { text: said.text, ...masked });
  if ('refusal' in decided) return decided;
  const no = state.notice.objections.length + 1;
  const { companion, digest } = await sealObjector(keyring, id, no, { name: said.name, phone: said.phone });
  const [event] = decided.events;
  return {
    ...decided,
    events: [{ ...event, data: { ...event.data, person: digest } }],
    companions: [companion],
  };
};

interface Signing {
  readonly side: Signer;
  readonly how?: (typeof waysOfSaying)[number] | undefined;
}

/** A contractor signs for the own job, the federation for itself, an officer for the applicant and says how. */
const maySign = (renovation: Renovation, { side, how }: Signing, caller: Principal): boolean => {
  if (side === 'contractor') return contractorOf(renovation) === caller.staffId;
  if (side === 'federation') return holdsOneOf(caller, ['disability']);
  return how !== undefined && seesArea(caller);
};

export const signFor = (
  deps: RenovationDependencies,
  request: RenovationCommand & { readonly body: Signing },
): Promise<Stored<Renovation>> =>
  actOnRenovation(deps, 'signature', request, ({ stored, act }) => {
    const { side, how } = request.body;
    const { state } = stored;
    if (state.state !== 'finished') return refuse('renovation.transition_not_allowed');
    if (!maySign(state, request.body, request.caller)) return refuse('renovation.own_side');
    return sign(state, { ...act, how: side === 'applicant' ? how : undefined }, side);
  });

const noCertificate = '****';

/** The plain values, for somebody who has to reach them; the opening is recorded first. */
export const disclose = async (
  deps: RenovationDependencies,
  {
    caller,
    now,
    params,
    body,
  }: Pick<RenovationCommand, 'caller' | 'now' | 'params'> & { readonly body: { readonly reason: string } },
): Promise<Person & { readonly objectors: (Objector & { readonly no: number })[] }> => {
  const stored = await readRenovation(deps, params.reference, caller);
  admitActor('disclosure', stored, caller);
  admitPersonal(stored.state);
  await recordOpening(deps.store, stored.id, {
    at: now,
    staffId: caller.staffId,
    name: caller.name,
    reason: body.reason,
  });
  const objections = 'notice' in stored.state ? (stored.state.notice?.objections.length ?? 0) : 0;
  const { objectors, ...person } = await openPeople(deps, stored.id, objections);
  // Who assesses or builds has to find the door and ring the bell; who objected, only the federation learns.
  if (!seesArea(caller)) {
    return { ...person, applicant: { ...person.applicant, certificate: noCertificate }, objectors: [] };
  }
  return { ...person, objectors: holdsOneOf(caller, ['disability']) ? [...objectors] : [] };
};

/** @throws Problem when the node lies outside the caller's area. */
export const admitNode = (node: string, caller: Principal): void => {
  if (!isWithin(node, caller.scope)) throw platformProblem('access.scope');
};
