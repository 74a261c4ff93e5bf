import * as v from 'valibot';
import { fieldCode } from '../platform/contract/fields.ts';
import { defineProblems } from '../platform/contract/problems.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { countableDateSchema } from '../platform/runtime/time.schemas.ts';
import { placeSchema } from '../venues/venues.words.ts';
import { venuePhotos } from '../venues/venues-photos.contract.ts';
import {
  publicActivitySchema,
  publicVenueSchema,
  publicVenuesSchema,
  whatsOnSchema,
} from './culture-public.views.ts';
import { programmeProblems } from './programme.problems.ts';

const { 'venue.not_found': venueNotFound } = venuePhotos.problems;
const { 'programme.not_found': activityNotFound } = programmeProblems;

const venue = v.object({ venue: referenceSchema });
const activity = v.object({ activity: referenceSchema });
const place = { node: placeSchema };

/** A calendar others subscribe to (RFC 5545). */
const feed = { method: 'GET', mayCall: 'anyone', response: v.instance(Uint8Array), status: 200 } as const;

/** What residents can see of venues and what is on without an account: nothing about any person is in it. */
export const culturePublicContract = defineContract({
  function: 'culture-public',
  problems: defineProblems({ 'venue.not_found': venueNotFound, 'programme.not_found': activityNotFound }),
  routes: {
    venues: {
      method: 'GET',
      path: '/api/public/venues',
      summary: 'All venues that are open to the public at a place or below it, for a list and a map',
      mayCall: 'anyone',
      query: v.strictObject(place),
      response: publicVenuesSchema,
      status: 200,
      problems: [],
    },
    venue: {
      method: 'GET',
      path: '/api/public/venues/{venue}',
      summary: 'One venue with its hours and rooms',
      mayCall: 'anyone',
      params: venue,
      response: publicVenueSchema,
      status: 200,
      problems: ['venue.not_found'],
    },
    venueSessions: {
      method: 'GET',
      path: '/api/public/venues/{venue}/sessions',
      summary: 'What takes place at a venue from today on, cancelled dates too',
      mayCall: 'anyone',
      params: venue,
      query: v.strictObject({ cursor: v.optional(v.string()) }),
      response: whatsOnSchema,
      status: 200,
      problems: [],
    },
    whatsOn: {
      method: 'GET',
      path: '/api/public/whats-on',
      summary: 'What is on at a place or below it from a day until another; what is over is left out',
      mayCall: 'anyone',
      query: v.pipe(
        v.strictObject({
          ...place,
          from: v.optional(countableDateSchema),
          until: v.optional(countableDateSchema),
          cursor: v.optional(v.string()),
        }),
        v.forward(
          v.partialCheck(
            [['from'], ['until']],
            ({ from, until }) => from === undefined || until === undefined || from <= until,
            fieldCode('field.range'),
          ),
          ['until'],
        ),
      ),
      response: whatsOnSchema,
      status: 200,
      problems: [],
    },
    activity: {
      method: 'GET',
      path: '/api/public/activities/{activity}',
      summary: 'One activity with all its dates',
      mayCall: 'anyone',
      params: activity,
      response: publicActivitySchema,
      status: 200,
      problems: ['programme.not_found'],
    },
    venueFeed: {
      ...feed,
      path: '/api/public/venues/{venue}/calendar.ics',
      summary: 'The calendar of a venue, to subscribe to',
      params: venue,
      problems: ['venue.not_found'],
    },
    activityFeed: {
      ...feed,
      path: '/api/public/activities/{activity}/calendar.ics',
      summary: 'The dates of an activity, for a calendar',
      params: activity,
      problems: ['programme.not_found'],
    },
    whatsOnFeed: {
      ...feed,
      path: '/api/public/whats-on.ics',
      summary: 'What is on at a place or below it, to subscribe to',
      query: v.strictObject(place),
      problems: [],
    },
  },
});
