import type { householdsContract } from '../../../../../functions/households/households.contract.ts';
import type { ResponseOf } from '../../../../../functions/platform/contract/route.ts';
import type { TextTable } from './spreadsheet-files.ts';

export type Exported = ResponseOf<typeof householdsContract.routes.exportPage>['rows'][number];

/**
 * Headings are the offices' own, whatever language the reader has chosen: the file goes back to offices, and the
 * import knows them again.
 */
const headings = [
  ...['户号', '状态', '类型', '片区', '商铺名称', '地址', '楼号', '单元', '房间号'],
  ...['姓名', '与户主关系', '身份证号', '联系电话', '人员类别'],
];

const categoryNames = {
  disabled: '残疾',
  'living-alone': '独居',
  'low-income': '低保',
  elderly: '高龄',
  'left-behind-child': '留守儿童',
  veteran: '退役军人',
  'key-care': '重点关爱',
  'severe-illness': '大病',
} as const;

/** One line a person, their household's own columns repeated, as offices keep their lists. */
export const exportTable = (households: readonly Exported[], areaName: (id: string) => string): TextTable => [
  headings,
  ...households.flatMap(({ address, members, ...household }) =>
    members.map((member) => [
      household.household,
      household.status === 'gone' ? '已迁出' : '在册',
      household.kind === 'shop' ? '商铺' : '住户',
      household.area === undefined ? '' : areaName(household.area),
      household.shopName ?? '',
      address.text,
      address.building ?? '',
      address.unit ?? '',
      address.room ?? '',
      member.name,
      member.relation,
      member.idNumber ?? '',
      member.phone ?? '',
      member.categories.map((each) => categoryNames[each]).join('、'),
    ]),
  ),
];
