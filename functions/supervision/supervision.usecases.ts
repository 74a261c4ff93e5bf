import type { IssueDependencies } from '../issues/issues.usecases.ts';
import { saySupervised } from '../issues/issues-supervision.usecases.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { type Accepted, changeCase, type Decision } from '../platform/ledger/change.ts';
import { commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { mayLookAt, mayReadItem } from './supervision.actions.ts';
import { type SupervisionRefusal, supervisionProblem } from './supervision.problems.ts';
import * as rules from './supervision.rules.ts';
import type { SupervisionList } from './supervision.states.ts';
import { supervisionType } from './supervision.store.ts';
import type { SupervisionView } from './supervision.views.ts';

/** What the caller sees of a day's list: the issues of their area. */
export const supervisionView = (
  { version, state: list }: Stored<SupervisionList>,
  caller: Principal,
): SupervisionView => {
  const { date, state, node, drawnAt, dueAt, provisional, found, seed, population, missed, items } = list;
  return {
    ...{ date, version, state, node, drawnAt, dueAt, provisional, found, seed, population, missed },
    items: items
      .filter((item) => mayReadItem(item, caller))
      .map((item) => ({
        ...item,
        may: mayLookAt(item, caller),
        mine: item.taken?.by.id === caller.staffId,
      })),
  };
};

const missing = () => supervisionProblem('supervision.not_found');

/** @throws Problem when none was drawn that day. */
export const readSupervision = async (
  { ledger }: Pick<Core, 'ledger'>,
  date: LocalDate,
): Promise<Stored<SupervisionList>> => {
  const stored = await ledger.read(supervisionType, date);
  if (!stored) throw missing();
  return stored;
};

interface OfItem extends StaffCommand {
  readonly params: { readonly date: LocalDate; readonly issue: string };
}

type Decided =
  | Accepted<SupervisionList, SupervisionRefusal>
  | Extract<Decision<SupervisionList, SupervisionRefusal>, { refusal: SupervisionRefusal }>
  | undefined;

/** Two may work on two issues of one list at once: what counts is the item, not the version of the list. */
const change = (
  { ledger }: Pick<Core, 'ledger'>,
  request: OfItem,
  decide: (list: SupervisionList) => Decided | Promise<Decided>,
): Promise<Stored<SupervisionList>> => {
  const { caller, params } = request;
  return changeCase<SupervisionList, SupervisionRefusal>({
    ...{ ledger, type: supervisionType, id: params.date, ifMatch: undefined, missing },
    command: commandOf(request),
    refuse: (refusal) => supervisionProblem(refusal),
    admit: ({ state }) => {
      const item = state.items.find(({ issue }) => issue === params.issue);
      if (item && !mayReadItem(item, caller)) throw platformProblem('access.scope');
    },
    view: (stored) => supervisionView(stored, caller),
    decide: ({ state }) => decide(state),
  });
};

const actOf = ({ caller, now }: StaffCommand): rules.Act => ({ by: officerOf(caller), now });

export const takeItem = (
  deps: Pick<Core, 'ledger'>,
  request: OfItem,
  { from: before }: { readonly from?: string | undefined },
): Promise<Stored<SupervisionList>> =>
  change(deps, request, (list) =>
    rules.take(list, { issue: request.params.issue, from: before }, actOf(request)),
  );

/** The issue first, then the list: broken off in between, the same said again finds the issue told and goes on. */
export const enterItem = (
  deps: IssueDependencies,
  request: OfItem,
  said: rules.Said,
): Promise<Stored<SupervisionList>> =>
  change(deps, request, async (list) => {
    const decided = rules.enter(list, request.params.issue, said, actOf(request));
    if ('refusal' in decided || said.verdict === 'resolved') return decided;
    const { date, issue: reference } = request.params;
    // Under a key of the list and the issue: whoever tries again, the issue is told once.
    const telling = { ...request, key: `supervision ${date} ${reference}`, digest: '' };
    await saySupervised(deps, telling, { reference, text: said.text });
    return decided;
  });
