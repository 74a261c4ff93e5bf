import { digestOf } from '../platform/ledger/chain.ts';

/**
 * How a sample is drawn, so that anybody can draw it again:
 *
 * 1. The population is the visits of each village (a stratum), each by its id.
 * 2. Every village with a visit gets one place as long as there are places, the larger first; the places left are
 *    given in proportion to what is not drawn yet, by largest remainder. Equal ones go by the village's path.
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

/** How many places each village gets; in the order of the villages' paths, those without a visit left out. */
export const allocate = (
  populations: readonly { readonly village: string; readonly population: number }[],
  size: number,
): Allocation[] => {
  const villages = populations
    .filter(({ population }) => population > 0)
    .sort((a, b) => b.population - a.population || byText(a.village, b.village))
    .map((each, index) => ({ ...each, places: index < size ? 1 : 0 }));
  const undrawn = villages.reduce((sum, { population, places }) => sum + population - places, 0);
  const left = Math.min(Math.max(size - villages.length, 0), undrawn);
  const shares = villages.map((each) => {
    // In whole numbers, so that equal remainders are equal on every machine.
    const product = left * (each.population - each.places);
    const rest = undrawn === 0 ? 0 : product % undrawn;
    return { ...each, whole: undrawn === 0 ? 0 : (product - rest) / undrawn, rest };
  });
  const given = shares.reduce((sum, { whole }) => sum + whole, 0);
  const first = new Set(
    [...shares]
      .sort((a, b) => b.rest - a.rest || byText(a.village, b.village))
      .slice(0, left - given)
      .map(({ village }) => village),
  );
  return shares
    .map(({ village, population, places, whole }) => ({
      village,
      population,
      places: places + whole + (first.has(village) ? 1 : 0),
    }))
    .sort((a, b) => byText(a.village, b.village));
};

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
