import { addDays, addMinutes, localDateOf } from '../../platform/runtime/time.ts';
import { createUpgrade, progressUpgrade } from '../../venues/upgrades.usecases.ts';
import type { NewUpgrade, UpgradeProgress } from '../../venues/venues.fields.ts';
import { demoCommand } from './campaign-loading.ts';
import { type CultureLoading, type CultureStaff, cultureAtOnce, venuesFounded } from './culture-loading.ts';
import type { StandingVenue } from './culture-venues.ts';
import type { DemoNode } from './district.ts';
import { forEach } from './for-each.ts';

type State = UpgradeProgress['state'];

/** How far a project has come, and what was said when it did. */
const steps: Readonly<Record<State, readonly (readonly [State, string])[]>> = {
  planned: [],
  'under-way': [['under-way', '施工队已进场']],
  done: [
    ['under-way', '采购合同已签订'],
    ['done', '验收合格，交付使用'],
  ],
  'given-up': [['given-up', '产权手续未办妥，转入明年计划']],
};

interface DemoUpgrade {
  readonly key: string;
  readonly fields: Omit<NewUpgrade, 'year' | 'dueDay'>;
  readonly state: State;
  /** The venue it led to. */
  readonly built?: string | undefined;
}

const equipment = [
  ['更新图书600册', 18_000, 'done'],
  ['增配移动音响一套', 12_600, 'done'],
  ['舞蹈室铺设防滑地胶', 26_800, 'done'],
  ['更换电子阅览室电脑8台', 33_600, 'under-way'],
  ['入口增设无障碍坡道和扶手', 21_500, 'done'],
  ['加装助听感应线圈', 9_800, 'planned'],
  ['更换照明为护眼灯具', 15_400, 'done'],
  ['配置电子琴6台', 16_200, 'under-way'],
  ['增配儿童桌椅20套', 11_000, 'done'],
  ['购置数字放映设备', 68_000, 'under-way'],
  ['更新书画桌案12张', 14_400, 'given-up'],
  ['安装直饮水机', 6_900, 'done'],
] as const;

/** Every so many venues has a project of equipment, so that all towns have some. */
const equipmentEvery = 14;

/** †5 new culture stations and 2 new city studies in this year's plan. */
const newVenues = [
  ['新建文化驿站', 380_000, 'done'],
  ['新建文化驿站', 420_000, 'done'],
  ['新建文化驿站', 360_000, 'under-way'],
  ['新建文化驿站', 350_000, 'under-way'],
  ['新建文化驿站', 400_000, 'planned'],
  ['新建城市书房', 860_000, 'under-way'],
  ['新建城市书房', 920_000, 'planned'],
] as const;

const projectsOf = (towns: readonly DemoNode[], venues: readonly StandingVenue[]): DemoUpgrade[] => {
  const equipped = venues
    .filter((_, index) => index % equipmentEvery === 0)
    .map(({ key, fields: { node, name }, stored }, index): DemoUpgrade => {
      const [title, cost, state] = equipment[index % equipment.length] ?? equipment[0];
      const fields = { kind: 'equipment' as const, venue: stored.id, node, title: `${name}${title}`, cost };
      return { key, fields, state };
    });
  const built = newVenues.flatMap(([title, cost, state], index): DemoUpgrade[] => {
    const town = towns[(index * 3) % towns.length];
    if (!town) return [];
    const station = venues.find(
      ({ fields: { kind, node } }) => kind === 'culture-station' && node === town.path,
    );
    return [
      {
        ...{ key: `new-${index}`, state, built: state === 'done' ? station?.stored.id : undefined },
        fields: { kind: 'new-venue', node: town.path, title: `${town.name.zh}${title}`, cost },
      },
    ];
  });
  return [...equipped, ...built];
};

/** This year's projects, each as far as it has come. */
export const planUpgrades = async (
  { deps, now, signal }: CultureLoading,
  { bureau }: CultureStaff,
  towns: readonly DemoNode[],
  venues: readonly StandingVenue[],
): Promise<void> => {
  const today = localDateOf(now);
  const founded = venuesFounded(now);
  const play = async ({ key, fields, state, built }: DemoUpgrade): Promise<void> => {
    if (signal.aborted) return;
    const { id } = await createUpgrade(deps, demoCommand(bureau, `upgrade-${key}`, founded), {
      ...{ ...fields, year: Number(today.slice(0, 4)), dueDay: addDays(today, 30) },
    });
    for (const [index, [next, note]] of steps[state].entries()) {
      const at = addMinutes(founded, (index + 1) * 14 * 24 * 60);
      const command = { ...demoCommand(bureau, `upgrade-${key}-${next}`, at), params: { upgrade: id } };
      const venue = next === 'done' ? built : undefined;
      await progressUpgrade(deps, { ...command, body: { state: next, note, venue, photos: [] } });
    }
  };
  await forEach(projectsOf(towns, venues), play, cultureAtOnce);
  signal.throwIfAborted();
};
