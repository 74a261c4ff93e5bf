import * as v from 'valibot';
import { cursorSchema } from '../platform/contract/cursor.ts';
import { historySchema } from '../platform/contract/history.ts';
import { nodePathSchema } from '../platform/contract/node-path.ts';
import { referenceSchema } from '../platform/contract/reference.ts';
import { defineContract } from '../platform/contract/route.ts';
import { instantSchema } from '../platform/runtime/time.schemas.ts';
import { centreRoutes } from './centres.contract.ts';
import { deviceRoutes } from './devices.contract.ts';
import { donationRoutes } from './donations.contract.ts';
import { newEventSchema } from './events.fields.ts';
import { eventRowSchema } from './events.views.ts';
import { serviceFiguresBelowSchema, serviceFiguresSchema } from './figures.views.ts';
import { helpRoutes } from './helps.contract.ts';
import { openingSchema, plainPersonSchema, shownPersonSchema } from './people.states.ts';
import {
  personOpeners,
  personReaders,
  serviceFigureReaders,
  serviceKeepers,
  thingReaders,
} from './services.actions.ts';
import { changedPersonSchema, reasonField, yearQuery } from './services.fields.ts';
import { servicesProblems } from './services.problems.ts';
import { personalLedgers, thingLedgers } from './services.words.ts';

const ofPerson = v.object({ ledger: v.picklist(personalLedgers), record: referenceSchema });
const ofThing = v.object({
  ledger: v.picklist(thingLedgers),
  record: v.pipe(v.string(), v.maxLength(40)),
});

export const servicesContract = defineContract({
  function: 'services',
  problems: servicesProblems,
  routes: {
    ...deviceRoutes,
    ...centreRoutes,
    ...donationRoutes,
    ...helpRoutes,
    events: {
      method: 'GET',
      path: '/api/services/assistance-events',
      summary:
        'Volunteer days, charity sales and outings of a year at a place and below it, the latest first',
      mayCall: thingReaders,
      query: v.strictObject({ node: nodePathSchema, year: yearQuery, cursor: v.optional(cursorSchema) }),
      response: v.object({
        rows: v.array(eventRowSchema),
        next: v.optional(v.string()),
        asOf: instantSchema,
      }),
      status: 200,
      problems: [],
    },
    recordEvent: {
      method: 'POST',
      path: '/api/services/assistance-events',
      summary: 'Record a volunteer day, a charity sale or an outing, and what came of it',
      mayCall: serviceKeepers,
      body: newEventSchema,
      response: eventRowSchema,
      status: 201,
      problems: [
        'service.node_unknown',
        'service.day_not_possible',
        'event.activity_unknown',
        'event.counted_there',
      ],
    },
    withdrawEvent: {
      method: 'POST',
      path: '/api/services/assistance-events/{event}/withdrawal',
      summary: 'Withdraw a record made by mistake, with the reason; it stays and counts no more',
      mayCall: serviceKeepers,
      params: v.object({ event: referenceSchema }),
      body: v.strictObject({ reason: reasonField }),
      response: eventRowSchema,
      status: 200,
      versioned: true,
      problems: ['service.not_found', 'event.withdrawn'],
    },
    serviceFigures: {
      method: 'GET',
      path: '/api/services/figures',
      summary: 'What the services of a year came to at a place and below it',
      mayCall: serviceFigureReaders,
      query: v.strictObject({ node: nodePathSchema, year: yearQuery }),
      response: serviceFiguresSchema,
      status: 200,
      problems: [],
    },
    serviceFiguresBelow: {
      method: 'GET',
      path: '/api/services/figures/below',
      summary: 'What the services of a year came to in each town of a district, or each village of a town',
      mayCall: serviceFigureReaders,
      query: v.strictObject({ node: nodePathSchema, year: yearQuery }),
      response: serviceFiguresBelowSchema,
      status: 200,
      problems: [],
    },
    openPerson: {
      method: 'POST',
      path: '/api/services/people/{ledger}/{record}/contact',
      summary: 'Open the name, number and phone of the person a record is about; the opening is recorded',
      mayCall: personOpeners,
      params: ofPerson,
      body: v.strictObject({ reason: reasonField }),
      response: plainPersonSchema,
      status: 200,
      problems: ['service.not_found'],
    },
    changePerson: {
      method: 'POST',
      path: '/api/services/people/{ledger}/{record}/details',
      summary: 'Put right the name, phone or guardian of the person a record is about',
      mayCall: serviceKeepers,
      params: ofPerson,
      body: changedPersonSchema,
      response: v.object({ person: shownPersonSchema, version: v.number() }),
      status: 200,
      versioned: true,
      problems: ['service.not_found', 'service.nothing_changed'],
    },
    personHistory: {
      method: 'GET',
      path: '/api/services/people/{ledger}/{record}/history',
      summary: 'Everything that happened to a record about a person, and whether its chain is whole',
      mayCall: personReaders,
      params: ofPerson,
      response: historySchema,
      status: 200,
      problems: ['service.not_found'],
    },
    openings: {
      method: 'GET',
      path: '/api/services/people/{ledger}/{record}/openings',
      summary: 'Who opened the personal data of a record, when and why',
      mayCall: personReaders,
      params: ofPerson,
      response: v.object({ openings: v.array(openingSchema) }),
      status: 200,
      problems: ['service.not_found'],
    },
    thingHistory: {
      method: 'GET',
      path: '/api/services/history/{ledger}/{record}',
      summary:
        'Everything that happened to a stock, centre, day, batch or event, and whether its chain is whole',
      mayCall: thingReaders,
      params: ofThing,
      response: historySchema,
      status: 200,
      problems: ['service.not_found'],
    },
  },
});
