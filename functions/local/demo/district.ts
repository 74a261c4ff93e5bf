/** One organisation of the demo district before it is created. */
export interface DemoNode {
  readonly id: string;
  readonly path: string;
  readonly kind: 'district' | 'town' | 'village' | 'department';
  readonly name: { readonly zh: string; readonly en: string };
}

const district: DemoNode = {
  id: '370402',
  path: '370402',
  kind: 'district',
  name: { zh: '市中区', en: 'Shizhong District' },
};

/** Towns and sub-districts with their villages or communities; names in pinyin serve as English. */
const towns = [
  ['001', '中心街街道', 'Zhongxinjie Sub-district', ['建设路', '解放路', '公胜街', '君山路']],
  ['002', '各塔埠街道', 'Getabu Sub-district', ['各塔埠', '幸福', '东井', '西沟']],
  ['003', '矿区街道', 'Kuangqu Sub-district', ['立新', '胜利', '团结', '青山', '红旗', '建井', '前进']],
  ['004', '文化路街道', 'Wenhualu Sub-district', ['文化路', '振兴', '光明里', '书院']],
  ['005', '龙山路街道', 'Longshanlu Sub-district', ['龙山', '东湖', '岳楼', '南园']],
  ['006', '光明路街道', 'Guangminglu Sub-district', ['光明', '衡山', '黎明', '安居']],
  ['100', '税郭镇', 'Shuiguo Town', ['税郭', '西集', '安岭', '官庄', '柏山']],
  ['101', '孟庄镇', 'Mengzhuang Town', ['孟庄', '郭村', '龙床', '东谷', '尚岩']],
  ['102', '齐村镇', 'Qicun Town', ['齐村', '渴口', '凤凰', '上郭', '侯宅']],
  [
    '103',
    '永安镇',
    "Yong'an Town",
    ['永安', '遗棠', '聂庄', '小阴', '黄庄', '石羊', '东黄', '西黄', '徐洼', '武岭', '山阴', '官地'],
  ],
  ['104', '西王庄镇', 'Xiwangzhuang Town', ['西王庄', '洪村', '付刘耀', '张庄', '石碑']],
] as const;

const townDepartments = [
  ['dangzheng', '党政办公室', 'General Office'],
  ['chengjian', '城建办公室', 'Construction Office'],
  ['minzheng', '民政和社会事务办公室', 'Civil Affairs Office'],
  ['pingan', '平安建设办公室', 'Public Safety Office'],
  ['nongye', '农业农村办公室', 'Agriculture Office'],
] as const;

const districtDepartments = [
  ['wenlv', '区文化和旅游局', 'District Culture and Tourism Bureau'],
  ['canlian', '区残疾人联合会', "District Disabled Persons' Federation"],
  ['jiaoti', '区教育和体育局', 'District Education and Sports Bureau'],
  ['chengguan', '区综合行政执法局', 'District Urban Management Bureau'],
] as const;

const under = (parent: DemoNode, id: string, kind: DemoNode['kind'], zh: string, en: string): DemoNode => ({
  id,
  path: `${parent.path}/${id}`,
  kind,
  name: { zh, en },
});

const townNodes = towns.flatMap(([code, zh, en, villages]) => {
  const town = under(district, `${district.id}${code}`, 'town', zh, en);
  const isTown = zh.endsWith('镇');
  return [
    town,
    ...townDepartments.map(([slug, name, english]) =>
      under(town, `${town.id}-${slug}`, 'department', `${zh}${name}`, `${en} ${english}`),
    ),
    ...villages.map((name, index) =>
      under(
        town,
        `${town.id}${String(isTown ? 200 + index : 1 + index).padStart(3, '0')}`,
        'village',
        isTown ? `${name}村` : `${name}社区`,
        isTown ? `${en} Village ${index + 1}` : `${en} Community ${index + 1}`,
      ),
    ),
  ];
});

/** The whole tree, parents before children. */
export const demoNodes: readonly DemoNode[] = [
  district,
  ...districtDepartments.map(([slug, zh, en]) =>
    under(district, `${district.id}-${slug}`, 'department', zh, en),
  ),
  ...townNodes,
];

export const districtPath = district.path;

export const demoTowns: readonly DemoNode[] = demoNodes.filter(({ kind }) => kind === 'town');
export const villagesOf = (town: DemoNode): DemoNode[] =>
  demoNodes.filter(({ kind, path }) => kind === 'village' && path.startsWith(`${town.path}/`));
export const departmentOf = (town: DemoNode, slug: string): string => `${town.path}/${town.id}-${slug}`;

/** 永安镇, whose report the figures come from. */
export const yongan = '370402/370402103';
export const kuangqu = '370402/370402003';
