import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './report-start.zh.ts';

export const words = {
  'category.title': 'What is the issue about?',
  'category.label': 'Choose what comes closest',
  'category.danger': 'If somebody is in danger right now, call 110, 119 or 120 first.',
  'category.environment': 'Cleanliness',
  'category.environment.hint': 'Rubbish, waste water, bad smells, fumes',
  'category.roads': 'Roads and street lamps',
  'category.roads.hint': 'Damaged roads, dark lamps, manholes, parking',
  'category.utilities': 'Water, power, gas, heating',
  'category.utilities.hint': 'Cuts, blocked drains, gas, heating',
  'category.housing': 'Homes and stairwells',
  'category.housing.hint': 'Leaks, lifts, clutter, property management',
  'category.safety': 'Dangers',
  'category.safety.hint': 'Blocked fire lanes, unsafe charging, falling trees',
  'category.welfare': 'Welfare',
  'category.welfare.hint': 'Low-income support, old age, disability, health insurance, work',
  'category.culture': 'Culture and sport',
  'category.culture.hint': 'Opening hours, events and courses, fitness equipment',
  'category.neighbours': 'Between neighbours',
  'category.neighbours.hint': 'Noise, blocked shared space, pets',
  'category.other': 'Something else',
  'category.other.hint': 'None of these, or not sure',
  'missing.category': 'Choose what the issue is about',
} as const satisfies Translation<typeof zh>;
