import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './follow-ups.zh.ts';

export const words = {
  title: 'Renovated homes to visit again ({n})',
  more: 'There are more: see them at the desk.',
  due: 'to visit from {day}',
  late: 'was to visit from {day}',
  record: 'It takes a signal: open one for its address and to write down what you found.',
} as const satisfies Translation<typeof zh>;
