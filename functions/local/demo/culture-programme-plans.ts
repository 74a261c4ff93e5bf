import type { LocalDate } from '../../platform/runtime/time.ts';
import type { NewActivity } from '../../programme/programme.fields.ts';
import {
  beginning,
  bureauOffice,
  type DemoActivity,
  everyone,
  inParts,
  officeOf,
  reported,
  sized,
  withPeople,
} from './culture-activity.ts';
import { competitions, courses, performances } from './culture-course-plans.ts';
import { demoTowns, districtPath, villagesOf } from './district.ts';
import { type Random, seededRandom } from './random.ts';

const villages = demoTowns.flatMap((town) => villagesOf(town).map((village) => ({ town, village })));

const films = (today: LocalDate, random: Random): DemoActivity[] => {
  const { sessions } = reported.film;
  const each = Math.floor(sessions / villages.length);
  const more = sessions - each * villages.length;
  const all = villages.map(({ town, village }, index): DemoActivity => {
    const weeks = index < more ? each + 1 : each;
    return {
      ...{ key: `film-${village.id}`, town, people: [] },
      fields: {
        ...{ category: 'film', level: 'village', node: village.path, villages: [village.path] },
        title: `${village.name.zh}公益电影放映`,
        summary: '每周一场，露天放映，自带板凳；遇雨改在文化服务中心多功能厅。',
        ...{ audience: everyone, organiser: officeOf(village) },
      },
      series: { first: beginning(today, weeks, random), weeks, from: '19:00', to: '20:50' },
      at: { place: `${village.name.zh}文化广场` },
    };
  });
  return withPeople(all, sized(25, 90, sessions, random));
};

/** Town trainings of five weeks, the district's own of eight, and what is left in the villages. */
const trainingWeeks = { town: 5, district: 8 } as const;

const dance = {
  category: 'training',
  audience: { who: 'women' },
} as const satisfies Partial<NewActivity>;

const trainings = (today: LocalDate, random: Random): DemoActivity[] => {
  const { sessions, people } = reported.training;
  const inVillages = sessions - trainingWeeks.town * demoTowns.length - trainingWeeks.district;
  const each = Math.floor(inVillages / villages.length);
  const more = inVillages - each * villages.length;
  const ofVillages = villages.map(({ town, village }, index): DemoActivity => {
    const weeks = index < more ? each + 1 : each;
    return {
      ...{ key: `dance-${village.id}`, town, people: [] },
      fields: {
        ...{ ...dance, level: 'village', node: village.path, villages: [village.path] },
        title: `${village.name.zh}广场舞培训`,
        summary: '零基础可参加，穿软底鞋；老师教一支新舞，骨干带练。',
        organiser: officeOf(village),
      },
      series: { first: beginning(today, weeks, random), weeks, from: '18:30', to: '20:00' },
      at: { venue: `${village.id}-0` },
    };
  });
  const ofTowns = demoTowns.map((town): DemoActivity => {
    const weeks = trainingWeeks.town;
    return {
      ...{ key: `dance-${town.id}`, town, people: [] },
      fields: {
        ...{ ...dance, level: 'town', node: town.path, villages: villagesOf(town).map(({ path }) => path) },
        title: `${town.name.zh}广场舞骨干培训`,
        summary: '每村（社区）派两名骨干参加，回村后带队练习。',
        organiser: officeOf(town),
      },
      series: { first: beginning(today, weeks, random), weeks, from: '14:30', to: '16:30' },
      at: { place: `${town.name.zh}综合文化站` },
    };
  });
  const ofDistrict: DemoActivity = {
    ...{ key: 'dance-district', town: undefined, people: [] },
    fields: {
      ...{ ...dance, level: 'district', node: districtPath, villages: [] },
      title: '全区广场舞师资培训',
      summary: '区级编导授课，结业后到镇街任教。',
      organiser: bureauOffice,
    },
    series: {
      first: beginning(today, trainingWeeks.district, random),
      ...{ weeks: trainingWeeks.district, from: '09:00', to: '11:00' },
    },
    at: { place: '区文化馆一楼排练厅' },
  };
  return withPeople([...ofVillages, ...ofTowns, ofDistrict], inParts(people, sessions, random));
};

/** What took place so far, as the reports count it. */
export const pastActivities = (today: LocalDate): DemoActivity[] => {
  const random = seededRandom(240);
  return [films, trainings, courses, performances, competitions].flatMap((plan) => plan(today, random));
};
