import { defineProblems, problemFactory } from '../platform/contract/problems.ts';
import { missingProblems } from './programme-missing.problems.ts';

/** Every reason the programme can give, as the people it is given to should read it. */
export const programmeProblems = defineProblems({
  ...missingProblems,
  'programme.node_unknown': { status: 422, title: 'One of these places does not exist, or is closed.' },
  'programme.over': {
    status: 409,
    title: 'This activity is over or was cancelled; nothing changes any more.',
  },
  'programme.not_draft': { status: 409, title: 'This activity has been published already.' },
  'programme.not_published': { status: 409, title: 'Publish the activity first.' },
  'programme.no_sessions': {
    status: 409,
    title: 'Give the activity a date still ahead before it is published.',
  },
  'programme.sessions_ahead': {
    status: 409,
    title: 'Some of its dates are still ahead. Cancel them first, or wait until they are over.',
  },
  'programme.session_not_found': { status: 404, title: 'The activity has no such date.' },
  'programme.session_cancelled': { status: 409, title: 'This date was cancelled.' },
  'programme.session_held': { status: 409, title: 'This date has taken place.' },
  'programme.session_not_begun': { status: 409, title: 'People can be counted once it has begun.' },
  'programme.venue_unknown': { status: 422, title: 'There is no such venue, or it was given up.' },
  'programme.room_unknown': { status: 422, title: 'The venue has no such room.' },
  'programme.room_taken': {
    status: 409,
    title: 'The room is taken at one of these times. Choose another room or time.',
  },
  'programme.sessions_full': { status: 409, title: 'An activity has at most 120 dates.' },
  'programme.too_much_at_once': {
    status: 422,
    title: 'These are too many dates with rooms and places at once. Add them in several steps.',
  },
  'programme.capacity_taken': {
    status: 409,
    title: 'More places than that are taken already. Cancel enrolments first.',
  },
  'programme.enrolment_fixed': {
    status: 409,
    title: 'People may have enrolled already: what places are of cannot change any more.',
  },
});

export type ProgrammeRefusal = keyof typeof programmeProblems;
export const programmeProblem = problemFactory(programmeProblems);
