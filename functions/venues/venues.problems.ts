import { defineProblems, problemFactory } from '../platform/contract/problems.ts';
import { missingProblems } from './venues-missing.problems.ts';

/** Every reason a venue can give, as the people it is given to should read it. */
export const venueProblems = defineProblems({
  ...missingProblems,
  'venue.node_unknown': { status: 422, title: 'This place does not exist, or is closed.' },
  'venue.ended': { status: 409, title: 'This venue was ended; nothing about it changes any more.' },
  'venue.not_planned': { status: 409, title: 'This venue has been opened already.' },
  'venue.not_launched': { status: 409, title: 'This venue is still planned. Open it to the public first.' },
  'venue.no_timetable': { status: 409, title: 'Give the venue a timetable before it is opened.' },
  'venue.past_changed': {
    status: 409,
    title:
      'Hours of days that have passed stay as they were planned. Let the new timetable begin today or later.',
  },
  'venue.closure_not_found': { status: 404, title: 'There is no such closure or additional opening.' },
  'venue.closure_over': { status: 409, title: 'This closure or additional opening is over.' },
  'venue.closures_full': {
    status: 409,
    title: 'Sixty closures and additional openings stand with this venue already.',
  },
  'venue.keeper_unknown': { status: 422, title: 'This person has no account.' },
  'venue.keeper_not_active': { status: 422, title: 'The account of this person is suspended.' },
  'venue.keeper_not_in_scope': {
    status: 422,
    title: 'This person does not act at this place, or keeps no venues.',
  },
  'venue.opened_already': { status: 409, title: 'The venue is recorded as open already.' },
  'venue.not_open': { status: 409, title: 'No opening is recorded, so there is nothing to close.' },
  'venue.closing_forgotten': {
    status: 409,
    title: "Yesterday's closing was not recorded. Enter when it was closed.",
  },
  'venue.time_taken': { status: 409, title: 'The venue is recorded as open at this time already.' },
  'venue.recorded_full': { status: 409, title: 'Twelve openings of this day are recorded already.' },
  'venue.day_too_old': { status: 422, title: 'A day can be corrected for sixty days.' },
  'venue.corrections_full': { status: 409, title: 'Ten corrections stand with this day already.' },
  'upgrade.step_not_allowed': { status: 409, title: 'The project cannot go from where it stands to there.' },
  'upgrade.notes_full': { status: 409, title: 'Forty steps stand with this project already.' },
});

export type VenueRefusal = keyof typeof venueProblems;
export const venueProblem = problemFactory(venueProblems);
