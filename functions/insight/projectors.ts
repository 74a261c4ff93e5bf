import { organisationProjector, staffProjector } from '../access/access.projector.ts';
import { enrolmentProjector } from '../bookings/enrolments.projector.ts';
import { roomBookingProjector } from '../bookings/rooms.store.ts';
import { assignmentProjector } from '../campaigns/assignments.projector.ts';
import { campaignProjector, planProjector } from '../campaigns/campaigns.projector.ts';
import { proofProjector } from '../campaigns/proofs.store.ts';
import { criticismProjector, exemplaryProjector } from '../criticism/criticism.store.ts';
import { reportProjector } from '../desks/reports.store.ts';
import { findingProjector } from '../findings/findings.store.ts';
import { areaProjector } from '../households/areas.store.ts';
import { householdProjector } from '../households/households.projector.ts';
import { importProjector } from '../households/imports.store.ts';
import { inspectionProjector } from '../inspections/inspections.projector.ts';
import { rectificationProjector } from '../inspections/rectifications.projector.ts';
import { issueProjector } from '../issues/issues.projector.ts';
import { mailProjector, messageProjector } from '../messages/messages.store.ts';
import { publicityProjector } from '../programme/figures.store.ts';
import { activityProjector, listedSessionProjector } from '../programme/programme.projector.ts';
import { fundProjector } from '../renovation/funds.store.ts';
import { lotProjector } from '../renovation/lots.usecases.ts';
import { renovationProjector } from '../renovation/renovation.projector.ts';
import { attendanceProjector, centreProjector, membershipProjector } from '../services/centres.projector.ts';
import { countedProjector } from '../services/counted.store.ts';
import { handoutProjector, stockProjector } from '../services/devices.projector.ts';
import { batchProjector, receiptProjector } from '../services/donations.projector.ts';
import { eventProjector } from '../services/events.store.ts';
import { helpProjector } from '../services/helps.store.ts';
import { supervisionProjector } from '../supervision/supervision.store.ts';
import { targetProjector } from '../targets/targets.store.ts';
import { hoursWeekProjector } from '../venues/openings.projector.ts';
import { upgradeProjector } from '../venues/upgrades.projector.ts';
import { venueProjector } from '../venues/venues.projector.ts';
import { dayLedgerProjector } from '../visits/day-ledgers.projector.ts';
import { visitProjector } from '../visits/visits.projector.ts';
import { anyProjector } from './projections.usecases.ts';

/** Every noun's lists and figures. */
export const projectors = [
  anyProjector(organisationProjector),
  anyProjector(staffProjector),
  anyProjector(areaProjector),
  anyProjector(householdProjector),
  anyProjector(importProjector),
  anyProjector(issueProjector),
  anyProjector(inspectionProjector),
  anyProjector(rectificationProjector),
  anyProjector(campaignProjector),
  anyProjector(planProjector),
  anyProjector(assignmentProjector),
  anyProjector(proofProjector),
  anyProjector(visitProjector),
  anyProjector(dayLedgerProjector),
  anyProjector(enrolmentProjector),
  anyProjector(roomBookingProjector),
  anyProjector(activityProjector),
  anyProjector(listedSessionProjector),
  anyProjector(targetProjector),
  anyProjector(publicityProjector),
  anyProjector(venueProjector),
  anyProjector(hoursWeekProjector),
  anyProjector(upgradeProjector),
  anyProjector(stockProjector),
  anyProjector(handoutProjector),
  anyProjector(centreProjector),
  anyProjector(membershipProjector),
  anyProjector(attendanceProjector),
  anyProjector(batchProjector),
  anyProjector(receiptProjector),
  anyProjector(helpProjector),
  anyProjector(eventProjector),
  anyProjector(countedProjector),
  anyProjector(renovationProjector),
  anyProjector(fundProjector),
  anyProjector(lotProjector),
  anyProjector(findingProjector),
  anyProjector(criticismProjector),
  anyProjector(exemplaryProjector),
  anyProjector(supervisionProjector),
  anyProjector(messageProjector),
  anyProjector(mailProjector),
  anyProjector(reportProjector),
];
