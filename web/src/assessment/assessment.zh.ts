import { words as items } from './items.zh.ts';

export const words = {
  ...items,
  wanted: '申请人想做的：{items}',
  function: '本人能做什么、不能做什么',
  'function.hint': '例如：能自己坐起，不能站立；上厕所要人扶。',
  home: '家里是什么样',
  'home.hint': '例如：平房，门口三级台阶，厕所在院里，蹲坑。',
  needed: '需要吗',
  why: '理由',
  measured: '量到的尺寸',
  'measured.hint': '例如：门宽 68 厘米，台阶高 12 厘米',
  add: '再加一个项目',
  'add.none': '不加',
  remove: '去掉“{item}”',
  photos: '现场照片',
  items: '项目',
  'needed.yes': '需要',
  'needed.no': '不需要',
  and: '、',
  'label.item': '{item} · {part}',
} as const;
