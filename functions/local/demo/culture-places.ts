import type { NewVenue, RoomFields } from '../../venues/venues.fields.ts';
import { demoKeeper } from './accounts.ts';
import { keeperTimes, stationTimes, studyTimes, timesOf } from './culture-times.ts';
import { type DemoNode, demoTowns, villagesOf } from './district.ts';
import { type Random, seededRandom } from './random.ts';

/** A venue of the demo before it is written down. */
export interface DemoVenue {
  /** Never changes, so that whatever is done at the venue has the same key at every try. */
  readonly key: string;
  readonly town: DemoNode;
  readonly village: DemoNode | undefined;
  readonly fields: Omit<NewVenue, 'timetables'>;
  /** Hours of the days from Monday to Sunday, such as `09:00-12:00`. */
  readonly week: readonly (readonly string[])[];
}

/** †169 culture centres: one in each of the 59 villages and communities, a book room beside it, and in most an activity room. */
const activityRooms = 51;
/** †10 culture stations: one in each town and sub-district but this one. */
const withoutStation = '370402/370402002';
/** †2 city studies. */
const withStudy = ['370402/370402004', '370402/370402006'];

/** Middle of each town in degrees of WGS-84, and how far its villages lie from it; roughly as on the map. */
const middles: Readonly<Record<string, readonly [lat: number, lng: number, spread: number, road: string]>> = {
  '001': [34.8642, 117.5571, 0.006, '解放中路'],
  '002': [34.8531, 117.5812, 0.009, '人民路'],
  '003': [34.8718, 117.5402, 0.008, '矿山路'],
  '004': [34.8605, 117.5655, 0.006, '文化西路'],
  '005': [34.8812, 117.5633, 0.009, '龙头路'],
  '006': [34.8563, 117.5364, 0.008, '光明大道'],
  '100': [34.8735, 117.6841, 0.028, '税郭大街'],
  '101': [34.9312, 117.6118, 0.03, '孟庄大街'],
  '102': [34.8954, 117.5012, 0.026, '齐村大街'],
  '103': [34.8204, 117.5128, 0.024, '永安路'],
  '104': [34.8421, 117.6437, 0.026, '西王庄大街'],
};

const middleOf = (town: DemoNode): readonly [number, number, number, string] => {
  const middle = middles[town.id.slice(-3)];
  if (!middle) throw new Error(`nobody said where ${town.path} is`);
  return middle;
};

/** Places in the sixth decimal are nobody's doorstep; four are as good as a map needs. */
const rounded = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

const near = (
  { lat, lng }: { readonly lat: number; readonly lng: number },
  spread: number,
  random: Random,
) => ({
  lat: rounded(lat + (random.between(-100, 100) / 100) * spread),
  lng: rounded(lng + (random.between(-100, 100) / 100) * spread),
});

/** No number in the district begins with a 0: nobody is ever called by what the demo shows. */
const phoneOf = (random: Random): string => `06320${random.between(100_000, 999_999)}`;

const room = (name: string, capacity: number, change: Partial<RoomFields> = {}): RoomFields => ({
  ...{ name, capacity, facilities: [], bookable: true, approval: false, slot: 60, longest: 180 },
  ...change,
});

const stationRooms: readonly RoomFields[] = [
  room('排练厅', 40, { facilities: ['dance-room', 'music-room'] }),
  room('书画室', 20, { facilities: ['art-room'] }),
  room('培训教室', 30, { facilities: ['computers', 'wifi'], approval: true }),
];
const studyRooms: readonly RoomFields[] = [
  room('研讨室', 12, { facilities: ['wifi'], slot: 30, longest: 120 }),
  room('亲子阅读室', 16, { facilities: ['children', 'reading-room'] }),
  room('多功能厅', 80, { facilities: ['hall', 'stage'], approval: true, longest: 240 }),
];

interface Kind {
  readonly suffix: string;
  readonly capacity: readonly [number, number];
  readonly facilities: NewVenue['facilities'];
}

const centre: Kind = {
  suffix: '文化服务中心',
  capacity: [90, 260],
  facilities: ['library', 'dance-room', 'hall', 'sports', 'wifi', 'drinking-water'],
};
const bookRoom = (town: DemoNode): Kind => ({
  suffix: town.name.zh.endsWith('镇') ? '农家书屋' : '书屋',
  capacity: [20, 45],
  facilities: ['library', 'reading-room', 'children', 'drinking-water'],
});
const activityRoom: Kind = {
  suffix: '文化活动室',
  capacity: [30, 70],
  facilities: ['dance-room', 'music-room', 'drinking-water'],
};

const accessOf = (random: Random): NewVenue['access'] => [
  ...(random.chance(0.55) ? (['level-entrance'] as const) : []),
  ...(random.chance(0.6) ? (['ramp'] as const) : []),
  ...(random.chance(0.4) ? (['toilet'] as const) : []),
  ...(random.chance(0.7) ? (['seating'] as const) : []),
];

const villageVenues = (town: DemoNode, village: DemoNode, hasActivityRoom: boolean): DemoVenue[] => {
  const random = seededRandom(Number(village.id.slice(-6)));
  const [lat, lng, spread] = middleOf(town);
  const middle = near({ lat, lng }, spread, random);
  const number = random.between(2, 96);
  const isKeepers = village.path === demoKeeper.scope;
  return [centre, bookRoom(town), ...(hasActivityRoom ? [activityRoom] : [])].map(
    ({ suffix, capacity: [least, most], facilities }, index): DemoVenue => ({
      key: `${village.id}-${index}`,
      ...{ town, village, week: index === 0 && isKeepers ? keeperTimes : timesOf(index, random) },
      fields: {
        ...{ kind: 'culture-centre', name: `${village.name.zh}${suffix}`, node: village.path, open: true },
        address: `${town.name.zh}${village.name.zh}${number + index * 2}号`,
        position: index === 0 ? middle : near(middle, 0.001, random),
        phone: phoneOf(random),
        capacity: random.between(least / 5, most / 5) * 5,
        facilities: [...facilities],
        access: accessOf(random),
        rooms: index === 0 ? [room('多功能厅', 60, { facilities: ['hall'], approval: true })] : [],
      },
    }),
  );
};

const townVenue = (town: DemoNode, kind: 'culture-station' | 'city-study'): DemoVenue => {
  const isStation = kind === 'culture-station';
  const random = seededRandom(Number(town.id.slice(-3)) + (isStation ? 0 : 1_000));
  const [lat, lng, , road] = middleOf(town);
  const short = town.name.zh.replace(/(街道|镇)$/, '');
  return {
    ...{ key: `${town.id}-${kind}`, town, village: undefined },
    week: isStation ? stationTimes(random) : studyTimes,
    fields: {
      ...{ kind, node: town.path, open: true },
      name: `${short}${isStation ? '文化驿站' : '城市书房'}`,
      address: `${town.name.zh}${road}${random.between(8, 240)}号`,
      position: near({ lat, lng }, 0.003, random),
      phone: phoneOf(random),
      capacity: isStation ? random.between(24, 40) * 5 : random.between(36, 60) * 5,
      facilities: isStation
        ? ['library', 'dance-room', 'music-room', 'art-room', 'exhibition', 'wifi', 'drinking-water']
        : ['library', 'reading-room', 'computers', 'children', 'wifi', 'drinking-water'],
      access: ['level-entrance', 'ramp', 'toilet', 'hearing-loop', 'seating', 'parking'],
      rooms: [...(isStation ? stationRooms : studyRooms)],
    },
  };
};

/** Every venue of the demo district, the same on every machine. */
export const demoVenues: readonly DemoVenue[] = [
  ...demoTowns
    .flatMap((town) => villagesOf(town).map((village) => ({ town, village })))
    .flatMap(({ town, village }, index) => villageVenues(town, village, index < activityRooms)),
  ...demoTowns
    .filter(({ path }) => path !== withoutStation)
    .map((town) => townVenue(town, 'culture-station')),
  ...demoTowns.filter(({ path }) => withStudy.includes(path)).map((town) => townVenue(town, 'city-study')),
];
