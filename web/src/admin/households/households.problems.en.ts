import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './households.problems.zh.ts';

export const words = {
  'household.not_found': 'There is no such household, or it lies outside your area.',
  'household.village_unknown': 'This village does not exist or is closed.',
  'household.area_unknown': 'This area is not one of the village, or is closed.',
  'household.address_taken': 'Another household is registered at this address.',
  'household.id_number_taken': 'This ID number is registered in another household.',
  'household.id_number_twice': 'Two members of the household have this ID number.',
  'household.name_and_phone_known': 'Somebody with this name and phone is registered in another household.',
  'household.member_unknown': 'One of the members is not in this household. Refresh and change it again.',
  'household.is_gone': 'The household has left; take it back first.',
  'household.not_gone': 'The household has not left.',
  'household.area_not_found': 'There is no such area.',
  'household.area_name_taken': 'Another area of the village has this name.',
  'household.area_closed': 'The area is closed already.',
  'household.import_not_found': 'There is no such import, or it lies outside your area.',
  'household.import_completed': 'This import was completed.',
  'household.import_gap': 'Households before these were not sent yet; go on from where it stopped.',
  'household.import_incomplete': 'Not every household was sent yet.',
  'household.import_beyond': 'More households were sent than the file has.',
  'household.import_row_differs':
    'This one was loaded before with other content; change the household itself.',
} as const satisfies Translation<typeof zh>;
