import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './figures.problems.zh.ts';

export const words = {
  'publicity.not_found': 'There is no such entry, or it lies outside your area.',
  'publicity.node_unknown': 'There is no such place, or it is closed.',
  'publicity.activity_unknown': 'There is no activity with this number.',
  'publicity.withdrawn': 'This entry was withdrawn already.',
} as const satisfies Translation<typeof zh>;
