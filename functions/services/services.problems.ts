import { defineProblems, problemFactory } from '../platform/contract/problems.ts';

export const servicesProblems = defineProblems({
  'service.not_found': { status: 404, title: 'There is no such record.' },
  'service.node_unknown': { status: 422, title: 'This place does not exist, or is closed.' },
  'service.day_not_possible': { status: 422, title: 'This day does not fit what is recorded.' },
  'service.nothing_changed': { status: 409, title: 'It stands like this already.' },
  'person.guardian_needed': { status: 422, title: 'For somebody this young the guardian consents.' },
  'person.household_unknown': { status: 422, title: 'There is no such household in your area.' },
  'person.household_differs': {
    status: 422,
    title: 'The register has this ID number in another household.',
  },
  'device.stock_exists': { status: 409, title: 'This depot has a stock of these devices already.' },
  'device.none_left': { status: 409, title: 'There are not that many left.' },
  'device.none_to_mend': { status: 409, title: 'There are not that many to be repaired.' },
  'device.returned': { status: 409, title: 'This was returned already.' },
  'device.not_lent': { status: 409, title: 'This was not lent: there is nothing to extend.' },
  'device.not_later': { status: 422, title: 'The new day has to be later than the one before.' },
  'centre.closed': { status: 409, title: 'This centre is closed.' },
  'centre.full': { status: 409, title: 'This centre has no place left.' },
  'centre.too_small': { status: 409, title: 'The centre has more members than that.' },
  'centre.has_members': { status: 409, title: 'The centre still has members.' },
  'member.elsewhere': { status: 409, title: 'This person is a member of a centre already.' },
  'member.left': { status: 409, title: 'This person has left the centre.' },
  'member.employments_full': { status: 409, title: 'No more employments can be recorded here.' },
  'attendance.exists': { status: 409, title: 'This day was handed in already. Correct it and say why.' },
  'attendance.not_member': { status: 422, title: 'Somebody among these was not a member on that day.' },
  'attendance.corrections_full': { status: 409, title: 'This day was corrected too often.' },
  'donation.none_left': { status: 409, title: 'There is not that much left of this batch.' },
  'donation.received_before': {
    status: 409,
    title: 'This household has received from this batch. Say why it receives again.',
  },
  'donation.taken_back': { status: 409, title: 'This was taken back already.' },
  'help.not_a_child': { status: 422, title: 'By the ID number this person was 18 or older on that day.' },
  'help.open_already': { status: 409, title: 'This child has this help already.' },
  'help.over': { status: 409, title: 'This help is over.' },
  'event.activity_unknown': { status: 422, title: 'There is no activity with this number in your area.' },
  'event.counted_there': {
    status: 422,
    title: 'The people at this activity are counted with the programme. Leave the number out.',
  },
  'event.withdrawn': { status: 409, title: 'This record was withdrawn already.' },
});

export type ServicesRefusal = keyof typeof servicesProblems;
export const servicesProblem = problemFactory(servicesProblems);
