import {
  type HouseholdCategory,
  householdCategories,
} from '../../../../../functions/households/households.words.ts';

/** What offices write in a cell, and what it means here. */
const categoryWords = {
  disabled: ['残疾', '残疾人', '残'],
  'living-alone': ['独居', '独居老人', '空巢', '空巢老人', '独居户'],
  'low-income': [
    '低保',
    '低保户',
    '低收入',
    '低收入户',
    '困难',
    '困难户',
    '特困',
    '五保',
    '五保户',
    '低保边缘',
  ],
  elderly: ['高龄', '高龄老人', '80岁以上', '80岁以上老人', '八十岁以上'],
  'left-behind-child': ['留守儿童', '留守', '困境儿童'],
  veteran: ['退役军人', '退伍军人', '军人', '优抚', '优抚对象', '复员军人'],
  'key-care': ['重点关爱', '重点', '重点人群', '重点关注', '重点对象'],
  'severe-illness': ['大病', '重病', '重大疾病', '大病患者'],
} as const satisfies Record<HouseholdCategory, readonly string[]>;

const nothing = new Set([
  '',
  '无',
  '否',
  '不是',
  '没有',
  '普通',
  '一般',
  '正常',
  '/',
  '-',
  '—',
  '0',
  'N',
  '×',
  '一般户',
  '普通居民',
]);
const yes = new Set(['是', '√', '✓', '有', '1', 'Y', 'YES', 'TRUE', '对', '户主本人']);

export const saysYes = (text: string): boolean => yes.has(text.toUpperCase());
export const saysNo = (text: string): boolean => nothing.has(text.toUpperCase());

const byWord: ReadonlyMap<string, HouseholdCategory> = new Map(
  householdCategories.flatMap((category) =>
    // Our own export can be read again in either language.
    [category, ...categoryWords[category]].map((word): [string, HouseholdCategory] => [word, category]),
  ),
);

/** Of a heading such as 「是否残疾」 whose cells say yes or no. */
export const categoriesOfHeading = (heading: string): readonly HouseholdCategory[] => {
  const category = byWord.get(heading.replace(/^是否(?:为|有)?/, ''));
  return category === undefined ? [] : [category];
};

/** 「残疾、独居」, or the codes of our own export. */
export const categoriesOfWords = (
  text: string,
): { readonly categories: HouseholdCategory[]; readonly unknown: string[] } => {
  const categories: HouseholdCategory[] = [];
  const unknown: string[] = [];
  for (const word of text.split(/[、,，;；/|\s+]+/).filter((each) => !saysNo(each))) {
    const bare = word.replace(/[(（].*$/, '');
    const category = byWord.get(bare);
    if (category === undefined) unknown.push(word);
    else categories.push(category);
  }
  return { categories, unknown };
};

const headRelations = new Set([
  '户主',
  '本人',
  '户主本人',
  '房主',
  '业主',
  '店主',
  '经营者',
  '负责人',
  '老板',
  '法人',
]);
export const isHeadRelation = (text: string): boolean => headRelations.has(text);

export const isShopWord = (text: string): boolean => /商|铺|店|门面|门市|经营|^shop$/i.test(text);
