import { type ImportField, importFields } from '../../../../../functions/households/households.words.ts';
import { type Line, plainText } from './sheet.ts';

const shared: readonly ImportField[] = ['address', 'categories'];
/** Whether more than one column can be this: several are one address together, or its person's categories. */
export const mayRepeat = (field: ImportField): boolean => shared.includes(field);

/** By column, what it is; undefined for one that stays on this computer. */
export type Mapping = readonly (ImportField | undefined)[];

/** Headings as offices write them, without spaces, brackets and what is in them. The first that fits wins. */
const headings = {
  key: ['户号', '户编号', '户籍号', '户口编号', '家庭编号', '户口簿号', '户序号'],
  area: ['片区', '网格', '走访片区', '责任片区', '网格名称', '所属网格', '责任区', '所属片区', '片区名称'],
  address: [
    ...['地址', '详细地址', '家庭住址', '住址', '门牌', '门牌号', '居住地址', '现住址', '现居住地址'],
    ...['家庭地址', '小区', '小区名称', '所属小区', '商铺地址', '经营地址', '店铺地址', '房屋地址', '坐落'],
    ...['自然村', '村民小组', '街路巷', '常住地址'],
  ],
  building: ['楼号', '楼栋', '楼栋号', '楼', '栋', '栋号', '幢', '幢号', '号楼', '楼房号', '楼宇'],
  unit: ['单元', '单元号'],
  room: ['房间号', '室', '房号', '室号', '房间', '门牌室号', '户室号', '房室号', '门号'],
  kind: ['类型', '户类型', '房屋类型', '住户类型', '户别', '性质', '房屋性质', '走访对象类型'],
  shopName: [
    '商铺名称',
    '店名',
    '店铺名称',
    '门店名称',
    '商户名称',
    '门面名称',
    '字号',
    '单位名称',
    '店铺名',
  ],
  head: [
    '户主',
    '户主姓名',
    '户主名字',
    '户主名',
    '房主',
    '房主姓名',
    '店主',
    '店主姓名',
    '经营者',
    '负责人',
    '业主',
    '业主姓名',
    '经营者姓名',
  ],
  name: ['姓名', '成员姓名', '家庭成员', '家庭成员姓名', '居民姓名', '人员姓名', '名字', '成员'],
  relation: ['与户主关系', '关系', '与户主的关系', '家庭关系', '户主关系', '同户主关系'],
  idNumber: [
    ...['身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '身份证', '证件号码', '证件号'],
    ...['身份号码', '居民身份证号', '居民身份证号码', '户主身份证号', '户主身份证号码', '身份证件号码'],
  ],
  phone: [
    ...['联系电话', '手机号', '电话', '手机', '手机号码', '联系方式', '电话号码', '户主电话', '移动电话'],
    ...['户主联系电话', '联系手机', '本人电话', '户主手机号', '家庭电话', '联系号码'],
  ],
  categories: [
    ...['人员类别', '类别', '人群类别', '特殊人群', '人员类型', '人群标签', '重点人群', '身份类别', '标签'],
    ...[
      '残疾',
      '残疾人',
      '是否残疾',
      '是否残疾人',
      '独居',
      '是否独居',
      '独居老人',
      '低保',
      '是否低保',
      '低保户',
    ],
    ...['低收入', '高龄', '是否高龄', '留守儿童', '是否留守儿童', '退役军人', '是否退役军人', '大病', '重病'],
    ...['是否大病', '重点关爱', '是否重点关爱', '特困'],
  ],
} as const satisfies Record<ImportField, readonly string[]>;

/** A heading without what offices add to it: spaces, a star for "required", an explanation in brackets. */
export const bareHeading = (heading: string): string =>
  plainText(heading)
    .replace(/[(（【[].*?[)）】\]]/g, '')
    .replace(/[\s*:：、·.。_\-—/]/g, '');

const fieldByHeading: ReadonlyMap<string, ImportField> = new Map(
  importFields.flatMap((field) => headings[field].map((heading): [string, ImportField] => [heading, field])),
);

/** What offices put words in front of: 门牌地址, 户主本人联系电话. */
const withWordsBefore = ['address', 'idNumber', 'phone'] as const satisfies readonly ImportField[];

const fieldByEnding = (heading: string): ImportField | undefined =>
  withWordsBefore.find((field) => headings[field].some((known) => heading.endsWith(known)));

/**
 * @returns by column what its heading says it is; only the first of several alike, unless they go together. A heading
 * that only ends like a known one counts when no other column is that.
 */
export const guessMapping = (titles: readonly string[]): Mapping => {
  const taken = new Set<ImportField>();
  const free = (field: ImportField | undefined): ImportField | undefined => {
    if (field === undefined || (taken.has(field) && !mayRepeat(field))) return undefined;
    taken.add(field);
    return field;
  };
  const exact = titles.map((title) => free(fieldByHeading.get(bareHeading(title))));
  const sure = new Set(exact);
  return titles.map((title, column) => {
    if (exact[column] !== undefined) return exact[column];
    const field = fieldByEnding(bareHeading(title));
    return sure.has(field) ? undefined : free(field);
  });
};

/** Titles stand above the headings: how far down those are looked for. */
export const headingsAmong = 20;

/** @returns position in `lines` of the line that most looks like headings */
export const findHeadings = (lines: readonly Line[]): number => {
  let best = 0;
  let most = 0;
  for (const [index, { cells }] of lines.slice(0, headingsAmong).entries()) {
    const known = cells.filter((cell) => fieldByHeading.has(bareHeading(cell))).length;
    if (known > most) {
      best = index;
      most = known;
    }
  }
  if (most > 0) return best;
  // Headings nobody foresaw: the first line with more than a title in it.
  const wide = lines
    .slice(0, headingsAmong)
    .findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  return Math.max(0, wide);
};

export interface Column {
  readonly title: string;
  /** A few of its values, as they were read. */
  readonly samples: readonly string[];
}

const samplesOfEach = 3;

/** The columns under the headings in line `at`, each with some of its values; empty headings keep their place. */
export const columnsOf = (lines: readonly Line[], at: number): Column[] => {
  const width = lines.slice(0, 1_000).reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const samples: string[] = [];
    for (const { cells } of lines.slice(at + 1, at + 1_000)) {
      const value = cells[column] ?? '';
      if (value !== '' && !samples.includes(value)) samples.push(value);
      if (samples.length === samplesOfEach) break;
    }
    return { title: lines[at]?.cells[column] ?? '', samples };
  });
};

/** What is missing before lines can become households; undefined when nothing is. */
export const mappingLack = (mapping: Mapping): 'address' | 'name' | undefined => {
  const has = (...fields: readonly ImportField[]): boolean =>
    mapping.some((field) => field !== undefined && fields.includes(field));
  if (!has('address', 'room', 'building')) return 'address';
  return has('name', 'head', 'shopName') ? undefined : 'name';
};
