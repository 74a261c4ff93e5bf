import type { Translation } from '../../../lib/i18n/i18n.ts';
import type { words as zh } from './owners.zh.ts';

export const words = {
  'owners.title': 'Owners and lead officials',
  'owners.lead':
    'Which department the issues of a category belong to, and who leads for each town. What is wrong at a venue goes straight to its owner.',
  'owners.back': 'Issues',
  'owners.none': 'No category has an owner yet',
  'owners.all': 'All issues',
  'owners.ledger': 'Issues of {department}',
  'owners.category': 'Category',
  'owners.department': 'Department',
  'owners.of': '{category}: {department}',
  'owners.town': 'Town',
  'owners.official': 'Lead official',
  'owners.since': 'Since',
  'owners.nobody': 'Nobody yet',
  'owners.caption': 'Lead officials of {department}',
  'owners.set': 'Set an owner',
  'owners.set.done': 'Owner set',
  'owners.change': 'Change',
  'owners.change.of': 'Change the owner of issues about {category}',
  'owners.change.done': 'Changed',
  'owners.official.of': 'Lead official for {town}',
} as const satisfies Translation<typeof zh>;
