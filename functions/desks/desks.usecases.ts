import type { NodeView } from '../access/access.views.ts';
import type { OrganisationNodes } from '../access/organisations.usecases.ts';
import { weekOf } from '../calendar/iso-weeks.rules.ts';
import { runningAt } from '../campaigns/campaigns-started.usecases.ts';
import { coverageOfParts } from '../campaigns/coverage.usecases.ts';
import type { CheckName } from '../findings/findings.words.ts';
import { findingFiguresOf } from '../findings/findings-figures.usecases.ts';
import { issueFigures } from '../issues/issues-figures.usecases.ts';
import { parentOf } from '../platform/contract/node-path.ts';
import { isWithin } from '../platform/contract/roles.ts';
import type { Reading } from '../platform/ledger/counters.ts';
import type { Core } from '../platform/runtime/core.ts';
import { byKey } from '../platform/runtime/store.ts';
import { addDays, type Instant, localDateOf } from '../platform/runtime/time.ts';
import { budgetOf } from '../renovation/funds.usecases.ts';
import { hoursFigures } from '../venues/hours.usecases.ts';
import { monthsThrough } from './desks.rules.ts';
import type { DeskFigures } from './desks.views.ts';
import { type DeskPart, deskLimits } from './desks.words.ts';

export interface DeskDependencies extends Pick<Core, 'store'> {
  readonly nodes: Pick<OrganisationNodes, 'tree'>;
}

export interface DeskAsked {
  readonly node: string;
  readonly parts: readonly DeskPart[];
  /** The checks whose findings are counted. */
  readonly checks: readonly CheckName[];
}

/** The parts of a campaign that make up a node: itself, or what the campaign's scope falls into. */
const partsOf = (
  { scope }: { readonly scope: string },
  node: string,
  nodes: readonly NodeView[],
): string[] =>
  isWithin(node, scope) && node !== scope
    ? [node]
    : nodes
        .filter(({ path, kind }) => kind !== 'department' && parentOf(path) === scope)
        .map(({ path }) => path);

const together = <Figures>(parts: readonly Reading<Figures>[]): Reading<Figures[]> => ({
  keys: parts.flatMap(({ keys }) => keys),
  read: (found) => parts.map(({ read }) => read(found)),
});

/**
 * What a place has to answer for, in figures. Two queries that most calls find remembered or small — the organisations,
 * the campaigns — and one read of some forty counters, however much there is; eventually consistent.
 */
export const readDesk = async (
  { store, nodes }: DeskDependencies,
  { node, parts, checks }: DeskAsked,
  now: Instant,
): Promise<DeskFigures> => {
  const today = localDateOf(now);
  const month = today.slice(0, 7);
  const year = Number(today.slice(0, 4));
  const [tree, started] = await Promise.all([
    nodes.tree(now),
    parts.includes('coverage') ? runningAt(store, node) : [],
  ]);
  const here = tree.nodes.find(({ path }) => path === node);
  const running = started.slice(0, deskLimits.campaigns);
  const towns = tree.nodes.filter(({ kind, path }) => kind === 'town' && isWithin(path, node));
  const week = weekOf(addDays(today, -7));
  const issues = issueFigures(node, monthsThrough(month, deskLimits.months));
  const findings = findingFiguresOf(node, { checks, month, asOf: now });
  const coverage = together(
    running.map((row) => coverageOfParts(row.campaign, partsOf(row, node, tree.nodes))),
  );
  const hours = hoursFigures(node, week);
  const homes = budgetOf(year, here?.kind === 'district' ? [node] : []);
  const money = budgetOf(
    year,
    towns.map(({ path }) => path),
  );
  const wanted: Readonly<Record<DeskPart, readonly Reading<unknown>[]>> = {
    ...{ issues: [issues], findings: [findings], coverage: [coverage], hours: [hours] },
    budget: [homes, money],
  };
  const keys = parts.flatMap((part) => wanted[part].flatMap((reading) => reading.keys));
  const found = byKey(await store.getMany(keys, 'eventual'));
  const has = (part: DeskPart): boolean => parts.includes(part);
  const named = coverage.read(found);
  return {
    node,
    ...(has('issues') ? { issues: issues.read(found) } : {}),
    ...(has('findings') ? { findings: findings.read(found) } : {}),
    ...(has('coverage')
      ? {
          coverage: running.flatMap(({ campaign, name, from, to }, index) => {
            const counts = named[index];
            return counts ? [{ ...{ campaign, name, from, to }, counts }] : [];
          }),
        }
      : {}),
    ...(has('hours') ? { hours: { week, ...hours.read(found) } } : {}),
    ...(has('budget') ? { budget: { year, homes: homes.read(found), money: money.read(found) } } : {}),
    asOf: now,
  };
};
