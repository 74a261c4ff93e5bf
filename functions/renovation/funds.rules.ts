import { parentOf } from '../platform/contract/node-path.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { Fund } from './funds.states.ts';
import type { FundFields } from './renovation.fields.ts';
import type { RenovationRefusal } from './renovation.problems.ts';

type FundDecision = Decision<Fund, RenovationRefusal>;

const depthOf = (node: string): number => node.split('/').length;

/** A district has homes and prices, a town of it money: nothing else has a fund. */
const isFor = ({ kind }: FundFields, node: string): boolean =>
  kind === 'district' ? depthOf(node) === 1 : depthOf(node) === 2 && parentOf(node) !== undefined;

const fault = (
  fields: FundFields,
): { readonly refusal: RenovationRefusal; readonly detail?: string } | undefined => {
  if (fields.kind === 'town') return undefined;
  const items = fields.prices.map(({ item }) => item);
  const twice = items.find((item, index) => items.indexOf(item) !== index);
  return twice ? { refusal: 'renovation.item_twice', detail: twice } : undefined;
};

/** What it holds of: fen of a town, homes of a district. */
export const totalOf = (fund: FundFields): number => (fund.kind === 'town' ? fund.amount : fund.homes);

export const setFund = (
  year: number,
  node: string,
  fields: FundFields,
  now: Instant,
):
  | Exclude<FundDecision, { readonly refusal: RenovationRefusal }>
  | { readonly refusal: RenovationRefusal } => {
  if (!isFor(fields, node)) return { refusal: 'renovation.fund_wrong_kind' };
  const wrong = fault(fields);
  if (wrong) return wrong;
  return {
    next: { ...fields, year, node, createdAt: now },
    events: [{ type: 'set', data: { kind: fields.kind, total: totalOf(fields) } }],
  };
};

export const changeFund = (fund: Fund, fields: FundFields, reason: string): FundDecision => {
  if (fields.kind !== fund.kind) return { refusal: 'renovation.fund_wrong_kind' };
  const wrong = fault(fields);
  if (wrong) return wrong;
  const { year, node, createdAt } = fund;
  return {
    next: { ...fields, year, node, createdAt },
    events: [{ type: 'changed', data: { reason, from: totalOf(fund), to: totalOf(fields) } }],
  };
};
