import { parentOf } from '../platform/contract/node-path.ts';
import {
  type Act,
  clockFor,
  commonOf,
  decided,
  type RenovationDecision,
  withDecision,
} from './renovation.rules.ts';
import type { In, Renovation } from './renovation.states.ts';
import { circumstances } from './renovation.words.ts';

type Reservation = In<'noticed'>['reservation'];
type Queue = In<'queued'>['queue'];

/** Severe: grades 1 and 2 come before 3 and 4. */
const severeGrade = 2;

/**
 * The published priority as text whose order is the order: severe before not, then low income, several disabled
 * members, old caring for disabled, living alone, and then who applied first. 0 comes before 1.
 */
export const priorityOf = ({
  applicant: { grade },
  circumstances: has,
  appliedAt,
}: Pick<Renovation, 'applicant' | 'circumstances' | 'appliedAt'>): string => {
  const severe = grade <= severeGrade ? '0' : '1';
  return `${severe}${circumstances.map((one) => (has.includes(one) ? '0' : '1')).join('')}#${appliedAt}`;
};

/** The town whose fund pays, and the district whose homes it counts among. */
export const fundNodesOf = ({
  village,
}: Pick<Renovation, 'village'>): { readonly town: string; readonly district: string } => {
  const town = parentOf(village) ?? village;
  return { town, district: parentOf(town) ?? town };
};

/** Money and home are reserved in the commit of this; five working days of public notice begin. */
export const approve = (
  renovation: In<'agreed' | 'queued'>,
  act: Act,
  year: number,
  notice: string,
): RenovationDecision<In<'noticed'>> => {
  const { assessment, feasibility, plan, agreement } = renovation;
  const { by, now } = act;
  const reservation: Reservation = {
    ...{ year, ...fundNodesOf(renovation), amount: plan.amount },
    ...{ by, at: now },
  };
  const { clock } = clockFor('noticed', act);
  const next: In<'noticed'> = {
    ...commonOf(renovation),
    state: 'noticed',
    ...{ assessment, feasibility, plan, agreement, reservation, clock },
    notice: { id: notice, from: now, until: clock.dueAt, objections: [] },
    ...withDecision(renovation, 'approved', act),
  };
  const { town, district, amount } = reservation;
  return decided(next, 'approved', { year, town, district, amount, until: clock.dueAt });
};

/** It fits neither this year's money nor its homes, or others wait before it: it keeps its rank. */
export const queueUp = (
  renovation: In<'agreed'>,
  act: Act,
  year: number,
  because: Queue['because'],
): RenovationDecision<In<'queued'>> => {
  const { assessment, feasibility, plan, agreement } = renovation;
  const { town } = fundNodesOf(renovation);
  const rank = priorityOf(renovation);
  const next: In<'queued'> = {
    ...commonOf(renovation),
    state: 'queued',
    ...{ assessment, feasibility, plan, agreement },
    queue: { year, town, rank, because, since: act.now },
    ...withDecision(renovation, 'queued', act),
  };
  return decided(next, 'queued', { year, town, because });
};

/** What a case holds of the funds now; nothing once it is withdrawn or rejected, or accepted. */
export const heldBy = (renovation: Renovation): Reservation | undefined => {
  switch (renovation.state) {
    case 'noticed':
    case 'ready':
    case 'building':
    case 'finished':
      return renovation.reservation;
    default:
      return undefined;
  }
};

/** What a fund has reserved and spent, counted again from the cases themselves. */
export interface Recount {
  /** Fen, by year and town. */
  readonly towns: ReadonlyMap<string, { readonly reserved: number; readonly spent: number }>;
  /** Homes, by year and district. */
  readonly districts: ReadonlyMap<string, { readonly reserved: number; readonly done: number }>;
}

const pathId = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A fund's id, the same for a district and for a town: the year and the node's code. */
export const fundIdOf = (year: number, node: string): string => `${year}-${pathId(node)}`;

/** The counters as they have to be, from nothing but the cases. */
export const recount = (cases: readonly Renovation[]): Recount => {
  const towns = new Map<string, { reserved: number; spent: number }>();
  const districts = new Map<string, { reserved: number; done: number }>();
  for (const renovation of cases) {
    if (!('reservation' in renovation)) continue;
    const { year, town, district } = renovation.reservation;
    const money = towns.get(fundIdOf(year, town)) ?? { reserved: 0, spent: 0 };
    const homes = districts.get(fundIdOf(year, district)) ?? { reserved: 0, done: 0 };
    const held = heldBy(renovation);
    if (held) {
      money.reserved += held.amount;
      homes.reserved += 1;
    }
    if ('acceptance' in renovation) {
      money.spent += renovation.acceptance.amount;
      homes.done += 1;
    }
    towns.set(fundIdOf(year, town), money);
    districts.set(fundIdOf(year, district), homes);
  }
  return { towns, districts };
};
