import { claim, from } from '../../issues/issues.rules.ts';
import { actOnIssue } from '../../issues/issues.usecases.ts';
import { consentVersion } from '../../issues/issues.words.ts';
import { resolve } from '../../issues/issues-handling.rules.ts';
import { raiseByStaff } from '../../issues/issues-venue.usecases.ts';
import { createOwner } from '../../issues/owners.usecases.ts';
import { addDays, addMinutes, type Instant, localDateOf, startOfDay } from '../../platform/runtime/time.ts';
import { demoCommand } from './campaign-loading.ts';
import { type CultureLoading, type CultureStaff, venuesFounded } from './culture-loading.ts';
import type { StandingVenue } from './culture-venues.ts';
import { type DemoNode, districtPath } from './district.ts';

/** The district's Culture and Tourism Bureau: what is wrong at a venue is its own. */
const bureauPath = `${districtPath}/${districtPath}-wenlv`;

interface Found {
  readonly what: string;
  readonly daysAgo: number;
  /** What was done about it, if anything was. */
  readonly measures?: string;
}

const found: readonly Found[] = [
  {
    what: '电子阅览室三台电脑开不了机。',
    daysAgo: 6,
    measures: '维修单位已更换电源，三台电脑都能使用。',
  },
  { what: '舞蹈室镜子有裂缝，已用胶带贴住。', daysAgo: 5, measures: '旧镜子已拆除，换上新镜子。' },
  { what: '门口坡道的扶手松了。', daysAgo: 1 },
  { what: '阅览室两盏灯不亮，晚上看书太暗。', daysAgo: 1 },
];

const at = (now: Instant, daysAgo: number, minutes: number): Instant =>
  addMinutes(startOfDay(addDays(localDateOf(now), -daysAgo)), minutes);

/** The bureau owns what concerns culture, each town's culture station leads for it, and a few venues have a problem. */
export const raiseVenueIssues = async (
  { deps, now, signal }: CultureLoading,
  { bureau, keeperOf }: CultureStaff,
  towns: readonly DemoNode[],
  venues: readonly StandingVenue[],
): Promise<void> => {
  await createOwner(deps, demoCommand(bureau, 'owner-culture', venuesFounded(now)), {
    ...{ category: 'culture', department: bureauPath },
    leads: towns.map(({ path }) => ({ town: path, staffId: keeperOf(path).staffId })),
  });
  for (const [index, { what, daysAgo, measures }] of found.entries()) {
    signal.throwIfAborted();
    const venue = venues[index * 3];
    if (!venue) return;
    const { keeper, fields, stored } = venue;
    const key = `venue-issue-${index}`;
    const { id } = (
      await raiseByStaff(deps, demoCommand(keeper, key, at(now, daysAgo, 9 * 60 + 20)), {
        ...{ category: 'culture', what, photos: [], source: 'culture', consent: consentVersion },
        ...{ place: { path: fields.node, text: fields.name }, venue: stored.id },
        reporter: { name: keeper.name, phone: '19990000361' },
      })
    ).stored;
    if (measures === undefined) continue;
    const act = (what: string, minutes: number) => ({
      ...demoCommand(bureau, `${key}-${what}`, at(now, daysAgo, minutes)),
      params: { reference: id },
    });
    await actOnIssue(deps, 'claim', act('claim', 10 * 60 + 5), from(['transferred'], claim));
    await actOnIssue(
      deps,
      'resolution',
      act('resolution', 16 * 60 + 40),
      from(['claimed'], (issue, by) =>
        resolve(issue, by, { outcome: 'solved', measures, photos: [], plan: [] }),
      ),
    );
  }
};
