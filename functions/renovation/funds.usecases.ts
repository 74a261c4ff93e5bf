import { platformProblem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { changeCase, createCase } from '../platform/ledger/change.ts';
import type { Reading } from '../platform/ledger/counters.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import { commandOf, type StaffCommand } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import { byKey, type Item, type ItemKey } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import { changeFund, setFund, totalOf } from './funds.rules.ts';
import type { Fund } from './funds.states.ts';
import {
  changeLeft,
  fundKey,
  fundsOfYear,
  fundType,
  leftKey,
  parseLeft,
  parseWaiting,
  startLeft,
  waitingKey,
} from './funds.store.ts';
import { isDistrict } from './renovation.actions.ts';
import type { FundFields } from './renovation.fields.ts';
import { type RenovationRefusal, renovationProblem } from './renovation.problems.ts';
import { type RenovationDependencies, refused } from './renovation.usecases.ts';
import type { FundView } from './renovation.views.ts';
import { usualCeiling } from './renovation.words.ts';
import { fundIdOf } from './renovation-reserving.rules.ts';

/** @throws Problem unless the caller answers for the whole district: it decides on every fund of it. */
const admitKeeper = (node: string, caller: Principal): void => {
  if (!isWithin(node, caller.scope)) throw platformProblem('access.scope');
  if (!isDistrict(caller)) throw renovationProblem('renovation.district_decides');
};

const viewOf = (
  { id, version, state }: Stored<Fund>,
  found: (key: ItemKey) => Item | undefined,
): FundView => {
  const { left = 0, reserved = 0, spent = 0 } = parseLeft(found(leftKey(id))) ?? {};
  const { year, node } = state;
  const known = { fund: id, version, year, node, left, reserved };
  return state.kind === 'district'
    ? { kind: 'district', ...known, homes: state.homes, done: spent, prices: state.prices }
    : {
        ...{ kind: 'town', ...known, amount: state.amount, ceiling: state.ceiling, spent },
        waiting: parseWaiting(found(waitingKey(node))),
      };
};

const keysBeside = (id: string, node: string): ItemKey[] => [leftKey(id), waitingKey(node)];

/** A fund with what is left of it, as its commit left it or later. */
const withLeft = async ({ store }: Pick<Core, 'store'>, stored: Stored<Fund>): Promise<FundView> =>
  viewOf(stored, byKey(await store.getMany(keysBeside(stored.id, stored.state.node))));

/** The funds of a year a caller has to do with: those of their area and those above it. One list, one read. */
export const readFunds = async (
  { store }: Pick<Core, 'store'>,
  year: number,
  caller: Pick<Principal, 'scope'>,
): Promise<FundView[]> => {
  const rows = (await fundsOfYear(store, year)).filter(
    ({ node }) => isWithin(node, caller.scope) || isWithin(caller.scope, node),
  );
  const found = byKey(
    await store.getMany(rows.flatMap(({ fund, node }) => [fundKey(fund), ...keysBeside(fund, node)])),
  );
  return rows.flatMap(({ fund }) => {
    const item = found(fundKey(fund));
    return item ? [viewOf(parseStored(fundType, item), found)] : [];
  });
};

export const setFundOf = async (
  deps: RenovationDependencies,
  request: StaffCommand,
  { year, node, fund }: { readonly year: number; readonly node: string; readonly fund: FundFields },
): Promise<FundView> => {
  const { caller, now } = request;
  admitKeeper(node, caller);
  const place = await deps.nodes.at(node, now);
  const decided = setFund(year, node, fund, now);
  if ('refusal' in decided) throw refused(decided.refusal);
  if (place?.kind !== fund.kind) throw renovationProblem('renovation.fund_wrong_kind');
  const id = fundIdOf(year, node);
  const stored = await createCase<Fund, RenovationRefusal>({
    ledger: deps.ledger,
    type: fundType,
    command: commandOf(request),
    refuse: refused,
    idFor: () => id,
    occupied: () => renovationProblem('renovation.fund_exists'),
    make: async () => ({ ...decided, companions: [startLeft(id, totalOf(fund))] }),
  });
  return withLeft(deps, stored);
};

export const changeFundOf = async (
  deps: RenovationDependencies,
  request: StaffCommand & { readonly params: { readonly fund: string } },
  { fund, reason }: { readonly fund: FundFields; readonly reason: string },
): Promise<FundView> => {
  const stored = await changeCase<Fund, RenovationRefusal>({
    ledger: deps.ledger,
    type: fundType,
    id: request.params.fund,
    command: commandOf(request),
    ifMatch: request.ifMatch,
    missing: () => renovationProblem('renovation.fund_not_found'),
    refuse: refused,
    admit: ({ state }) => admitKeeper(state.node, request.caller),
    view: ({ state }) => state,
    decide: ({ id, state }) => {
      const decided = changeFund(state, fund, reason);
      if ('refusal' in decided) return decided;
      return { ...decided, companions: [changeLeft(id, totalOf(decided.next) - totalOf(state))] };
    },
  });
  return withLeft(deps, stored);
};

/** The year's list as anybody may see it; empty while there is none. */
export const publicPrices = async (
  { store }: Pick<Core, 'store'>,
  now: Instant,
): Promise<{
  readonly year: number;
  readonly prices: Extract<Fund, { kind: 'district' }>['prices'];
  readonly ceiling: number;
}> => {
  const year = Number(localDateOf(now).slice(0, 4));
  const rows = await fundsOfYear(store, year);
  const items = await store.getMany(rows.map(({ fund }) => fundKey(fund)));
  const funds = items.map((item) => parseStored(fundType, item).state);
  const ceilings = funds.flatMap((fund) => (fund.kind === 'town' ? [fund.ceiling] : []));
  return {
    year,
    prices: funds.flatMap((fund) => (fund.kind === 'district' ? fund.prices : [])),
    // Where towns differ, what every one of them has.
    ceiling: ceilings.length > 0 ? Math.min(...ceilings) : usualCeiling,
  };
};

export interface Budget {
  /** All there is, of it promised and spent, and what is left: fen of a town, homes of a district. */
  readonly total: number;
  readonly reserved: number;
  readonly spent: number;
  readonly left: number;
}

/** The fund of a place for a year. */
export const fundOf = (year: number, node: string): string => fundIdOf(year, node);

/** What is left of the funds of a year at these places, all together; undefined where none has one. */
export const budgetOf = (year: number, nodes: readonly string[]): Reading<Budget | undefined> => {
  const keys = nodes.map((node) => leftKey(fundIdOf(year, node)));
  return {
    keys,
    read: (found) =>
      keys
        .flatMap((key) => parseLeft(found(key)) ?? [])
        .reduce<Budget | undefined>(
          (sum, { left, reserved, spent }) => ({
            total: (sum?.total ?? 0) + left + reserved + spent,
            reserved: (sum?.reserved ?? 0) + reserved,
            spent: (sum?.spent ?? 0) + spent,
            left: (sum?.left ?? 0) + left,
          }),
          undefined,
        ),
  };
};
