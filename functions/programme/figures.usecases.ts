import type { Tree } from '../access/access.views.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { readUpgradeCounts } from '../venues/upgrades.usecases.ts';
import { coverageOf } from './figures.rules.ts';
import { assistedPeople, readAssistedPeople, readCovered, readProgrammeCounts } from './figures.store.ts';
import type { Coverage, ProgrammeFigures } from './figures.views.ts';
import { programmeField, type programmeMeasures } from './programme.lists.ts';
import { type Category, categories } from './programme.words.ts';

export { assistedPeople, readAssistedPeople };

export interface FiguresDependencies extends Core {
  readonly nodes: { readonly tree: (now: Instant) => Promise<Tree> };
}

export interface OfYear {
  readonly node: string;
  readonly year: number;
}

/** What took place at a place and below it; two reads, eventually consistent. */
export const figuresOf = async (
  { store }: Pick<Core, 'store'>,
  { node, year }: OfYear,
  now: Instant,
): Promise<ProgrammeFigures> => {
  const [counts, upgrades] = await Promise.all([
    readProgrammeCounts(store, node, year),
    readUpgradeCounts(store, node, year),
  ]);
  const count = (category: Category, measure: (typeof programmeMeasures)[number]): number =>
    counts[programmeField(category, measure)] ?? 0;
  return {
    year,
    categories: categories.map((category) => ({
      category,
      activities: count(category, 'activities'),
      sessions: count(category, 'sessions'),
      people: count(category, 'people'),
    })),
    ...upgrades,
    asOf: now,
  };
};

/** Two reads, eventually consistent. @throws Problem `access.scope`. */
export const readFigures = async (
  deps: Pick<Core, 'store'>,
  asked: OfYear,
  caller: Principal,
  now: Instant,
): Promise<ProgrammeFigures> => {
  admitNode(asked.node, caller);
  return figuresOf(deps, asked, now);
};

/** The villages something of a category took place in; a query for each town, eventually consistent. */
export const coverageAt = async (
  { store, nodes }: Pick<FiguresDependencies, 'store' | 'nodes'>,
  { node, year, category }: OfYear & { readonly category: Category },
  now: Instant,
): Promise<Coverage> => {
  const tree = await nodes.tree(now);
  const standing = tree.nodes.filter(({ active }) => active);
  const villages = standing.filter(({ kind, path }) => kind === 'village' && isWithin(path, node));
  const towns = await Promise.all(
    standing
      .filter(({ kind, path }) => kind === 'town' && (isWithin(path, node) || isWithin(node, path)))
      .map(async (town) =>
        coverageOf(
          town,
          villages.filter(({ path }) => isWithin(path, town.path)),
          await readCovered(store, category, town.path, year),
        ),
      ),
  );
  const sum = (of: (town: Coverage['towns'][number]) => number): number =>
    towns.reduce((total, town) => total + of(town), 0);
  return {
    ...{ year, category, towns },
    covered: sum(({ covered }) => covered),
    of: sum(({ of }) => of),
    asOf: now,
  };
};

/** A query for each town, eventually consistent. @throws Problem `access.scope`. */
export const readCoverage = async (
  deps: Pick<FiguresDependencies, 'store' | 'nodes'>,
  asked: OfYear & { readonly category: Category },
  caller: Principal,
  now: Instant,
): Promise<Coverage> => {
  admitNode(asked.node, caller);
  return coverageAt(deps, asked, now);
};
