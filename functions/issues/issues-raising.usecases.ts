import type { Problem } from '../platform/contract/problems.ts';
import { createCase } from '../platform/ledger/change.ts';
import type { Command, Companion, Stored } from '../platform/ledger/steps.ts';
import { codeFrom, referenceFrom } from '../platform/runtime/ids.ts';
import type { Keyring } from '../platform/runtime/keyring.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { maskName, maskPhone } from './issues.presentation.ts';
import { type IssueRefusal, issueProblem } from './issues.problems.ts';
import type { Issue, Officer, Registered } from './issues.states.ts';
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
}

/** The code that belongs to a reference: derived, so it is stored nowhere and a repeat gives the same. */
export const codeOf = async (keyring: Keyring, reference: string): Promise<string> =>
  codeFrom(await keyring.mac('issue-code', reference));

/** @throws Problem unless the place is a village or town that exists. */
const checkPlace = async (deps: IssueDependencies, path: string, now: Instant): Promise<void> => {
  const node = await deps.nodes.at(path, now);
  if (!node?.active || node.kind === 'department') throw issueProblem('issue.place_unknown');
};

const refuse = (refusal: IssueRefusal): Problem => issueProblem(refusal);

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
): Promise<{ readonly stored: Stored<Issue>; readonly code: string }> => {
  const { keyring, ledger } = deps;
  await checkPlace(deps, raising.place.path, command.now);
  const seed = await keyring.mac('issue', `${registeredBy?.id ?? 'resident'} ${command.key}`);
  const { reporter, consent, ...said } = raising;
  const state: Registered = {
    state: 'registered',
    ...said,
    urgency: 'normal',
    raisedAt: command.now,
    registeredBy,
    reporter: { name: maskName(reporter.name), phone: maskPhone(reporter.phone), consent },
    returns: [],
    reopenings: 0,
    duplicates: [],
    clock: undefined,
  };
  const stored = await createCase<Issue, IssueRefusal>({
    ledger,
    type: issueType,
    command,
    refuse,
    idFor: (attempt) => referenceFrom(`${seed} ${attempt}`),
    make: async (id) => {
      const person = await sealPerson(keyring, id, reporter);
      return {
        next: state,
        events: [{ type: 'registered', data: { source: raising.source, person: person.digest, consent } }],
        companions: [person.companion, ...companions],
      };
    },
  });
  return { stored, code: await codeOf(keyring, stored.id) };
};
