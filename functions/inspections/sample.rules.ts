import { digestOf } from '../platform/ledger/chain.ts';

/**
 * How a sample is drawn, so that anybody can draw it again:
 *
 * 1. The population is the visits of each village (a stratum), each by its id.
 * 2. The places are given in proportion to each village's visits, what is left over by largest remainder. A village
 *    with visits but no place then gets one from the village that has most. Equal ones go by size and path.
 * 3. Within a village the visits whose ticket is lowest are drawn; a ticket is the SHA-256 (base64url) of the JSON
 *    text `["<seed>","<visit id>"]`. No visit's chance depends on another's, nor on the order they came in.
 */
export interface StratumPopulation {
  readonly village: string;
  readonly visits: readonly string[];
}

export interface DrawnStratum {
  readonly village: string;
  readonly population: number;
  /** Of the ids in code-unit order. */
  readonly digest: string;
  /** Ids, in the order of their tickets. */
  readonly drawn: readonly string[];
}

export interface Allocation {
  readonly village: string;
  readonly population: number;
  readonly places: number;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const populationDigest = (visits: readonly string[]): string => digestOf([...visits].sort(byText));

/** The largest first; equal ones by path. */
const bySize = (a: Allocation, b: Allocation): number =>
  b.population - a.population || byText(a.village, b.village);

/** In proportion to the visits, in whole numbers: what is left over goes to the largest remainders. */
const inProportion = (
  populations: readonly { readonly village: string; readonly population: number }[],
  size: number,
): Allocation[] => {
  const all = populations.reduce((sum, { population }) => sum + population, 0);
  const places = Math.min(size, all);
  // In whole numbers, so that equal remainders are equal on every machine.
  const shares = populations.map(({ village, population }) => {
    const rest = (places * population) % all;
    return { village, population, places: (places * population - rest) / all, rest };
  });
  const left = places - shares.reduce((sum, share) => sum + share.places, 0);
  const rounded = [...shares].sort((a, b) => b.rest - a.rest || bySize(a, b)).slice(0, left);
  return shares.map(({ village, population, places: whole }) => ({
    village,
    population,
    places: whole + (rounded.some((share) => share.village === village) ? 1 : 0),
  }));
};

/** A village without a place gets one from the village that has most, as long as one has more than one. */
const oneForEach = (allocations: readonly Allocation[]): Allocation[] => {
  const places = new Map(allocations.map((each) => [each.village, each.places]));
  const placesOf = ({ village }: Allocation): number => places.get(village) ?? 0;
  for (const without of allocations.filter((each) => each.places === 0).sort(bySize)) {
    const richest = [...allocations].sort((a, b) => placesOf(b) - placesOf(a) || bySize(b, a))[0];
    if (!richest || placesOf(richest) < 2) break;
    places.set(richest.village, placesOf(richest) - 1);
    places.set(without.village, 1);
  }
  return allocations.map((each) => ({ ...each, places: placesOf(each) }));
};

/** How many places each village gets; in the order of the villages' paths, those without a visit left out. */
export const allocate = (
  populations: readonly { readonly village: string; readonly population: number }[],
  size: number,
): Allocation[] =>
  oneForEach(
    inProportion(
      populations.filter(({ population }) => population > 0),
      size,
    ),
  ).sort((a, b) => byText(a.village, b.village));

const ticketOf = (seed: string, visit: string): string => digestOf([seed, visit]);

/** The visits of lowest ticket; the same whatever the order they are given in, an id twice counts once. */
const drawFrom = (seed: string, visits: readonly string[], places: number): string[] =>
  visits
    .map((visit) => ({ visit, ticket: ticketOf(seed, visit) }))
    .sort((a, b) => byText(a.ticket, b.ticket))
    .slice(0, places)
    .map(({ visit }) => visit);

/** Draws a stratified sample of at most `size` visits. Pure: the same seed and population give the same sample. */
export const drawSample = (
  seed: string,
  strata: readonly StratumPopulation[],
  size: number,
): DrawnStratum[] => {
  const visitsOf = new Map(strata.map(({ village, visits }) => [village, [...new Set(visits)]]));
  const populations = [...visitsOf].map(([village, visits]) => ({ village, population: visits.length }));
  return allocate(populations, size).map(({ village, population, places }) => {
    const visits = visitsOf.get(village) ?? [];
    return { village, population, digest: populationDigest(visits), drawn: drawFrom(seed, visits, places) };
  });
};
