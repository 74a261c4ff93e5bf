import type { LocalDate } from '../../platform/runtime/time.ts';
import {
  beginning,
  bureauOffice,
  type DemoActivity,
  everyone,
  inParts,
  officeOf,
  reported,
  type Series,
  sized,
  withPeople,
} from './culture-activity.ts';
import { demoVenues } from './culture-places.ts';
import { demoTowns, districtPath, villagesOf } from './district.ts';
import type { Random } from './random.ts';

const topics = [
  ['楷书入门', '从坐姿和笔画练起，纸笔由驿站准备。'],
  ['剪纸', '老艺人现场教学，带走自己的作品。'],
  ['智能手机使用', '挂号、缴费、视频通话，一对一帮助。'],
  ['合唱', '练声和两首合唱作品，期末登台。'],
  ['太极拳', '二十四式，动作由慢到快。'],
  ['国画山水', '临摹为主，适合初学。'],
  ['民族舞', '身韵组合，穿练功鞋。'],
  ['手机摄影', '构图和光线，课上点评。'],
  ['古筝', '乐器由驿站提供，每班十二人。'],
  ['朗诵', '普通话正音和名篇朗诵。'],
  ['亲子阅读', '三至八岁儿童和家长一起读绘本。'],
  ['家庭急救', '心肺复苏和外伤包扎，人人动手。'],
] as const;

/** The ten stations and the two studies. */
const houses = demoVenues.filter(({ fields }) => fields.kind !== 'culture-centre');

export const courses = (today: LocalDate, random: Random): DemoActivity[] => {
  const { sessions, people } = reported.course;
  const each = Math.floor(sessions / topics.length);
  const more = sessions - each * topics.length;
  const all = topics.map(([topic, summary], index): DemoActivity => {
    const at = houses[index % houses.length];
    if (!at) throw new Error('a course of the demo has no venue');
    const { town, key: venue } = at;
    const weeks = index < more ? each + 1 : each;
    return {
      ...{ key: `course-${index}`, town, people: [] },
      fields: {
        ...{ category: 'course', level: 'town', node: town.path, villages: [], audience: everyone },
        title: `${topic}公益课`,
        ...{ summary, organiser: officeOf(town) },
      },
      series: { first: beginning(today, weeks, random), weeks, from: '15:00', to: '16:30' },
      at: { venue },
    };
  });
  return withPeople(all, inParts(people, sessions, random));
};

export const performances = (today: LocalDate, random: Random): DemoActivity[] => {
  const { sessions } = reported.performance;
  const each = Math.floor(sessions / (demoTowns.length + 1));
  const series = (): Series => ({
    first: beginning(today, each, random),
    ...{ weeks: each, from: '19:00', to: '21:00' },
  });
  const ofTowns = demoTowns.map(
    (town): DemoActivity => ({
      ...{ key: `stage-${town.id}`, town, people: [], series: series() },
      fields: {
        ...{ category: 'performance', level: 'town', node: town.path, audience: everyone },
        villages: villagesOf(town).map(({ path }) => path),
        title: `送戏下乡走进${town.name.zh}`,
        summary: '柳琴戏、琴书、歌舞，村里的节目一起上台。',
        organiser: officeOf(town),
      },
      at: { place: `${town.name.zh}百姓大舞台` },
    }),
  );
  const ofDistrict: DemoActivity = {
    ...{ key: 'stage-district', town: undefined, people: [], series: series() },
    fields: {
      ...{ category: 'performance', level: 'district', node: districtPath, audience: everyone, villages: [] },
      title: '百姓大舞台周末专场',
      summary: '各镇街优秀节目轮流演出，免费入场。',
      organiser: bureauOffice,
    },
    at: { place: '东湖公园百姓大舞台' },
  };
  return withPeople([...ofTowns, ofDistrict], sized(70, 260, sessions, random));
};

const contests = ['广场舞大赛', '歌手大赛', '书法展赛', '象棋比赛', '朗诵比赛', '厨艺比赛'] as const;

export const competitions = (today: LocalDate, random: Random): DemoActivity[] => {
  const all = demoTowns.map(
    (town, index): DemoActivity => ({
      ...{ key: `contest-${town.id}`, town, people: [] },
      fields: {
        ...{ category: 'competition', level: 'town', node: town.path, audience: everyone, villages: [] },
        title: `${town.name.zh}${contests[index % contests.length]}`,
        summary: '各村（社区）报名参赛，评委现场打分，前三名参加区里决赛。',
        organiser: officeOf(town),
      },
      series: { first: beginning(today, 1, random), weeks: 1, from: '09:00', to: '12:00' },
      at: { place: `${town.name.zh}综合文化站` },
    }),
  );
  return withPeople(all, sized(60, 220, reported.competition.sessions, random));
};
