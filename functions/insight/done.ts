import type { OrganisationNodes } from '../access/organisations.usecases.ts';
import { runningCoverage } from '../campaigns/running-coverage.usecases.ts';
import { issueFigures } from '../issues/issues-figures.usecases.ts';
import { isWithin } from '../platform/contract/roles.ts';
import type { Reading } from '../platform/ledger/counters.ts';
import type { Core } from '../platform/runtime/core.ts';
import { byKey, type Store } from '../platform/runtime/store.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import { coverageAt, figuresOf } from '../programme/figures.usecases.ts';
import { budgetOf, fundOf } from '../renovation/funds.usecases.ts';
import { serviceCounts } from '../services/service-counts.usecases.ts';
import type { Done, OfYear, ReachedOf } from '../targets/reached.ts';
import { targetGroups } from '../targets/targets.words.ts';
import { hoursOfYear } from '../venues/hours-year.usecases.ts';
import { dayLedgerFigures } from '../visits/day-ledgers-figures.usecases.ts';

export interface DoneDependencies extends Pick<Core, 'store'> {
  readonly nodes: Pick<OrganisationNodes, 'tree'>;
}

const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);

const readAll = async <Figures>(store: Store, { keys, read }: Reading<Figures>): Promise<Figures> =>
  read(byKey(keys.length === 0 ? [] : await store.getMany(keys, 'eventual')));

/** Two reads; a query for each town for every category whose villages are aimed at. */
const programme = ({ store, nodes }: DoneDependencies): ReachedOf => ({
  subjects: targetGroups.culture.filter((subject) => subject !== 'venue-hours'),
  reached: async ({ node, year }, aims, now) => {
    const figures = await figuresOf({ store }, { node, year }, now);
    const covered = new Map<string, number>();
    for (const { category } of figures.categories) {
      if (!aims.some(({ subject, unit }) => subject === category && unit === 'villages')) continue;
      covered.set(category, (await coverageAt({ store, nodes }, { node, year, category }, now)).covered);
    }
    return (subject, unit) => {
      if (subject === 'equipment') return { n: figures.equipment.done };
      if (subject === 'new-venue') return { n: figures.newVenues.done };
      if (unit === 'villages') return { n: covered.get(subject) ?? 0 };
      const counted = figures.categories.find(({ category }) => category === subject);
      return unit === 'activities' || unit === 'sessions' || unit === 'people'
        ? { n: counted?.[unit] ?? 0 }
        : undefined;
    };
  },
});

/** Weeks of venues that are over, those that were kept among them; one query. */
const venueHours = ({ store }: DoneDependencies): ReachedOf => ({
  subjects: ['venue-hours'],
  reached: async (of, _, now) => {
    const { meeting, venues } = await hoursOfYear(store, of, now);
    return () => ({ n: meeting, of: venues });
  },
});

/** One read. Centres and members are those there are now: of a year that is over nobody can tell. */
const services = ({ store }: DoneDependencies): ReachedOf => ({
  subjects: ['devices', 'day-centres', 'donations', 'rehabilitation', 'assistance-events'],
  reached: async ({ node, year }, _, today) => {
    const { figures, now } = await readAll(store, serviceCounts(node, year));
    const isNow = localDateOf(today).slice(0, 4) === String(year);
    return (_subject, unit) => {
      switch (unit) {
        case 'pieces':
          return { n: figures.devices };
        case 'centres':
        case 'members':
          return isNow ? { n: now[unit] } : undefined;
        case 'attendances':
        case 'receipts':
        case 'households':
        case 'children':
        case 'helps':
        case 'events':
        case 'served':
          return { n: figures[unit] };
        default:
          return undefined;
      }
    };
  },
});

const townsIn = async (
  nodes: DoneDependencies['nodes'],
  node: string,
  now: Parameters<DoneDependencies['nodes']['tree']>[0],
): Promise<string[]> =>
  (await nodes.tree(now)).nodes
    .filter(({ kind, path }) => kind === 'town' && isWithin(path, node))
    .map(({ path }) => path);

/** Homes that are done and money that is spent of a year's funds; one read. */
const renovation = ({ store, nodes }: DoneDependencies): ReachedOf => ({
  subjects: ['renovation'],
  reached: async ({ node, year }, _, now) => {
    const homes = budgetOf(year, [node]);
    const money = budgetOf(year, await townsIn(nodes, node, now));
    const [done, spent] = await readAll(store, {
      keys: [...homes.keys, ...money.keys],
      read: (found) => [homes.read(found)?.spent, money.read(found)?.spent] as const,
    });
    const fenInYuan = 100;
    return (_subject, unit) => {
      if (unit === 'homes') return done === undefined ? undefined : { n: done };
      return spent === undefined ? undefined : { n: Math.floor(spent / fenInYuan) };
    };
  },
});

/** Of the issues raised in the year; one read. */
const issues = ({ store }: DoneDependencies): ReachedOf => ({
  subjects: ['issues'],
  reached: async ({ node, year }) => {
    const { months } = await readAll(store, issueFigures(node, monthsOf(year)));
    const sum = (field: string): number =>
      Object.values(months).reduce((total, counts) => total + (counts[field] ?? 0), 0);
    return (_subject, unit) => {
      switch (unit) {
        case 'resolved-in-time':
          return { n: sum('resolvedInTime'), of: sum('resolved') };
        case 'answered':
          return { n: sum('answered'), of: sum('resolved') };
        case 'satisfied':
          return { n: sum('satisfied'), of: sum('followedUp') };
        default:
          return undefined;
      }
    };
  },
});

/** Of the campaign that runs; two queries. */
const visits = ({ store }: DoneDependencies): ReachedOf => ({
  subjects: ['visits'],
  reached: async ({ node, year }, _, now) => {
    const isNow = localDateOf(now).slice(0, 4) === String(year);
    const counts = isNow ? await runningCoverage(store, node, now) : undefined;
    return () => counts && { n: counts.visited, of: counts.assigned - counts.excluded };
  },
});

/** Of the days of the year that are over; one read. */
const dayLedgers = ({ store }: DoneDependencies): ReachedOf => ({
  subjects: ['day-ledgers'],
  reached: async ({ node, year }) => {
    const { inTime, owed } = await readAll(store, dayLedgerFigures(node, monthsOf(year)));
    return () => ({ n: inTime, of: owed });
  },
});

/** The money of a place's towns for a year's homes; the organisations, and one read. */
const budgets =
  ({ store, nodes }: DoneDependencies): Done['budgets'] =>
  async ({ node, year }: OfYear, now) => {
    const funds = (await townsIn(nodes, node, now)).map((town) => ({
      ...{ node: town, fund: fundOf(year, town) },
      reading: budgetOf(year, [town]),
    }));
    const found = byKey(
      funds.length === 0
        ? []
        : await store.getMany(
            funds.flatMap(({ reading }) => reading.keys),
            'eventual',
          ),
    );
    return funds.flatMap(({ reading, ...fund }) => {
      const budget = reading.read(found);
      return budget ? [{ ...fund, year, ...budget }] : [];
    });
  };

/** What every noun says was done, for whoever holds it against a plan. */
export const doneOf = (deps: DoneDependencies): Done => ({
  reached: [programme, venueHours, services, renovation, issues, visits, dayLedgers].map((part) =>
    part(deps),
  ),
  budgets: budgets(deps),
});
