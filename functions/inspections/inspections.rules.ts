import type { Officer } from '../platform/contract/officer.ts';
import type { Decision } from '../platform/ledger/change.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { Check, Findings, SampledVisit } from './checks.states.ts';
import type { InspectionRefusal } from './inspections.problems.ts';
import type { Drawn, Finished, Inspection, Running } from './inspections.states.ts';
import { tallyOf } from './rates.rules.ts';
import { drawSample } from './sample.rules.ts';

type InspectionDecision<S> = Decision<S, InspectionRefusal>;

/** Who acts, and when. */
export interface Act {
  readonly by: Officer;
  readonly now: Instant;
}

/** The visits of one village, as they stood when the sample was drawn. */
export interface VillageVisits {
  readonly village: string;
  readonly visits: readonly SampledVisit[];
}

interface Drawing extends Pick<Drawn, 'node' | 'from' | 'to' | 'note' | 'populationUntil' | 'seed'> {
  readonly size: number;
}

/** A visit as its list shows it has more to it than a sample keeps. */
const kept = (listed: SampledVisit): SampledVisit => {
  const { visit, household, village, address, by, at, day, outcome, satisfaction, materials } = listed;
  const { issues, offPeak } = listed;
  return {
    ...{ visit, household, village, address, by, at, day, outcome, materials, issues, offPeak },
    ...(satisfaction === undefined ? {} : { satisfaction }),
  };
};

/** Draws the sample and puts down everything that is needed to draw it again. */
export const draw = (
  { size, ...drawing }: Drawing,
  villages: readonly VillageVisits[],
  { by, now }: Act,
): InspectionDecision<Drawn> => {
  const known = new Map(
    villages.flatMap(({ visits }) => visits.map((visit) => [visit.visit, visit] as const)),
  );
  const strata = drawSample(
    drawing.seed,
    villages.map(({ village, visits }) => ({ village, visits: visits.map(({ visit }) => visit) })),
    size,
  );
  if (strata.length === 0) return { refusal: 'inspection.population_empty' };
  const sample = strata.flatMap(({ drawn }) => drawn.flatMap((visit) => known.get(visit) ?? []).map(kept));
  const population = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  return {
    next: {
      state: 'drawn',
      ...drawing,
      population,
      strata: strata.map(({ drawn, ...stratum }) => ({ ...stratum, drawn: drawn.length })),
      sample,
      drawnBy: by,
      drawnAt: now,
    },
    events: [{ type: 'drawn', data: { seed: drawing.seed, population, size: sample.length } }],
  };
};

/** From here on those inspected see it; every visit of the sample gets its check. */
export const start = (inspection: Inspection, { by, now }: Act): InspectionDecision<Running> =>
  inspection.state === 'drawn'
    ? {
        next: { ...inspection, state: 'running', startedBy: by, startedAt: now },
        events: [{ type: 'started', data: {} }],
      }
    : { refusal: 'inspection.not_drawn' };

/** Opens the check of the nth visit. */
export const openCheck = (inspection: string, n: number, visit: SampledVisit, { now }: Act) => ({
  next: { inspection, n, ...visit, openedAt: now } satisfies Check,
  events: [{ type: 'opened', data: {} }] as const,
});

/** What was found at one door; recorded again, it replaces what stood there, which stays in the history. */
export const recordCheck = (
  check: Check,
  found: Omit<Findings, 'foundBy' | 'foundAt'>,
  { by, now }: Act,
): InspectionDecision<Check> => {
  if (check.by.id === by.id) return { refusal: 'inspection.own_visit' };
  return {
    next: { ...check, findings: { ...found, foundBy: by, foundAt: now } },
    events: [
      {
        type: check.findings ? 'corrected' : 'recorded',
        data: {
          reallyVisited: found.reallyVisited,
          discrepancies: found.discrepancies.map(({ kind }) => kind),
        },
      },
    ],
  };
};

/** Only a sample that was checked whole says something about the rest. */
export const finish = (
  inspection: Inspection,
  checks: readonly Check[],
  conclusion: string | undefined,
  { by, now }: Act,
): InspectionDecision<Finished> => {
  if (inspection.state !== 'running') return { refusal: 'inspection.not_running' };
  const recorded = checks.filter(({ findings }) => findings !== undefined);
  if (recorded.length < inspection.sample.length) return { refusal: 'inspection.unchecked' };
  const results = tallyOf(recorded);
  const found = results.villages.reduce((sum, village) => sum + village.found, 0);
  return {
    next: { ...inspection, state: 'finished', finishedBy: by, finishedAt: now, conclusion, results },
    events: [{ type: 'finished', data: { checked: recorded.length, found } }],
  };
};
