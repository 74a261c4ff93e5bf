import { addDays, addMinutes, dayOfWeek, type LocalDate, startOfDay } from '../../platform/runtime/time.ts';
import type { EnrolmentFields, NewActivity } from '../../programme/programme.fields.ts';
import { usualTerms } from '../../programme/programme.words.ts';
import { bureauOffice, type DemoActivity, officeOf } from './culture-activity.ts';
import { type DemoNode, demoTowns, districtPath, kuangqu, villagesOf, yongan } from './district.ts';

/** Who has enrolled for something still ahead: how many for the whole, or for each date. */
export interface DemoEnrolments {
  readonly who: 'self' | 'child' | 'party';
  /** One figure for the whole, or one for each date. */
  readonly enrolled: readonly number[];
}

export interface ComingActivity extends DemoActivity {
  readonly enrolments?: DemoEnrolments;
}

/** Days ago on which what is ahead was published. */
export const publishedDaysAgo = 5;

const townAt = (path: string): DemoNode => {
  const town = demoTowns.find((one) => one.path === path);
  if (!town) throw new Error(`the demo has no town ${path}`);
  return town;
};

type Terms = Exclude<EnrolmentFields, { per: 'none' }>;

const terms = (
  per: Terms['per'],
  capacity: number,
  opens: LocalDate,
  change: Partial<Terms> = {},
): Terms => ({
  ...usualTerms,
  ...{ per, capacity, opensAt: addMinutes(startOfDay(opens), 12 * 60) },
  ...change,
});

const saturday = 6;

/** The first Saturday at least so many days ahead. */
const saturdayAfter = (today: LocalDate, days: number): LocalDate => {
  const day = addDays(today, days);
  return addDays(day, (saturday - dayOfWeek(day) + 7) % 7);
};

/** Films of the next two weeks, in one village of each town. */
const films = (today: LocalDate): ComingActivity[] =>
  demoTowns.flatMap((town, index): ComingActivity[] => {
    const village = villagesOf(town).at(-1);
    if (!village) return [];
    return [
      {
        ...{ key: `film-next-${village.id}`, town, people: [] },
        fields: {
          ...{ category: 'film', level: 'village', node: village.path, villages: [village.path] },
          title: `${village.name.zh}冬季公益电影`,
          summary: '天冷了，改在文化服务中心室内放映。',
          ...{ audience: { who: 'everyone' }, organiser: officeOf(village) },
        },
        series: { first: addDays(today, 1 + (index % 6)), weeks: 2, from: '18:30', to: '20:20' },
        at: { venue: `${village.id}-0` },
      },
    ];
  });

/** What the community of the keeper one can sign in as has on today. */
const todayAtTheKeepers = (today: LocalDate): ComingActivity[] => {
  const town = townAt(kuangqu);
  const [village] = villagesOf(town);
  if (!village) return [];
  const fields = {
    ...{ level: 'village', node: village.path, villages: [village.path] },
    organiser: officeOf(village),
  } as const satisfies Partial<NewActivity>;
  return [
    {
      ...{ key: 'keeper-taichi', town, people: [] },
      fields: {
        ...{ ...fields, category: 'course', audience: { who: 'elderly' } },
        title: '太极拳体验课',
        summary: '二十四式太极拳入门，穿宽松衣服和软底鞋。',
      },
      series: { first: today, weeks: 3, from: '15:30', to: '16:30' },
      at: { venue: `${village.id}-0`, room: 1 },
      terms: terms('whole', 15, addDays(today, -publishedDaysAgo)),
      enrolments: { who: 'self', enrolled: [8] },
    },
    {
      ...{ key: 'keeper-dance', town, people: [] },
      fields: {
        ...{ ...fields, category: 'training', audience: { who: 'women' } },
        title: '立新社区冬季广场舞培训',
        summary: '每周一支新舞，零基础可参加，不用报名。',
      },
      series: { first: today, weeks: 4, from: '18:30', to: '20:00' },
      at: { venue: `${village.id}-0` },
    },
  ];
};

const withPlaces = (today: LocalDate): ComingActivity[] => {
  const opened = addDays(today, -publishedDaysAgo);
  const of = (path: string, level: NewActivity['level'] = 'town') => ({
    ...{ level, node: path, villages: [], organiser: officeOf(townAt(path)) },
  });
  const [centre, , , culture] = demoTowns.map(({ path }) => path);
  if (!centre || !culture) return [];
  return [
    {
      ...{ key: 'children-writing', town: townAt(centre), people: [] },
      fields: {
        ...{ ...of(centre), category: 'course', audience: { who: 'children', fromAge: 7, toAge: 12 } },
        title: '少儿书法班',
        summary: '每周六下午，四次课；笔墨纸砚由驿站准备，家长可旁听。',
        teacher: '孟老师',
      },
      series: { first: saturdayAfter(today, 3), weeks: 4, from: '15:00', to: '16:30' },
      at: { venue: `${townAt(centre).id}-culture-station`, room: 2 },
      terms: terms('whole', 12, opened, { hold: 24 }),
      enrolments: { who: 'child', enrolled: [17] },
    },
    {
      ...{ key: 'phone-course', town: townAt(yongan), people: [] },
      fields: {
        ...{ ...of(yongan), category: 'course', audience: { who: 'elderly', fromAge: 60 } },
        title: '老年人智能手机课',
        summary: '挂号、缴费、视频通话，志愿者一对一帮助，请带上自己的手机。',
      },
      series: { first: addDays(today, 4), weeks: 3, from: '14:30', to: '16:00' },
      at: { venue: `${townAt(yongan).id}-culture-station`, room: 3 },
      terms: terms('whole', 20, opened),
      enrolments: { who: 'self', enrolled: [11] },
    },
    {
      ...{ key: 'picture-books', town: townAt(culture), people: [] },
      fields: {
        ...{ ...of(culture), category: 'reading', audience: { who: 'families', fromAge: 3, toAge: 8 } },
        title: '绘本之夜',
        summary: '家长和孩子一起听故事、演故事，每场单独报名。',
      },
      series: { first: addDays(today, 2), weeks: 3, from: '18:30', to: '19:30' },
      at: { venue: `${townAt(culture).id}-city-study`, room: 2 },
      terms: terms('session', 16, opened),
      enrolments: { who: 'party', enrolled: [6, 3] },
    },
    {
      ...{ key: 'paper-cutting', town: townAt(culture), people: [] },
      fields: {
        ...{ ...of(culture), category: 'heritage', audience: { who: 'everyone' } },
        title: '剪纸窗花体验',
        summary: '非遗传承人带大家剪新年窗花，作品可以带走。',
      },
      series: { first: saturdayAfter(today, 10), weeks: 2, from: '09:30', to: '11:00' },
      at: { venue: `${townAt(culture).id}-culture-station`, room: 2 },
      terms: terms('session', 18, addDays(today, 3)),
    },
  ];
};

const forEverybody = (today: LocalDate): ComingActivity[] => [
  {
    ...{ key: 'dance-final', town: undefined, people: [] },
    fields: {
      ...{ category: 'competition', level: 'district', node: districtPath, villages: [] },
      ...{ audience: { who: 'everyone' }, organiser: bureauOffice },
      title: '全区广场舞总决赛',
      summary: '各镇街前三名同台，免费观看，先到先坐。',
    },
    series: { first: saturdayAfter(today, 14), weeks: 1, from: '09:00', to: '11:30' },
    at: { place: '区文化馆剧场' },
  },
  {
    ...{ key: 'new-year', town: undefined, people: [] },
    fields: {
      ...{ category: 'festival', level: 'district', node: districtPath, villages: [] },
      ...{ audience: { who: 'everyone' }, organiser: bureauOffice },
      title: '迎新年群众文艺汇演',
      summary: '柳琴戏、合唱、舞蹈和非遗展演，剧场设轮椅席位和手语翻译。',
    },
    series: { first: saturdayAfter(today, 21), weeks: 1, from: '19:00', to: '21:00' },
    at: { place: '区文化馆剧场' },
  },
];

/** What is still ahead, some of it with places. */
export const comingActivities = (today: LocalDate): ComingActivity[] => [
  ...todayAtTheKeepers(today),
  ...withPlaces(today),
  ...forEverybody(today),
  ...films(today),
];
