import { fieldMessages } from '../platform/contract/fields.ts';
import { platformProblem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import { addDays, addMinutes, type Instant, type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import type { SampledVisit } from './checks.states.ts';
import { inspectionProblem } from './inspections.problems.ts';
import type { VillageVisits } from './inspections.rules.ts';
import type { Inspection } from './inspections.states.ts';
import { limits } from './inspections.words.ts';
import { allocate, drawSample, populationDigest } from './sample.rules.ts';

/** A visit as its village's list of the day shows it. */
export interface ListedVisit extends SampledVisit {
  readonly recordedAt: Instant;
}

interface Node {
  readonly path: string;
  readonly kind: 'district' | 'town' | 'village' | 'department';
}

export interface PopulationDependencies {
  readonly nodes: { readonly tree: (now: Instant) => Promise<{ readonly nodes: readonly Node[] }> };
  /** The visits of one village's day; seconds old. */
  readonly visitsOfDay: (village: string, day: LocalDate) => Promise<readonly ListedVisit[]>;
}

export interface Area {
  readonly node: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const daysOf = ({ from, to }: Area): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** The villages of the area, by path. Closed ones too: their visits were made. */
const villagesOf = async (deps: PopulationDependencies, node: string, now: Instant): Promise<string[]> => {
  const { nodes } = await deps.nodes.tree(now);
  return nodes
    .filter(({ kind, path }) => kind === 'village' && isWithin(path, node))
    .map(({ path }) => path)
    .sort();
};

/** Only what was recorded up to an instant: what comes in later cannot have been drawn. */
const populationOf = async (
  deps: PopulationDependencies,
  area: Area,
  until: Instant,
  now: Instant,
): Promise<VillageVisits[]> => {
  const villages = await villagesOf(deps, area.node, now);
  if (villages.length === 0) throw inspectionProblem('inspection.node_unknown');
  const days = daysOf(area);
  if (villages.length * days.length > limits.lists) throw inspectionProblem('inspection.too_wide');
  return Promise.all(
    villages.map(async (village) => {
      const visits = await Promise.all(days.map((day) => deps.visitsOfDay(village, day)));
      return { village, visits: visits.flat().filter(({ recordedAt }) => recordedAt <= until) };
    }),
  );
};

/**
 * The visits an inspector may draw from now.
 * @throws Problem `access.scope`, `inspection.node_unknown`, `inspection.too_wide`; or by field for a day to come.
 */
export const populationNow = async (
  deps: PopulationDependencies,
  area: Area,
  caller: Principal,
  now: Instant,
): Promise<{ readonly villages: VillageVisits[]; readonly until: Instant }> => {
  admitNode(area.node, caller);
  if (area.to > localDateOf(now)) {
    const error = { path: 'to', code: 'field.range', n: '', message: fieldMessages['field.range'] };
    throw platformProblem('request.invalid', { errors: [error] });
  }
  const until = addMinutes(now, -limits.settlingMinutes);
  return { villages: await populationOf(deps, area, until, now), until };
};

interface Preview {
  readonly strata: { village: string; population: number; drawn: number }[];
  readonly population: number;
  readonly drawn: number;
}

/** How a sample of a size would be spread over the villages. */
export const previewOf = (villages: readonly VillageVisits[], size: number): Preview => {
  const populations = villages.map(({ village, visits }) => ({ village, population: visits.length }));
  const strata = allocate(populations, size).map(({ village, population, places }) => ({
    village,
    population,
    drawn: places,
  }));
  return {
    strata,
    population: strata.reduce((sum, { population }) => sum + population, 0),
    drawn: strata.reduce((sum, { drawn }) => sum + drawn, 0),
  };
};

interface Verified {
  readonly samePopulation: boolean;
  readonly sameSample: boolean;
  readonly strata: { village: string; population: number; visits: string[]; same: boolean }[];
}

/** Draws again, from the same seed and the visits of then as they stand now. */
export const drawAgain = async (
  deps: PopulationDependencies,
  inspection: Inspection,
  now: Instant,
): Promise<Verified> => {
  const villages = await populationOf(deps, inspection, inspection.populationUntil, now);
  const populations = villages.map(({ village, visits }) => ({
    village,
    visits: [...new Set(visits.map(({ visit }) => visit))].sort(),
  }));
  const strata = populations
    .map(({ village, visits }) => {
      const digest = inspection.strata.find((stratum) => stratum.village === village)?.digest;
      const same = digest === undefined ? visits.length === 0 : digest === populationDigest(visits);
      return { village, population: visits.length, visits, same };
    })
    .filter(({ visits, same }) => visits.length > 0 || !same);
  const again = drawSample(inspection.seed, populations, inspection.sample.length);
  const drawn = again.flatMap((stratum) => stratum.drawn);
  const sameSample =
    drawn.length === inspection.sample.length &&
    drawn.every((visit, index) => inspection.sample[index]?.visit === visit);
  return { samePopulation: strata.every(({ same }) => same), sameSample, strata };
};
