import * as v from 'valibot';
import { staffIdSchema } from '../access/staff.states.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { paragraph } from '../platform/contract/text.ts';
import { countableDateSchema, instantSchema } from '../platform/runtime/time.schemas.ts';
import { venueKeepers, venueReaders } from './venues.actions.ts';
import {
  correctionFieldsSchema,
  exceptionFieldsSchema,
  newUpgradeSchema,
  newVenueSchema,
  openingFieldsSchema,
  openingsQuerySchema,
  photosFieldSchema,
  roomsFieldSchema,
  timetablesFieldSchema,
  upgradeProgressSchema,
  venueDetailsSchema,
  weekSchema,
} from './venues.fields.ts';
import { type VenueRefusal, venueProblems } from './venues.problems.ts';
import {
  hoursReportSchema,
  openingsSchema,
  openingViewSchema,
  upgradesSchema,
  upgradeViewSchema,
  venueRowSchema,
  venueViewSchema,
  weekHoursSchema,
} from './venues.views.ts';
import { limits, placeSchema } from './venues.words.ts';

const venue = v.object({ venue: referenceSchema });
const upgrade = v.object({ upgrade: referenceSchema });
const year = v.pipe(v.string(), v.regex(/^20\d\d$/), v.transform(Number));

const venueChange = <P extends string, B extends v.GenericSchema<unknown, unknown>>(
  path: P,
  summary: string,
  body: B,
  problems: readonly VenueRefusal[] = [],
) =>
  ({
    method: 'POST',
    path: `/api/venues/{venue}/${path}`,
    summary,
    mayCall: venueKeepers,
    params: venue,
    body,
    response: venueViewSchema,
    status: 200,
    versioned: true,
    problems: ['venue.not_found', 'venue.ended', ...problems],
  }) as const;

export const venuesContract = defineContract({
  function: 'venues',
  problems: venueProblems,
  routes: {
    list: {
      method: 'GET',
      path: '/api/venues',
      summary: 'The venues of a place and below it, by kind and name; ended ones are not listed',
      mayCall: venueReaders,
      query: v.strictObject({ node: placeSchema }),
      response: v.object({ rows: v.array(venueRowSchema), asOf: instantSchema }),
      status: 200,
      problems: [],
    },
    create: {
      method: 'POST',
      path: '/api/venues',
      summary: 'Write down a venue, open already or planned',
      mayCall: venueKeepers,
      body: newVenueSchema,
      response: venueViewSchema,
      status: 201,
      problems: ['venue.node_unknown', 'venue.no_timetable'],
    },
    read: {
      method: 'GET',
      path: '/api/venues/{venue}',
      summary: 'One venue whole',
      mayCall: venueReaders,
      params: venue,
      response: venueViewSchema,
      status: 200,
      problems: ['venue.not_found'],
    },
    details: venueChange('details', 'Change what a venue is', venueDetailsSchema),
    launch: venueChange('launch', 'Open a planned venue to the public', v.strictObject({}), [
      'venue.not_planned',
      'venue.no_timetable',
    ]),
    timetables: venueChange(
      'timetables',
      'Give a venue its timetables, weekly and by season; days that have passed stay as they were planned',
      v.strictObject({ timetables: timetablesFieldSchema }),
      ['venue.past_changed'],
    ),
    closures: venueChange(
      'closures',
      'Announce a closure or an additional opening; a closure announced fewer than five days ahead is marked as such',
      exceptionFieldsSchema,
      ['venue.closures_full'],
    ),
    closureWithdrawal: {
      ...venueChange(
        'closures/{no}/withdrawal',
        'Withdraw a closure or an additional opening; one that runs ends with the day before',
        v.strictObject({}),
        ['venue.closure_not_found', 'venue.closure_over'],
      ),
      params: v.object({ venue: referenceSchema, no: v.pipe(v.string(), v.regex(/^\d{1,4}$/)) }),
    },
    rooms: venueChange(
      'rooms',
      'Say which rooms a venue has and how they are booked; a room keeps its number',
      v.strictObject({ rooms: roomsFieldSchema }),
    ),
    keeper: venueChange(
      'keeper',
      'Say who keeps a venue; nobody with null',
      v.strictObject({ keeper: v.nullable(staffIdSchema) }),
      ['venue.keeper_unknown', 'venue.keeper_not_active', 'venue.keeper_not_in_scope'],
    ),
    keepers: {
      method: 'GET',
      path: '/api/venues/{venue}/keepers',
      summary: 'Who can keep a venue: those of its town who keep venues there, by name',
      mayCall: venueKeepers,
      params: venue,
      response: v.object({ rows: v.array(v.object({ staffId: v.string(), name: v.string() })) }),
      status: 200,
      problems: ['venue.not_found'],
    },
    photos: venueChange(
      'photos',
      'Say which photos show a venue, in this order',
      v.strictObject({ photos: photosFieldSchema }),
    ),
    ending: venueChange(
      'ending',
      'Give a venue up; today is the last day of its timetable',
      v.strictObject({ reason: paragraph(limits.reason) }),
    ),
    opening: {
      method: 'POST',
      path: '/api/venues/{venue}/opening',
      summary: 'Record with one tap that a venue was opened or closed, now or shortly before',
      mayCall: venueKeepers,
      params: venue,
      body: openingFieldsSchema,
      response: openingViewSchema,
      status: 200,
      problems: [
        'venue.not_found',
        'venue.ended',
        'venue.not_launched',
        'venue.opened_already',
        'venue.not_open',
        'venue.closing_forgotten',
        'venue.time_taken',
        'venue.recorded_full',
      ],
    },
    correction: {
      method: 'POST',
      path: '/api/venues/{venue}/openings/{day}/correction',
      summary: 'Correct when a venue was open on a day, with the reason; what stood there stays beside it',
      mayCall: venueKeepers,
      params: v.object({ venue: referenceSchema, day: countableDateSchema }),
      body: correctionFieldsSchema,
      response: openingViewSchema,
      status: 200,
      problems: ['venue.not_found', 'venue.not_launched', 'venue.day_too_old', 'venue.corrections_full'],
    },
    openings: {
      method: 'GET',
      path: '/api/venues/{venue}/openings',
      summary: 'When a venue was open on each day of a period of at most 62 days',
      mayCall: venueReaders,
      params: venue,
      query: openingsQuerySchema,
      response: openingsSchema,
      status: 200,
      problems: ['venue.not_found'],
    },
    hours: {
      method: 'GET',
      path: '/api/venues/{venue}/hours',
      summary: "A venue's week as it stands now: planned, open, and why each missing hour is missing",
      mayCall: venueReaders,
      params: venue,
      query: v.strictObject({ week: weekSchema }),
      response: weekHoursSchema,
      status: 200,
      problems: ['venue.not_found'],
    },
    hoursReport: {
      method: 'GET',
      path: '/api/venue-hours',
      summary:
        'How the venues of a place kept their hours in a week, as the Monday check found it, the worst first',
      mayCall: venueReaders,
      query: v.strictObject({ node: placeSchema, week: weekSchema }),
      response: hoursReportSchema,
      status: 200,
      problems: [],
    },
    upgrades: {
      method: 'GET',
      path: '/api/upgrades',
      summary: 'New equipment and new venues of a place in one year, the newest first',
      mayCall: venueReaders,
      query: v.strictObject({ node: placeSchema, year }),
      response: upgradesSchema,
      status: 200,
      problems: [],
    },
    createUpgrade: {
      method: 'POST',
      path: '/api/upgrades',
      summary: 'Plan new equipment for a venue, or a venue to be built',
      mayCall: venueKeepers,
      body: newUpgradeSchema,
      response: upgradeViewSchema,
      status: 201,
      problems: ['venue.node_unknown', 'venue.not_found'],
    },
    upgradeProgress: {
      method: 'POST',
      path: '/api/upgrades/{upgrade}/progress',
      summary: 'Say how a project stands: under way, done, given up, or a note on the way',
      mayCall: venueKeepers,
      params: upgrade,
      body: upgradeProgressSchema,
      response: upgradeViewSchema,
      status: 200,
      versioned: true,
      problems: ['upgrade.not_found', 'upgrade.step_not_allowed', 'upgrade.notes_full', 'venue.not_found'],
    },
  },
});
