import type { Officer } from '../platform/contract/officer.ts';
import type { Findings } from './checks.states.ts';
import type { Results, Tally } from './inspections.states.ts';
import type { Rate, Rates } from './inspections.views.ts';

/** Two-sided 95 % quantile of the normal distribution. */
const z = 1.959963984540054;

/**
 * The rate of discrepancies with its 95 % interval after Wilson (1927), which stays honest where n is small or
 * nothing was found. Without a single visit that could be judged there is no rate.
 */
export const rateOf = ({ checked, found }: Tally): Rate => {
  if (checked === 0) return { checked, found };
  const p = found / checked;
  const spread = z * z;
  const middle = p + spread / (2 * checked);
  const half = z * Math.sqrt((p * (1 - p)) / checked + spread / (4 * checked * checked));
  const scale = 1 + spread / checked;
  return {
    checked,
    found,
    rate: p,
    low: Math.max(0, (middle - half) / scale),
    high: Math.min(1, (middle + half) / scale),
  };
};

interface Judged {
  readonly village: string;
  readonly by: Officer;
  readonly findings?: Findings | undefined;
}

/** Nothing can be said of a visit where nobody could tell whether it took place, and nothing else was found. */
const isTold = ({ reallyVisited, discrepancies }: Findings): boolean =>
  reallyVisited !== 'cannot-tell' || discrepancies.length > 0;

/** Counts checks by village and by visitor; those not recorded yet count nowhere. */
export const tallyOf = (checks: readonly Judged[]): Results => {
  const villages = new Map<string, Results['villages'][number]>();
  const visitors = new Map<string, Results['visitors'][number]>();
  for (const { village, by, findings } of checks) {
    if (!findings) continue;
    const told = isTold(findings) ? 1 : 0;
    const found = findings.discrepancies.length > 0 ? 1 : 0;
    const ofVillage = villages.get(village) ?? { village, checked: 0, found: 0, untold: 0 };
    villages.set(village, {
      village,
      checked: ofVillage.checked + told,
      found: ofVillage.found + found,
      untold: ofVillage.untold + 1 - told,
    });
    if (told === 0) continue;
    const key = `${village} ${by.id}`;
    const ofVisitor = visitors.get(key) ?? { village, by, checked: 0, found: 0 };
    visitors.set(key, { ...ofVisitor, checked: ofVisitor.checked + 1, found: ofVisitor.found + found });
  }
  const byKey = <T>(map: ReadonlyMap<string, T>): T[] =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return { villages: byKey(villages), visitors: byKey(visitors) };
};

/** What of the results lies in villages that are seen. */
export const resultsIn = (results: Results, isSeen: (village: string) => boolean): Results => ({
  villages: results.villages.filter(({ village }) => isSeen(village)),
  visitors: results.visitors.filter(({ village }) => isSeen(village)),
});

const sum = (tallies: readonly Tally[]): Tally => ({
  checked: tallies.reduce((all, { checked }) => all + checked, 0),
  found: tallies.reduce((all, { found }) => all + found, 0),
});

const grouped = <T extends Tally>(tallies: readonly T[], key: (tally: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const tally of tallies) {
    const group = groups.get(key(tally)) ?? [];
    group.push(tally);
    groups.set(key(tally), group);
  }
  return [...groups.values()];
};

/** Rates of one inspection or of several taken together; a visitor once, wherever they visited. */
export const ratesOf = (results: readonly Results[]): Rates => {
  const villages = results.flatMap((each) => each.villages);
  const visitors = results.flatMap((each) => each.visitors);
  return {
    total: rateOf(sum(villages)),
    villages: grouped(villages, ({ village }) => village).flatMap((group) =>
      group.slice(0, 1).map(({ village }) => ({ village, ...rateOf(sum(group)) })),
    ),
    visitors: grouped(visitors, ({ by }) => by.id).flatMap((group) =>
      group.slice(-1).map(({ by }) => ({ by, ...rateOf(sum(group)) })),
    ),
    untold: villages.reduce((all, { untold }) => all + untold, 0),
  };
};
