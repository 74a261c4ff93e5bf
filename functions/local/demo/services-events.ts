import type { NewEvent } from '../../services/events.fields.ts';
import { demoTowns, districtPath } from './district.ts';

type DemoEvent = Omit<Partial<NewEvent>, 'day'> &
  Pick<NewEvent, 'kind' | 'node' | 'title' | 'place'> & { readonly daysAgo: number };

const [first, second, third] = demoTowns.map(({ path }) => path);

/** †1,000 people served and 1,500 leaflets on volunteer days, 40 works sold, and outings nobody else put on. */
export const demoEvents: readonly DemoEvent[] = [
  {
    ...{ kind: 'volunteer-day', node: districtPath, daysAgo: 191, title: '全国助残日志愿服务' },
    ...{ place: '人民广场', served: 420, volunteers: 86, leaflets: 700 },
  },
  {
    ...{ kind: 'volunteer-day', node: first ?? districtPath, daysAgo: 150, title: '义诊进社区' },
    ...{ place: '建设路社区', served: 210, volunteers: 24, leaflets: 300 },
  },
  {
    ...{ kind: 'volunteer-day', node: second ?? districtPath, daysAgo: 96, title: '助残志愿服务日' },
    ...{ place: '各塔埠街道文化站', served: 205, volunteers: 31, leaflets: 280 },
  },
  {
    ...{ kind: 'volunteer-day', node: third ?? districtPath, daysAgo: 40, title: '家电维修理发义剪' },
    ...{ place: '立新社区', served: 190, volunteers: 28, leaflets: 240 },
  },
  {
    ...{ kind: 'charity-sale', node: districtPath, daysAgo: 60, title: '残疾人手工作品义卖' },
    ...{ place: '龙潭公园', served: 26, volunteers: 18, works: 43, takings: 386_000 },
  },
  {
    ...{ kind: 'film', node: districtPath, daysAgo: 33, title: '无障碍电影观影' },
    ...{ place: '文化路影城', served: 48, volunteers: 12 },
  },
  {
    ...{ kind: 'reading', node: first ?? districtPath, daysAgo: 20, title: '盲文读书会' },
    ...{ place: '城市书房', served: 15, volunteers: 4 },
  },
];
