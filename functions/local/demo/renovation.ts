import { officerOf } from '../../platform/contract/officer.ts';
import type { Principal } from '../../platform/contract/roles.ts';
import type { PhotoStore } from '../../platform/photos/photo-store.ts';
import {
  addDays,
  addMinutes,
  type Instant,
  localDateOf,
  parseLocalDate,
  startOfDay,
} from '../../platform/runtime/time.ts';
import { setFundOf } from '../../renovation/funds.usecases.ts';
import { assignLot, payLot } from '../../renovation/lots.usecases.ts';
import type { RenovationDependencies } from '../../renovation/renovation.usecases.ts';
import { watchRenovations } from '../../renovation/renovation-watch.usecases.ts';
import { demoAccounts } from './accounts.ts';
import { demoCommand, type Loading, principalOf } from './campaign-loading.ts';
import { demoTowns, districtPath } from './district.ts';
import { forEach } from './for-each.ts';
import { createPersonas, nameFor } from './personas.ts';
import { drawPhoto } from './pictures.ts';
import {
  bringThroughNotice,
  bringThroughWorks,
  bringToApproval,
  bringToClose,
  type DemoHome,
  type Federation,
  timeOf,
} from './renovation-homes.ts';
import { applicantOf } from './renovation-people.ts';
import { amountOf, groupsNow, linesNow, linesThen, pricesNow, pricesThen } from './renovation-plans.ts';
import { count, item } from './services-loading.ts';
import { aimAt, homeTargets } from './targets.ts';

export type RenovationLoading = Loading<RenovationDependencies & { readonly photos: PhotoStore }>;

/** How many homes there are, of 2022 and of this year's groups by tenths. */
export interface RenovationSizes {
  readonly former: number;
  /** Of each group, at least one. */
  readonly share: number;
}
/** †520 homes of 2022, 300 of this year. */
export const reportHomes: RenovationSizes = { former: 520, share: 1 };

/** Somebody looks at the site meanwhile, and it is answered by the same process. */
const atOnce = 3;
const lotSize = 30;

interface Homes {
  readonly homes: readonly DemoHome[];
  /** Name of the lot each is given out in, if it is. */
  readonly lotOf: ReadonlyMap<string, string>;
}

/** When each lot of this year was given out, in days ago. */
const assigned: Readonly<Record<string, number>> = {
  今年第一批: 133,
  今年第二批: 83,
  今年第三批: 44,
  今年第四批: 22,
  今年第五批: 5,
};

const homesNow = (now: Instant, share: number): Homes => {
  const year = Number(localDateOf(now).slice(0, 4));
  const lotOf = new Map<string, string>();
  const homes: DemoHome[] = [];
  for (const { homes: size, last, daysAgo, turn, lot } of groupsNow) {
    for (let each = 0; each < Math.max(1, Math.round(size * share)); each++) {
      const n = homes.length;
      const key = `home-${n}`;
      // Where the money is out: elsewhere there is some left to approve homes with.
      const applying = applicantOf(1, n, turn === 'queued' ? item([2, 8, 9], n) : n);
      homes.push({
        ...{ key, applying, lines: linesNow(applying.wants, n), prices: pricesNow, year },
        ...{ last, daysAgo, turn, minutes: (n * 7) % 400 },
        ...(lot === undefined ? {} : { assignedDaysAgo: assigned[lot] }),
      });
      if (lot !== undefined) lotOf.set(key, lot);
    }
  }
  return { homes, lotOf };
};

/** †The year of the report. */
const yearThen = 2022;

const daysSince = (day: string, now: Instant): number => {
  const from = Date.parse(startOfDay(parseLocalDate(day)));
  return Math.floor((Date.parse(startOfDay(localDateOf(now))) - from) / (24 * 60 * 60 * 1000));
};

const homesThen = (now: Instant, size: number): Homes => {
  const lotOf = new Map<string, string>();
  const paidAgo = daysSince(`${yearThen}-12-10`, now);
  const homes = count(size).map((n): DemoHome => {
    const key = `home-${yearThen}-${n}`;
    const lot = Math.floor(n / lotSize);
    const daysAgo = paidAgo + lot * 9;
    lotOf.set(key, `${yearThen} 年第 ${lot + 1} 批`);
    return {
      ...{ key, applying: applicantOf(2, n), lines: linesThen(n), prices: pricesThen, year: yearThen },
      ...{
        last: 'paid',
        turn: 'followed-up',
        daysAgo,
        assignedDaysAgo: daysAgo + 23,
        minutes: (n * 7) % 400,
      },
    };
  });
  return { homes, lotOf };
};

const townOf = ({ applying }: DemoHome): string => applying.home.village.split('/').slice(0, 2).join('/');

/** What the homes of a town need, and something over; nothing over where some wait. */
const setFunds = async ({ deps, now }: RenovationLoading, by: Principal, { homes }: Homes): Promise<void> => {
  const [{ year, prices } = { year: 0, prices: [] }] = homes;
  const reserved = homes.filter(({ last }) => isReserved(last));
  const waiting = new Set(homes.filter(({ turn }) => turn === 'queued').map(townOf));
  const at =
    year === yearThen
      ? startOfDay(parseLocalDate(`${yearThen}-01-10`))
      : startOfDay(addDays(localDateOf(now), -300));
  const isNow = year !== yearThen;
  await setFundOf(deps, demoCommand(by, `fund-${year}`, at), {
    ...{ year, node: districtPath },
    fund: { kind: 'district', homes: isNow ? 300 : reserved.length, prices: [...prices] },
  });
  for (const [n, town] of demoTowns.entries()) {
    const needed = reserved.filter((home) => townOf(home) === town.path);
    const amount = needed.reduce((sum, home) => sum + amountOf(home.lines, prices), 0);
    // Where somebody waits for the next year, this year's money is out.
    const over = isNow && !waiting.has(town.path) ? 4_000_000 : 0;
    await setFundOf(deps, demoCommand(by, `fund-${year}-${town.path}`, addMinutes(at, n + 1)), {
      ...{ year, node: town.path, fund: { kind: 'town', amount: amount + over, ceiling: 600_000 } },
    });
  }
};

const isReserved = (last: DemoHome['last']): boolean =>
  !['applied', 'checked', 'reviewed', 'assessed', 'planned', 'agreed'].includes(last);

/** Brings homes as far as they stand, step by step, so that lots are whole when they are given out. */
const bringHomes = async (
  loading: RenovationLoading,
  { homes, lotOf }: Homes,
  federationOf: (home: DemoHome) => Federation,
): Promise<void> => {
  const { deps, now, signal } = loading;
  const setting = { deps, now, photo: await drawPhoto(deps.photos, 'home') };
  const references = new Map<string, string>();
  const referenceOf = (home: DemoHome): string => references.get(home.key) ?? '';
  const each = (task: (home: DemoHome, people: Federation) => Promise<void>) =>
    forEach(
      homes,
      async (home) => {
        if (!signal.aborted) await task(home, federationOf(home));
      },
      atOnce,
    );
  await each(async (home, people) => {
    references.set(home.key, await bringToApproval(setting, home, people));
  });
  await each((home, people) => bringThroughNotice(setting, home, people, referenceOf(home)));
  signal.throwIfAborted();
  for (const name of new Set(homes.flatMap(({ key }) => lotOf.get(key) ?? []))) {
    const mine = homes.filter(({ key }) => lotOf.get(key) === name);
    await bringLot(loading, setting, { name, homes: mine, referenceOf, federationOf });
    signal.throwIfAborted();
  }
};

interface DemoLot {
  readonly name: string;
  readonly homes: readonly DemoHome[];
  readonly referenceOf: (home: DemoHome) => string;
  readonly federationOf: (home: DemoHome) => Federation;
}

const bringLot = async (
  { deps, signal }: RenovationLoading,
  setting: Parameters<typeof bringThroughWorks>[0],
  { name, homes, referenceOf, federationOf }: DemoLot,
): Promise<void> => {
  const [first] = homes;
  if (!first) return;
  const { now } = setting;
  const { district, contractor } = federationOf(first);
  const latest = (step: 'building' | 'paid', of: readonly DemoHome[]): Instant =>
    of.map((home) => timeOf(home, step, now)).reduce((a, b) => (a > b ? a : b));
  const { view, version } = await assignLot(
    deps,
    demoCommand(district, `lot-${name}`, latest('building', homes)),
    { name, node: districtPath, contractor: contractor.id, renovations: homes.map(referenceOf) },
  );
  await forEach(
    homes,
    async (home) => {
      if (!signal.aborted) await bringThroughWorks(setting, home, federationOf(home), referenceOf(home));
    },
    atOnce,
  );
  signal.throwIfAborted();
  const paid = homes.filter(({ last }) => last === 'paid');
  if (paid.length === 0) return;
  await payLot(
    deps,
    {
      ...demoCommand(district, `pay-${name}`, latest('paid', paid)),
      ...{ params: { lot: view.lot }, ifMatch: version === 1 ? 1 : undefined },
    },
    { renovations: paid.map(referenceOf), note: `${name} 拨款` },
  );
  await forEach(
    paid,
    async (home) => {
      if (!signal.aborted) await bringToClose(setting, home, federationOf(home), referenceOf(home));
    },
    atOnce,
  );
};

const account = async (deps: RenovationDependencies, loginName: string): Promise<Principal> => {
  const found = demoAccounts.find((each) => each.loginName === loginName);
  if (!found) throw new Error(`the demo has no account ${loginName}`);
  return principalOf(deps, found);
};

/** Accessible homes as the reports have them, through the use cases; interrupted, it goes on where it was. */
export const loadRenovations = async (
  loading: RenovationLoading,
  sizes: RenovationSizes = reportHomes,
): Promise<void> => {
  const { deps, now, onProgress } = loading;
  const [district, town, builder, lead] = await Promise.all(
    ['disability', 'fed-town', 'contractor', 'lead'].map((name) => account(deps, name)),
  );
  if (!district || !town || !builder || !lead) throw new Error('the demo has no federation');
  const personas = createPersonas([lead]);
  const federationOf = (home: DemoHome): Federation => {
    const path = townOf(home);
    const node = demoTowns.find((each) => each.path === path);
    if (!node) throw new Error(`the demo has no town ${path}`);
    const persona = (role: string) => ({ id: `demo-${role}-${path}`, name: nameFor(`${role} ${path}`) });
    return {
      lead: officerOf(personas.of(node).lead),
      town: town.scope === path ? officerOf(town) : persona('federation'),
      technician: persona('technician'),
      contractor: officerOf(builder),
      district,
    };
  };
  onProgress('accessible homes of this year');
  const current = homesNow(now, sizes.share);
  await setFunds(loading, district, current);
  await aimAt(deps, district, homeTargets, startOfDay(addDays(localDateOf(now), -300)), now);
  const waits = ({ turn }: DemoHome): boolean => turn === 'queued';
  await bringHomes(
    loading,
    { ...current, homes: current.homes.filter((home) => !waits(home)) },
    federationOf,
  );
  // Steps that are late are marked as a schedule would have done on their day.
  await watchRenovations(deps, now);
  onProgress(`accessible homes of ${yearThen}`);
  const before = homesThen(now, sizes.former);
  await setFunds(loading, district, before);
  await bringHomes(loading, before, federationOf);
  // Last: whoever waits in a town lets nobody be approved there out of turn.
  await bringHomes(loading, { ...current, homes: current.homes.filter(waits) }, federationOf);
};
