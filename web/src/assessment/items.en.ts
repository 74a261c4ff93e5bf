import type { Translation } from '../lib/i18n/i18n.ts';
import type { words as zh } from './items.zh.ts';

export const words = {
  'item.toilet': 'Toilet',
  'item.ramp': 'Ramp at the door',
  'item.handrails': 'Handrails',
  'item.door-widening': 'Wider door',
  'item.threshold': 'Level threshold',
  'item.stove': 'Lower stove',
  'item.kitchen-sink': 'Lower sink',
  'item.nursing-bed': 'Nursing bed',
  'item.anti-slip-floor': 'Anti-slip floor',
  'item.light-switches': 'Lower switches and sockets',
  'item.doorbell-flash': 'Flashing doorbell',
  'item.shower-seat': 'Shower seat',
} as const satisfies Translation<typeof zh>;
