import type { Translation } from '../lib/i18n/i18n.ts';
import type { words as zh } from './assessment.zh.ts';
import { words as items } from './items.en.ts';

export const words = {
  ...items,
  wanted: 'Wanted: {items}',
  function: 'What the person can and can’t do',
  'function.hint': 'For example: sits up alone, can’t stand; needs help in the toilet.',
  home: 'How the home is',
  'home.hint': 'For example: one floor, three steps at the door, a squat toilet in the yard.',
  needed: 'Needed?',
  why: 'Why',
  measured: 'What you measured',
  'measured.hint': 'For example: door 68 cm wide, step 12 cm high',
  add: 'Add an item',
  'add.none': 'None',
  remove: 'Take out “{item}”',
  photos: 'Photos of the home',
  items: 'Items',
  'needed.yes': 'Needed',
  'needed.no': 'Not needed',
  and: ', ',
  'label.item': '{item} · {part}',
} as const satisfies Translation<typeof zh>;
