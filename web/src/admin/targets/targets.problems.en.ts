import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './targets.problems.zh.ts';

export const words = {
  'target.not_found': 'There is no such target, or it lies outside your area.',
  'target.exists': 'There is a target for this already. Change its figure and say why.',
  'target.node_unknown': 'There is no such place, or it is closed.',
  'target.not_yours': 'Somebody else sets the figures of this.',
  'target.percent': 'A share is at most 100 percent.',
} as const satisfies Translation<typeof zh>;
