import type { WorkingCalendar } from '../calendar/calendar.rules.ts';
import { type Assigned, assignedAmong, assignedKeys, tryStep } from '../campaigns/assignments.usecases.ts';
import { isOffPeak } from '../campaigns/off-peak.rules.ts';
import { householdKey, householdType } from '../households/households.store.ts';
import { headOf, openPeople } from '../households/people.store.ts';
import { consentVersion } from '../issues/issues.words.ts';
import { codeOf, prepareIssue } from '../issues/issues-raising.usecases.ts';
import { fieldMessages } from '../platform/contract/fields.ts';
import { maskName } from '../platform/contract/masks.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { type Accepted, createCase } from '../platform/ledger/change.ts';
import { type Beside, parseStored } from '../platform/ledger/ledger.ts';
import { type Command, mayHaveChanged, requestDigest, type Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { longIdFrom, referenceFrom } from '../platform/runtime/ids.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import type { VisitEntry } from './visits.fields.ts';
import { type VisitRefusal, visitProblem } from './visits.problems.ts';
import { judge, type Planned } from './visits.rules.ts';
import type { Visit } from './visits.states.ts';
import { visitType } from './visits.store.ts';

export interface VisitDependencies extends Core {
  readonly calendars: { readonly current: (now: Instant) => Promise<WorkingCalendar> };
}

interface Recording {
  readonly entry: VisitEntry;
  readonly caller: Principal;
  readonly now: Instant;
}

/** A visit with what the visitor hands over: the code that opens each issue to the resident who raised it. */
export interface Recorded {
  readonly visit: Stored<Visit>;
  /** Whether it was there before this request. */
  readonly already: boolean;
  readonly issues: readonly { readonly reference: string; readonly code: string }[];
}

/** Everything one entry is judged by; the household only when an issue needs its head. */
const keysFor = ({ campaign, household, issues }: VisitEntry): ItemKey[] => [
  ...assignedKeys(campaign, household),
  ...(issues.some(({ reporter }) => reporter.who === 'head')
    ? [householdKey(household, 'STATE'), householdKey(household, 'PERSON')]
    : []),
];

/** Name and phone of the household's head as the register has them; nobody sees them on the way into the issue. */
const reporterOfHead = async (
  { keyring }: Pick<Core, 'keyring'>,
  household: string,
  beside: Beside,
): Promise<{ readonly name: string; readonly phone: string } | undefined> => {
  const state = beside(householdKey(household, 'STATE'));
  const person = beside(householdKey(household, 'PERSON'));
  if (!state || !person) return undefined;
  const people = () => openPeople(keyring, household, person);
  const head = await headOf({ stored: parseStored(householdType, state), people });
  return head?.phone === undefined ? undefined : { name: head.name, phone: head.phone };
};

/** @throws Problem naming the issue whose reporter is the head of a household that has no phone. */
const reporterOf = async (
  deps: Pick<Core, 'keyring'>,
  { household, issues }: VisitEntry,
  index: number,
  beside: Beside,
): Promise<{ readonly name: string; readonly phone: string }> => {
  const reporter = issues[index]?.reporter;
  if (reporter?.who === 'other') return reporter;
  const head = await reporterOfHead(deps, household, beside);
  if (head) return head;
  const path = `issues.${index}.reporter`;
  const message = fieldMessages['field.required'];
  throw platformProblem('request.invalid', { errors: [{ path, code: 'field.required', n: '', message }] });
};

/** How the plan stands for a household, as far as a visit is judged by it. */
const plannedOf = ({ assignment }: Assigned): Planned | undefined => {
  if (!assignment) return undefined;
  const { state } = assignment;
  const { assignee, formerly } = state;
  return { assignee, formerly, visited: state.status === 'visited' ? state.visited : undefined };
};

/** A campaign that has not been started has no visits yet. */
const campaignOf = ({ campaign }: Assigned): { readonly from: LocalDate } | undefined =>
  campaign && campaign.state.state !== 'draft' ? campaign.state : undefined;

type Surroundings = Pick<Visit, 'by' | 'village' | 'area' | 'address' | 'offPeak' | 'issues' | 'conflict'>;

const visitOf = ({ entry, now }: Recording, surroundings: Surroundings): Visit => {
  const { entryId, campaign, household, at, outcome, met, views, satisfaction } = entry;
  const { materials, note, appointment, photos } = entry;
  return {
    entry: entryId,
    ...{ campaign, household, at, recordedAt: now, day: localDateOf(at), outcome },
    met: met.map(({ name, ...who }) => (name === undefined ? who : { ...who, name: maskName(name) })),
    ...{ views, satisfaction, materials, note, appointment, photos, ...surroundings },
  };
};

/** What one entry changes: the visit, the household's place in the plan, and every issue raised at the door. */
const changesOf = async (
  deps: VisitDependencies,
  recording: Recording,
  command: Command,
  id: string,
  beside: Beside,
): Promise<Accepted<Visit>> => {
  const { entry, caller, now } = recording;
  const by = officerOf(caller);
  const assigned = assignedAmong(beside, entry.campaign, entry.household);
  const known = { campaign: campaignOf(assigned), planned: plannedOf(assigned), me: by, now };
  const verdict = judge(entry, known);
  if ('refusal' in verdict) throw visitProblem(verdict.refusal);
  const { assignment } = assigned;
  if (!assignment) throw visitProblem('visit.household_out_of_scope');
  const { village, area, address } = assignment.state;
  const raised = await Promise.all(
    entry.issues.map(async ({ place, reporter: _, consent: __, ...said }, index) =>
      prepareIssue(deps.keyring, {
        id: referenceFrom(await deps.keyring.mac('issue', `visit ${id} ${index}`)),
        command,
        raising: {
          ...said,
          place: { path: village, text: place ?? address },
          source: 'visit',
          consent: consentVersion,
          reporter: await reporterOf(deps, entry, index, beside),
          household: entry.household,
          visit: id,
        },
        registeredBy: by,
      }),
    ),
  );
  const issues = raised.map(({ step }) => step.after.id);
  const calendar = await deps.calendars.current(now);
  const offPeak = isOffPeak(entry.at, calendar);
  const { at, outcome, appointment } = entry;
  const { conflict } = verdict;
  return {
    next: visitOf(recording, { by, village, area, address, offPeak, issues, conflict }),
    events: [
      { type: 'recorded', data: { outcome, issues, ...(conflict ? { conflict: conflict.kind } : {}) } },
    ],
    alongside: [
      tryStep(command, assignment, { visit: id, at, by, outcome, offPeak, appointment }, calendar),
      ...raised.map(({ step }) => step),
    ],
    companions: raised.flatMap(({ companions }) => companions),
  };
};

/**
 * Takes in one visit made on a phone: with the plan and its issues in one commit, once, however often and however
 * late the entry arrives. One read and one transaction; a repeat is one read and one query.
 * @throws Problem for what the entry itself is refused for, `request.key_reused`, `service.busy`.
 */
export const recordVisit = async (deps: VisitDependencies, recording: Recording): Promise<Recorded> => {
  const { entry, caller, now } = recording;
  const command: Command = {
    key: entry.entryId,
    request: await requestDigest(deps.keyring, 'visits.entry', undefined, entry),
    actor: { kind: 'staff', id: caller.staffId, name: caller.name },
    now,
  };
  const idFor = (attempt: number): string =>
    longIdFrom(`visit ${caller.staffId} ${entry.entryId} ${attempt}`);
  const answer = async (visit: Stored<Visit>, already: boolean): Promise<Recorded> => ({
    visit,
    already,
    issues: await Promise.all(
      visit.state.issues.map(async (reference) => ({
        reference,
        code: await codeOf(deps.keyring, reference),
      })),
    ),
  });
  const firstId = idFor(1);
  const first = await deps.ledger.readBeside(visitType, firstId, keysFor(entry));
  // Asked before the entry is judged: what was taken in once is not refused for what changed since.
  if (first.stored && mayHaveChanged(first.stored, command)) {
    const earlier = await deps.ledger.earlier(visitType, firstId, command);
    if (earlier === 'key-reused') throw platformProblem('request.key_reused');
    if (earlier) return answer(earlier, true);
  }
  let fresh: Beside | undefined = first.beside;
  const visit = await createCase<Visit, VisitRefusal>({
    ...{ ledger: deps.ledger, type: visitType, command, refuse: (refusal) => visitProblem(refusal), idFor },
    make: async (id) => {
      const beside = fresh ?? (await deps.ledger.readBeside(visitType, id, keysFor(entry))).beside;
      fresh = undefined;
      return changesOf(deps, recording, command, id, beside);
    },
  });
  return answer(visit, visit.state.recordedAt !== now);
};
