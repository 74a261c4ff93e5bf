import { officerOf } from '../platform/contract/officer.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { readVenue } from '../venues/venues.usecases.ts';
import { issueProblem } from './issues.problems.ts';
import { transfer } from './issues.rules.ts';
import { issuePage, venueIssues } from './issues.store.ts';
import type { IssueDependencies } from './issues.usecases.ts';
import { type Raised, type Raising, raiseIssue } from './issues-raising.usecases.ts';
import { ownerOf } from './owners.usecases.ts';

/**
 * Raises an issue, at a venue or not. One at a venue lies with the owner of its category at once, if there is one:
 * the bureau does not send its own problems through a town, and its clock runs from now.
 * @throws Problem `issue.venue_unknown` unless the venue stands at the issue's place.
 */
export const raiseByStaff = async (
  deps: IssueDependencies,
  command: StaffCommand,
  raising: Raising,
): Promise<Raised> => {
  const { caller, now } = command;
  admitNode(raising.place.path, caller);
  const by = officerOf(caller);
  if (raising.venue === undefined) return raiseIssue(deps, commandOf(command), raising, by);
  const [venue, owner] = await Promise.all([readVenue(deps, raising.venue), ownerOf(deps, raising.category)]);
  if (venue?.state.node !== raising.place.path) throw issueProblem('issue.venue_unknown');
  const stands = owner && (await deps.nodes.at(owner.department, now))?.active;
  if (!stands) return raiseIssue(deps, commandOf(command), raising, by);
  const calendar = await deps.calendars.current(now);
  const act = { by, now, calendar };
  return raiseIssue(deps, commandOf(command), raising, by, [], (issue) =>
    transfer(issue, act, owner.department, 'normal'),
  );
};

/** Issues of a venue, the newest first. @throws Problem `issue.venue_unknown`, `access.scope`. */
export const issuesOfVenue = async (
  deps: IssueDependencies,
  id: string,
  caller: StaffCommand['caller'],
  cursor: ItemKey | undefined,
): Promise<Awaited<ReturnType<typeof issuePage>>> => {
  const venue = await readVenue(deps, id);
  if (!venue) throw issueProblem('issue.venue_unknown');
  admitNode(venue.state.node, caller);
  return issuePage(deps.store, venueIssues(id), 'newest first', cursor);
};
