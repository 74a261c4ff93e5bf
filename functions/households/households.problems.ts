import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

/** Every reason the register can give, as the people it is given to should read it. */
export const householdProblems = defineProblems({
  'household.not_found': { status: 404, title: 'There is no household with this number.' },
  'household.village_unknown': { status: 422, title: 'This village does not exist, or is closed.' },
  'household.area_unknown': { status: 422, title: 'This area is not one of the village, or is closed.' },
  'household.address_taken': { status: 409, title: 'Another household is registered at this address.' },
  'household.id_number_taken': {
    status: 409,
    title: 'A person with this ID number is registered in another household.',
  },
  'household.id_number_twice': { status: 422, title: 'Two members of the household have this ID number.' },
  'household.name_and_phone_known': {
    status: 409,
    title: 'A person with this name and phone is registered in another household.',
  },
  'household.member_unknown': { status: 422, title: 'One of these members is not in the household.' },
  'household.is_gone': { status: 409, title: 'The household has left; take it back first.' },
  'household.not_gone': { status: 409, title: 'The household has not left.' },
  'household.area_not_found': { status: 404, title: 'There is no area with this number.' },
  'household.area_name_taken': { status: 409, title: 'Another area of the village has this name.' },
  'household.area_closed': { status: 409, title: 'The area is closed already.' },
  'household.import_not_found': { status: 404, title: 'There is no import with this number.' },
  'household.import_completed': { status: 409, title: 'This import was completed.' },
  'household.import_gap': {
    status: 409,
    title: 'Rows before these have not been sent yet; go on from where the import stands.',
  },
  'household.import_incomplete': { status: 409, title: 'Not every row of the file has been sent yet.' },
  'household.import_beyond': { status: 422, title: 'The file has fewer rows than these.' },
  'household.import_row_differs': {
    status: 409,
    title: 'This row was loaded before with other content; change the household itself.',
  },
});

export type HouseholdRefusal = keyof typeof householdProblems;
export const householdProblem = problemFactory(householdProblems);
