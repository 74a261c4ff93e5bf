import { maskName, maskPhone } from '../platform/contract/masks.ts';
import type { Officer } from '../platform/contract/officer.ts';
import type { Problem } from '../platform/contract/problems.ts';
import { type Accepted, createCase } from '../platform/ledger/change.ts';
import { type Command, type Companion, type Step, type Stored, stepOf } from '../platform/ledger/steps.ts';
import { codeFrom, referenceFrom } from '../platform/runtime/ids.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { type IssueRefusal, issueProblem } from './issues.problems.ts';
import type { IssueDecision } from './issues.rules.ts';
import type { Issue, Registered } from './issues.states.ts';
import { issueType, type Person, sealPerson } from './issues.store.ts';
import type { IssueDependencies } from './issues.usecases.ts';

export interface Raising {
  readonly category: Issue['category'];
  readonly what: string;
  readonly place: Issue['place'];
  readonly photos: Issue['photos'];
  readonly reporter: Person;
  readonly source: Issue['source'];
  readonly consent: string;
  /** Where it was raised on a visit: it then stands in the household's timeline. */
  readonly household?: string;
  readonly visit?: string;
  /** The venue it was raised at. */
  readonly venue?: string | undefined;
}

export interface Raised {
  readonly stored: Stored<Issue>;
  readonly code: string;
}

/** What is decided about a new issue before anybody sees it. */
type AtOnce = (issue: Registered) => IssueDecision;

/** @throws Problem when it is refused. */
const onwards = (made: Accepted<Registered>, atOnce: AtOnce | undefined): Accepted<Issue> => {
  const decision = atOnce?.(made.next);
  if (!decision) return made;
  if ('refusal' in decision) throw issueProblem(decision.refusal);
  return { ...made, next: decision.next, events: [...made.events, ...decision.events] };
};

/** The code that belongs to a reference: derived, so it is stored nowhere and a repeat gives the same. */
export const codeOf = async (keyring: Keyring, reference: string): Promise<string> =>
  codeFrom(await keyring.mac('issue-code', reference));

/** @throws Problem unless the place is a village or town that exists. */
const checkPlace = async (deps: IssueDependencies, path: string, now: Instant): Promise<void> => {
  const node = await deps.nodes.at(path, now);
  if (!node?.active || node.kind === 'department') throw issueProblem('issue.place_unknown');
};

const refuse = (refusal: IssueRefusal): Problem => issueProblem(refusal);

interface Preparing {
  readonly id: string;
  readonly command: Command;
  readonly raising: Raising;
  readonly registeredBy: Officer | undefined;
}

/** The first state of a new issue, and its resident's name and phone, sealed. */
const registered = async (
  keyring: Keyring,
  { id, command, raising, registeredBy }: Preparing,
): Promise<Accepted<Registered>> => {
  const { reporter, consent, venue, ...said } = raising;
  const person = await sealPerson(keyring, id, reporter);
  return {
    next: {
      state: 'registered',
      ...said,
      ...(venue === undefined ? {} : { venue }),
      urgency: 'normal',
      raisedAt: command.now,
      registeredBy,
      reporter: { name: maskName(reporter.name), phone: maskPhone(reporter.phone), consent },
      returns: [],
      reopenings: 0,
      duplicates: [],
      clock: undefined,
    },
    events: [{ type: 'registered', data: { source: raising.source, person: person.digest, consent } }],
    companions: [person.companion],
  };
};

/**
 * A new issue to be committed along with what it was raised in. Its place must be one that is known to exist:
 * nothing here looks.
 */
export const prepareIssue = async (
  keyring: Keyring,
  preparing: Preparing,
): Promise<{ readonly step: Step<Issue>; readonly companions: readonly Companion<never>[] }> => {
  const { id, command } = preparing;
  const { next, events, companions = [] } = await registered(keyring, preparing);
  return {
    step: stepOf<Issue>(command, { type: issueType, id, before: undefined, next, events }),
    companions,
  };
};

/**
 * Registers a new issue. Whoever sends the same request again gets the issue that is there already, with the same
 * reference and code.
 */
export const raiseIssue = async (
  deps: IssueDependencies,
  command: Command,
  raising: Raising,
  registeredBy: Officer | undefined,
  companions: readonly Companion<IssueRefusal>[] = [],
  atOnce?: AtOnce,
): Promise<Raised> => {
  const { keyring, ledger } = deps;
  await checkPlace(deps, raising.place.path, command.now);
  const seed = await keyring.mac('issue', `${registeredBy?.id ?? 'resident'} ${command.key}`);
  const stored = await createCase<Issue, IssueRefusal>({
    ledger,
    type: issueType,
    command,
    refuse,
    idFor: (attempt) => referenceFrom(`${seed} ${attempt}`),
    make: async (id) => {
      const made = onwards(await registered(keyring, { id, command, raising, registeredBy }), atOnce);
      return { ...made, companions: [...(made.companions ?? []), ...companions] };
    },
  });
  return { stored, code: await codeOf(keyring, stored.id) };
};
