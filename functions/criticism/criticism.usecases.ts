import { nodeStands } from '../access/organisations.store.ts';
import type { Calendars } from '../calendar/calendar.usecases.ts';
import { findingType } from '../findings/findings.store.ts';
import { officerOf } from '../platform/contract/officer.ts';
import { type Problem, platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { type Accepted, changeCase, createCase, type Decision } from '../platform/ledger/change.ts';
import { type Beside, parseStored, readCases } from '../platform/ledger/ledger.ts';
import { admitNode, commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import { type CaseType, type Fields, type Stored, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { referenceFrom } from '../platform/runtime/ids.ts';
import type { ItemKey } from '../platform/runtime/store.ts';
import { type Instant, localDateOf } from '../platform/runtime/time.ts';
import { allowedCriticismActions, mayRead, mayReply } from './criticism.actions.ts';
import { type CriticismRefusal, criticismProblem } from './criticism.problems.ts';
import * as rules from './criticism.rules.ts';
import type { Criticism, NoticeNumbers } from './criticism.states.ts';
import { criticismType, numbersKey, numbersType } from './criticism.store.ts';
import type { CriticismView } from './criticism.views.ts';
import { drawFigures } from './figures.usecases.ts';

export interface CriticismDependencies extends Pick<Core, 'store' | 'ledger'> {
  readonly calendars: Pick<Calendars, 'current'>;
}

type Refusal = CriticismRefusal | 'access.node_unknown';

export const refuse = (refusal: Refusal): Problem =>
  criticismProblem(refusal === 'access.node_unknown' ? 'criticism.node_unknown' : refusal);

export const missing = (): Problem => criticismProblem('criticism.not_found');

export const actOf = ({ caller, now }: Pick<StaffCommand, 'caller' | 'now'>): rules.Act => ({
  by: officerOf(caller),
  now,
});

/** What a rule decided about something new; a refusal is said at once. @throws Problem what the rule refuses. */
export const accepted = <S>(decided: Decision<S, CriticismRefusal>): Accepted<S, Refusal> => {
  if ('refusal' in decided) throw refuse(decided.refusal);
  return decided;
};

/** Under the one id its key stands for, in an organisation that stands. */
export const createFor = <S extends Fields>(
  { ledger }: Pick<Core, 'ledger'>,
  request: StaffCommand,
  node: string,
  { type, make }: { readonly type: CaseType<S>; readonly make: () => Promise<Accepted<S, Refusal>> },
): Promise<Stored<S>> =>
  createCase<S, Refusal>({
    ...{ ledger, type, refuse, command: commandOf(request) },
    idFor: (attempt) => referenceFrom(`${type.kind} ${request.caller.staffId} ${request.key} ${attempt}`),
    make: async () => ({ ...(await make()), companions: [nodeStands(node)] }),
  });

/** As it is at this moment, with what has become of the cases behind it since. Two reads. */
export const criticismView = async (
  { store }: Pick<Core, 'store'>,
  { id, version, state: notice }: Stored<Criticism>,
  caller: Principal,
  now: Instant,
): Promise<CriticismView> => {
  const ids = notice.figures.cases.map(({ finding }) => finding);
  const found = await readCases(store, findingType, ids);
  return {
    ...{ criticism: id, version, notice },
    later: found.map(({ id: finding, state: { state, ...rest } }) => ({
      ...{ finding, state },
      ...('clearedAt' in rest ? { clearedAt: rest.clearedAt } : {}),
    })),
    actions: allowedCriticismActions(notice, caller),
    asOf: now,
  };
};

/** @throws Problem when there is none, or the caller may not see it yet. */
export const readCriticism = async (
  { ledger }: Pick<Core, 'ledger'>,
  id: string,
  caller: Principal,
): Promise<Stored<Criticism>> => {
  const stored = await ledger.read(criticismType, id);
  if (!stored) throw missing();
  if (!mayRead(stored.state, caller)) throw platformProblem('access.scope');
  return stored;
};

/** @throws Problem also `criticism.period`, `criticism.nothing`, `criticism.too_many`. */
export const draftCriticism = (
  deps: CriticismDependencies,
  request: StaffCommand,
  asked: rules.Drafting,
): Promise<Stored<Criticism>> => {
  const { caller, now } = request;
  admitNode(asked.node, caller);
  return createFor<Criticism>(deps, request, asked.node, {
    type: criticismType,
    make: async () => {
      const [figures, calendar] = await Promise.all([
        drawFigures(deps, asked, now),
        deps.calendars.current(now),
      ]);
      return accepted(rules.draft(asked, figures, calendar, actOf(request)));
    },
  });
};

interface OfCriticism extends StaffCommand {
  readonly params: { readonly criticism: string };
}

interface Change {
  readonly beside?: readonly ItemKey[];
  readonly admit: (criticism: Criticism) => void;
  readonly decide: (
    criticism: Criticism,
    beside: Beside,
  ) => Accepted<Criticism, CriticismRefusal> | { readonly refusal: CriticismRefusal };
}

const change = (
  { ledger }: CriticismDependencies,
  request: OfCriticism,
  { beside = [], admit, decide }: Change,
): Promise<Stored<Criticism>> =>
  changeCase<Criticism, CriticismRefusal>({
    ...{ ledger, type: criticismType, id: request.params.criticism, refuse, missing, beside },
    command: commandOf(request),
    ifMatch: request.ifMatch,
    admit: ({ state }) => admit(state),
    view: ({ id, version, state }) => ({ criticism: id, version, notice: state }),
    decide: ({ state }, found) => decide(state, found),
  });

export const replyToCriticism = (
  deps: CriticismDependencies,
  request: OfCriticism,
  { text }: { readonly text: string },
): Promise<Stored<Criticism>> =>
  change(deps, request, {
    admit: (criticism) => {
      if (!mayReply(criticism, request.caller)) throw platformProblem('access.scope');
    },
    decide: (criticism) => rules.reply(criticism, text, actOf(request)),
  });

/**
 * The year's last number and the notice that takes the next change in one transaction: two at once get one each, and
 * one that is not published takes none.
 */
export const publishCriticism = (
  deps: CriticismDependencies,
  request: OfCriticism,
): Promise<Stored<Criticism>> => {
  const { caller, now } = request;
  const year = Number(localDateOf(now).slice(0, 4));
  return change(deps, request, {
    beside: [numbersKey(year)],
    admit: ({ node }) => admitNode(node, caller),
    decide: (criticism, beside) => {
      const item = beside(numbersKey(year));
      const before = item && parseStored(numbersType, item);
      const numbers = before?.state ?? { year, last: 0, firstAt: now };
      const decided = rules.publish(criticism, numbers, actOf(request));
      if ('refusal' in decided) return decided;
      const number = numbers.last + 1;
      const taken = stepOf<NoticeNumbers>(commandOf(request), {
        ...{ type: numbersType, id: String(year), before, next: { ...numbers, last: number } },
        events: [{ type: 'given-out', data: { number, criticism: request.params.criticism } }],
      });
      return { ...decided, alongside: [taken] };
    },
  });
};

export const withdrawCriticism = (
  deps: CriticismDependencies,
  request: OfCriticism,
  { reason }: { readonly reason: string },
): Promise<Stored<Criticism>> =>
  change(deps, request, {
    admit: ({ node }) => admitNode(node, request.caller),
    decide: (criticism) => rules.withdraw(criticism, reason, actOf(request)),
  });
