import { anonymousEnrolment, anonymousRoom } from '../bookings/bookings.retention.ts';
import { enrolmentType } from '../bookings/enrolments.store.ts';
import { roomBookingType } from '../bookings/rooms.store.ts';
import { anonymousAssignment } from '../campaigns/assignments.retention.ts';
import { assignmentType } from '../campaigns/assignments.store.ts';
import { exemplaryType } from '../criticism/criticism.store.ts';
import { anonymousSite } from '../criticism/exemplary.retention.ts';
import { householdLeftovers } from '../households/households.leftovers.ts';
import { anonymousHousehold } from '../households/households.retention.ts';
import { householdType } from '../households/households.store.ts';
import { checkType, rectificationType } from '../inspections/checks.store.ts';
import {
  anonymousCheck,
  anonymousInspection,
  anonymousRectification,
} from '../inspections/inspections.retention.ts';
import { inspectionType } from '../inspections/inspections.store.ts';
import { anonymousIssue } from '../issues/issues.retention.ts';
import { issueType } from '../issues/issues.store.ts';
import { anonymousRenovation, objectionsOf } from '../renovation/renovation.retention.ts';
import { objectorSort, renovationType } from '../renovation/renovation.store.ts';
import { membershipType } from '../services/centres.store.ts';
import { handoutType } from '../services/devices.store.ts';
import { receiptType } from '../services/donations.store.ts';
import { helpType } from '../services/helps.store.ts';
import { helpLeftovers, membershipLeftovers, receiptLeftovers } from '../services/services.leftovers.ts';
import {
  anonymousHandout,
  anonymousHelp,
  anonymousMembership,
  anonymousReceipt,
} from '../services/services.retention.ts';
import { anonymousSupervision } from '../supervision/supervision.retention.ts';
import { supervisionType } from '../supervision/supervision.store.ts';
import { anonymousVisit } from '../visits/visits.retention.ts';
import { visitType } from '../visits/visits.store.ts';
import { anyRetained } from './anonymising.usecases.ts';

const person = (): readonly string[] => ['PERSON'];
const nothing = (): readonly string[] => [];

/** Every kind of record that has something personal in it or beside it. */
export const retained = [
  anyRetained({ item: 'issues', type: issueType, anonymous: anonymousIssue, sealed: person }),
  anyRetained({ item: 'visits', type: visitType, anonymous: anonymousVisit, sealed: nothing }),
  anyRetained({ item: 'visits', type: assignmentType, anonymous: anonymousAssignment, sealed: nothing }),
  anyRetained({ item: 'inspections', type: inspectionType, anonymous: anonymousInspection, sealed: nothing }),
  anyRetained({ item: 'inspections', type: checkType, anonymous: anonymousCheck, sealed: nothing }),
  anyRetained({
    ...{ item: 'inspections', type: rectificationType, anonymous: anonymousRectification, sealed: nothing },
  }),
  anyRetained({
    ...{ item: 'households', type: householdType, anonymous: anonymousHousehold, sealed: person },
    leftovers: householdLeftovers,
  }),
  anyRetained({ item: 'bookings', type: enrolmentType, anonymous: anonymousEnrolment, sealed: person }),
  anyRetained({ item: 'bookings', type: roomBookingType, anonymous: anonymousRoom, sealed: person }),
  anyRetained({
    ...{ item: 'renovations', type: renovationType, anonymous: anonymousRenovation },
    sealed: (state) => [
      'PERSON',
      ...Array.from({ length: objectionsOf(state) }, (_, index) => objectorSort(index + 1)),
    ],
  }),
  anyRetained({ item: 'services', type: handoutType, anonymous: anonymousHandout, sealed: person }),
  anyRetained({
    ...{ item: 'services', type: membershipType, anonymous: anonymousMembership, sealed: person },
    leftovers: membershipLeftovers,
  }),
  anyRetained({
    ...{ item: 'services', type: receiptType, anonymous: anonymousReceipt, sealed: person },
    leftovers: receiptLeftovers,
  }),
  anyRetained({
    ...{ item: 'services', type: helpType, anonymous: anonymousHelp, sealed: person },
    leftovers: helpLeftovers,
  }),
  anyRetained({
    ...{ item: 'supervision', type: supervisionType, anonymous: anonymousSupervision, sealed: nothing },
  }),
  anyRetained({ item: 'supervision', type: exemplaryType, anonymous: anonymousSite, sealed: nothing }),
];
