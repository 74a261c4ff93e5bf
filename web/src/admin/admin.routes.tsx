import { Route, Router, type RouteSectionProps } from '@solidjs/router';
import { type Component, lazy } from 'solid-js';
import { assessmentWords } from '../assessment/assessment.words.ts';
import { withWords } from '../lib/i18n/i18n.ts';
import { TreeRoot } from '../ui/tree-root.tsx';
import { DeskLayout, LateLink } from './admin.layout.tsx';
import { apiWords } from './api/api.words.ts';
import { bookingProblemWords, bookingsWords } from './bookings/bookings.words.ts';
import { calendarWords } from './calendar/calendar.words.ts';
import { campaignProblemWords, campaignsWords, planWords } from './campaigns/campaigns.words.ts';
import { criticismProblemWords, criticismWords } from './criticism/criticism.words.ts';
import { dayLedgersWords, visitProblemWords } from './day-ledgers/day-ledgers.words.ts';
import { deskProblemWords, deskWords, reportsWords } from './desk/desk.words.ts';
import { figureProblemWords, figuresWords } from './figures/figures.words.ts';
import { findingProblemWords, findingsWords } from './findings/findings.words.ts';
import { householdProblemWords, householdsWords } from './households/households.words.ts';
import { inboxProblemWords, inboxWords } from './inbox/inbox.words.ts';
import { inspectionProblemWords, inspectionsWords } from './inspections/inspections.words.ts';
import { issueProblemWords, issuesWords } from './issues/issues.words.ts';
import { ownersWords } from './issues/owners/owners.words.ts';
import { messageWords } from './messages/messages.words.ts';
import { organisationsWords } from './organisations/organisations.words.ts';
import { programmeProblemWords, programmeWords } from './programme/programme.words.ts';
import {
  renovationActWords,
  renovationCaseWords,
  renovationMoneyWords,
  renovationProblemWords,
  renovationWords,
} from './renovation/renovation.words.ts';
import { retentionWords } from './retention/retention.words.ts';
import { runsWords } from './runs/runs.words.ts';
import { centresWords } from './services/centres/centres.words.ts';
import { devicesWords } from './services/devices/devices.words.ts';
import { donationsWords } from './services/donations/donations.words.ts';
import { eventsWords } from './services/events/events.words.ts';
import { serviceFiguresWords } from './services/figures/figures.words.ts';
import { helpsWords } from './services/helps/helps.words.ts';
import { servicesProblemWords, servicesWords } from './services/services.words.ts';
import { somebodyIsIn } from './session/presence.ts';
import { sessionWords } from './session/session.words.ts';
import { DeskProvider } from './shell/desk.ts';
import { DeskBoundary, SlotBoundary } from './shell/desk-boundary.tsx';
import { LateSlot } from './shell/late-slot.tsx';
import { ScopeSwitcher } from './shell/scope-switcher.tsx';
import { UserSlot } from './shell/user-slot.tsx';
import { staffWords } from './staff/staff.words.ts';
import { supervisionProblemWords, supervisionWords } from './supervision/supervision.words.ts';
import { targetProblemWords, targetsWords } from './targets/targets.words.ts';
import { todayWords } from './today/today.words.ts';
import { venueProblemWords, venuesWords } from './venues/venues.words.ts';

const Root: Component<RouteSectionProps> = (props) => <TreeRoot>{props.children}</TreeRoot>;

/** Where the desk's slots are filled: what is late, whose scope, who is signed in. */
const Desk: Component<RouteSectionProps> = (props) => (
  <DeskProvider>
    <DeskLayout
      late={
        <SlotBoundary fallback={<LateLink />}>
          <LateSlot />
        </SlotBoundary>
      }
      scope={
        <SlotBoundary>
          <ScopeSwitcher />
        </SlotBoundary>
      }
      user={
        <SlotBoundary>
          <UserSlot />
        </SlotBoundary>
      }
    >
      <DeskBoundary>{props.children}</DeskBoundary>
    </DeskLayout>
  </DeskProvider>
);

/** A page anybody may open, with the words it speaks; those for what it can be refused come with each. */
const openPage = <P extends Component<RouteSectionProps>>(
  words: Parameters<typeof withWords>[0],
  load: () => Promise<{ default: P }>,
) => lazy(withWords([messageWords, ...words], load));

/** A page of the desk: it comes once somebody is signed in. */
const page = <P extends Component<RouteSectionProps>>(
  words: Parameters<typeof withWords>[0],
  load: () => Promise<{ default: P }>,
) => {
  const bring = withWords([messageWords, ...words], load);
  return lazy(async () => {
    await somebodyIsIn;
    return bring();
  });
};

/** What the pages of a noun speak, its refusals included. */
const issues = [issuesWords, issueProblemWords];
const households = [householdsWords, householdProblemWords];
/** A finding names the target it is about. */
const findings = [findingsWords, findingProblemWords, targetsWords, programmeWords];
const inbox = [inboxWords, inboxProblemWords, findingsWords];
const reports = [deskWords, reportsWords, deskProblemWords, findingsWords, targetsWords, programmeWords];
const supervision = [supervisionWords, supervisionProblemWords];
const criticism = [criticismWords, criticismProblemWords, ...findings];
const inspections = [inspectionsWords, inspectionProblemWords];
const campaigns = [campaignsWords, campaignProblemWords];
const plans = [...campaigns, planWords];
const bookings = [bookingsWords, bookingProblemWords];
const programme = [programmeWords, programmeProblemWords];
const venues = [venuesWords, venueProblemWords];
const figures = [figuresWords, figureProblemWords, programmeWords];
const renovation = [renovationWords, renovationProblemWords];
const renovationCase = [...renovation, renovationCaseWords, renovationActWords];
const renovationMoney = [...renovation, renovationMoneyWords, renovationActWords];
const services = [servicesWords, servicesProblemWords];
const devices = [...services, devicesWords];
const donations = [...services, donationsWords];
const assistance = [...services, eventsWords];
const helps = [...services, helpsWords];
const centres = [...services, centresWords];
const serviceFigures = [
  ...services,
  ...[serviceFiguresWords, devicesWords, donationsWords, helpsWords, eventsWords],
];
const dayLedgers = [dayLedgersWords, visitProblemWords, campaignsWords, issuesWords];

const NotFoundPage = page([], async () => ({
  default: (await import('./not-found.page.tsx')).NotFoundPage,
}));
const SignInPage = openPage([sessionWords], async () => ({
  default: (await import('./session/sign-in.page.tsx')).SignInPage,
}));
const PasswordPage = openPage([sessionWords], async () => ({
  default: (await import('./session/password.page.tsx')).PasswordPage,
}));
const AccountPage = page([sessionWords], async () => ({
  default: (await import('./session/account.page.tsx')).AccountPage,
}));
const TodayPage = page([todayWords, ...issues], async () => ({
  default: (await import('./today/today.page.tsx')).TodayPage,
}));
const CountedPage = page(issues, async () => ({
  default: (await import('./issues/counted.page.tsx')).CountedPage,
}));
const LedgerPage = page([...issues, ownersWords], async () => ({
  default: (await import('./issues/ledger.page.tsx')).LedgerPage,
}));
const RegisterPage = page(issues, async () => ({
  default: (await import('./issues/register.page.tsx')).RegisterPage,
}));
const OwnersPage = page([...issues, ownersWords], async () => ({
  default: (await import('./issues/owners/owners.page.tsx')).OwnersPage,
}));
const CasePage = page(issues, async () => ({
  default: (await import('./issues/case.page.tsx')).CasePage,
}));
const HouseholdsPage = page(households, async () => ({
  default: (await import('./households/households.page.tsx')).HouseholdsPage,
}));
const RegisterHouseholdPage = page(households, async () => ({
  default: (await import('./households/register-household.page.tsx')).RegisterHouseholdPage,
}));
const AreasPage = page(households, async () => ({
  default: (await import('./households/areas.page.tsx')).AreasPage,
}));
const ExportPage = page(households, async () => ({
  default: (await import('./households/export/export.page.tsx')).ExportPage,
}));
const ImportsPage = page(households, async () => ({
  default: (await import('./households/import/imports.page.tsx')).ImportsPage,
}));
const NewImportPage = page(households, async () => ({
  default: (await import('./households/import/new-import.page.tsx')).NewImportPage,
}));
const ImportPage = page(households, async () => ({
  default: (await import('./households/import/import.page.tsx')).ImportPage,
}));
const HouseholdPage = page([...households, issuesWords], async () => ({
  default: (await import('./households/household.page.tsx')).HouseholdPage,
}));
const InboxPage = page(inbox, async () => ({
  default: (await import('./inbox/inbox.page.tsx')).InboxPage,
}));
const OutboxPage = page(inbox, async () => ({
  default: (await import('./inbox/outbox.page.tsx')).OutboxPage,
}));
const FindingsPage = page(findings, async () => ({
  default: (await import('./findings/findings.page.tsx')).FindingsPage,
}));
const MyFindingsPage = page(findings, async () => ({
  default: (await import('./findings/my-findings.page.tsx')).MyFindingsPage,
}));
const FindingPage = page(findings, async () => ({
  default: (await import('./findings/finding.page.tsx')).FindingPage,
}));
const ReportsPage = page(reports, async () => ({
  default: (await import('./desk/reports.page.tsx')).ReportsPage,
}));
const ReportPage = page(reports, async () => ({
  default: (await import('./desk/report.page.tsx')).ReportPage,
}));
const SchedulesPage = page([runsWords, findingsWords], async () => ({
  default: (await import('./runs/schedules.page.tsx')).SchedulesPage,
}));
const RunsPage = page([runsWords], async () => ({
  default: (await import('./runs/runs.page.tsx')).RunsPage,
}));
const SupervisionsPage = page(supervision, async () => ({
  default: (await import('./supervision/supervisions.page.tsx')).SupervisionsPage,
}));
const SupervisionPage = page(supervision, async () => ({
  default: (await import('./supervision/supervision.page.tsx')).SupervisionPage,
}));
const CriticismsPage = page(criticism, async () => ({
  default: (await import('./criticism/criticisms.page.tsx')).CriticismsPage,
}));
const NewCriticismPage = page(criticism, async () => ({
  default: (await import('./criticism/new-criticism.page.tsx')).NewCriticismPage,
}));
const CriticismPage = page(criticism, async () => ({
  default: (await import('./criticism/criticism.page.tsx')).CriticismPage,
}));
const SitesPage = page(criticism, async () => ({
  default: (await import('./criticism/sites.page.tsx')).SitesPage,
}));
const NewSitePage = page(criticism, async () => ({
  default: (await import('./criticism/new-site.page.tsx')).NewSitePage,
}));
const SitePage = page(criticism, async () => ({
  default: (await import('./criticism/site.page.tsx')).SitePage,
}));
const InspectionsPage = page(inspections, async () => ({
  default: (await import('./inspections/inspections.page.tsx')).InspectionsPage,
}));
const DrawPage = page(inspections, async () => ({
  default: (await import('./inspections/draw.page.tsx')).DrawPage,
}));
const RatesPage = page(inspections, async () => ({
  default: (await import('./inspections/rates.page.tsx')).RatesPage,
}));
const InspectionPage = page(inspections, async () => ({
  default: (await import('./inspections/inspection.page.tsx')).InspectionPage,
}));
const CheckPage = page(inspections, async () => ({
  default: (await import('./inspections/check.page.tsx')).CheckPage,
}));
const RectificationsPage = page(inspections, async () => ({
  default: (await import('./inspections/rectifications.page.tsx')).RectificationsPage,
}));
const RectificationPage = page(inspections, async () => ({
  default: (await import('./inspections/rectification.page.tsx')).RectificationPage,
}));
const CampaignsPage = page(campaigns, async () => ({
  default: (await import('./campaigns/campaigns.page.tsx')).CampaignsPage,
}));
const NewCampaignPage = page(campaigns, async () => ({
  default: (await import('./campaigns/new-campaign.page.tsx')).NewCampaignPage,
}));
const EditCampaignPage = page(campaigns, async () => ({
  default: (await import('./campaigns/edit-campaign.page.tsx')).EditCampaignPage,
}));
const CampaignPage = page(campaigns, async () => ({
  default: (await import('./campaigns/campaign.page.tsx')).CampaignPage,
}));
const PlanPage = page(plans, async () => ({
  default: (await import('./campaigns/plan.page.tsx')).PlanPage,
}));
const HandOverPage = page(plans, async () => ({
  default: (await import('./campaigns/hand-over.page.tsx')).HandOverPage,
}));
const UnvisitedPage = page([...plans, ...households], async () => ({
  default: (await import('./campaigns/unvisited.page.tsx')).UnvisitedPage,
}));
const AssignedPage = page([...plans, ...households], async () => ({
  default: (await import('./campaigns/assigned.page.tsx')).AssignedPage,
}));
const AssignmentPage = page([...plans, ...households], async () => ({
  default: (await import('./campaigns/assignment.page.tsx')).AssignmentPage,
}));
const ProofPage = page(plans, async () => ({
  default: (await import('./campaigns/proof.page.tsx')).ProofPage,
}));
const DayLedgersPage = page(dayLedgers, async () => ({
  default: (await import('./day-ledgers/day-ledgers.page.tsx')).DayLedgersPage,
}));
const DayLedgerPage = page(dayLedgers, async () => ({
  default: (await import('./day-ledgers/day-ledger.page.tsx')).DayLedgerPage,
}));
const ConflictsPage = page(dayLedgers, async () => ({
  default: (await import('./day-ledgers/conflicts.page.tsx')).ConflictsPage,
}));
const VisitPage = page(dayLedgers, async () => ({
  default: (await import('./day-ledgers/visit.page.tsx')).VisitPage,
}));
const ActivitiesPage = page(programme, async () => ({
  default: (await import('./programme/activities.page.tsx')).ActivitiesPage,
}));
const NewActivityPage = page(programme, async () => ({
  default: (await import('./programme/new-activity.page.tsx')).NewActivityPage,
}));
const ActivityPage = page(programme, async () => ({
  default: (await import('./programme/activity.page.tsx')).ActivityPage,
}));
const DatesPage = page(programme, async () => ({
  default: (await import('./programme/dates.page.tsx')).DatesPage,
}));
const VenueCalendarPage = page([...programme, ...bookings], async () => ({
  default: (await import('./programme/venue-calendar.page.tsx')).VenueCalendarPage,
}));
const RosterPage = page(bookings, async () => ({
  default: (await import('./bookings/roster.page.tsx')).RosterPage,
}));
const EnrolPage = page(bookings, async () => ({
  default: (await import('./bookings/enrol.page.tsx')).EnrolPage,
}));
const CallListPage = page(bookings, async () => ({
  default: (await import('./bookings/call-list.page.tsx')).CallListPage,
}));
const CheckInPage = page(bookings, async () => ({
  default: (await import('./bookings/check-in.page.tsx')).CheckInPage,
}));
const EnrolmentPage = page(bookings, async () => ({
  default: (await import('./bookings/enrolment.page.tsx')).EnrolmentPage,
}));
const RoomRequestsPage = page(bookings, async () => ({
  default: (await import('./bookings/room-requests.page.tsx')).RoomRequestsPage,
}));
const RoomBookingsPage = page(bookings, async () => ({
  default: (await import('./bookings/room-bookings.page.tsx')).RoomBookingsPage,
}));
const RoomBookingPage = page(bookings, async () => ({
  default: (await import('./bookings/room-booking.page.tsx')).RoomBookingPage,
}));
const VenuesPage = page(venues, async () => ({
  default: (await import('./venues/venues.page.tsx')).VenuesPage,
}));
const NewVenuePage = page(venues, async () => ({
  default: (await import('./venues/new-venue.page.tsx')).NewVenuePage,
}));
const VenuePage = page([...venues, ...issues, ownersWords], async () => ({
  default: (await import('./venues/venue.page.tsx')).VenuePage,
}));
const KeeperPage = page(venues, async () => ({
  default: (await import('./venues/keeper.page.tsx')).KeeperPage,
}));
const HoursReportPage = page(venues, async () => ({
  default: (await import('./venues/hours-report.page.tsx')).HoursReportPage,
}));
const UpgradesPage = page(venues, async () => ({
  default: (await import('./venues/upgrades.page.tsx')).UpgradesPage,
}));
const TargetsPage = page([targetsWords, targetProblemWords, figuresWords, programmeWords], async () => ({
  default: (await import('./targets/targets.page.tsx')).TargetsPage,
}));
const FiguresPage = page(figures, async () => ({
  default: (await import('./figures/figures.page.tsx')).FiguresPage,
}));
const CoveragePage = page(figures, async () => ({
  default: (await import('./figures/coverage.page.tsx')).CoveragePage,
}));
const PublicityPage = page(figures, async () => ({
  default: (await import('./figures/publicity.page.tsx')).PublicityPage,
}));
const RenovationsPage = page(renovation, async () => ({
  default: (await import('./renovation/renovations.page.tsx')).RenovationsPage,
}));
const RenovationJobsPage = page(renovation, async () => ({
  default: (await import('./renovation/jobs.page.tsx')).JobsPage,
}));
const NewRenovationPage = page(renovationCase, async () => ({
  default: (await import('./renovation/new-renovation.page.tsx')).NewRenovationPage,
}));
const RenovationPage = page(renovationCase, async () => ({
  default: (await import('./renovation/renovation.page.tsx')).RenovationPage,
}));
const AssessmentPage = page([...renovationCase, assessmentWords], async () => ({
  default: (await import('./renovation/assessment.page.tsx')).AssessmentPage,
}));
const RenovationFundsPage = page(renovationMoney, async () => ({
  default: (await import('./renovation/funds.page.tsx')).FundsPage,
}));
const RenovationLotsPage = page(renovationMoney, async () => ({
  default: (await import('./renovation/lots.page.tsx')).LotsPage,
}));
const NewRenovationLotPage = page(renovationMoney, async () => ({
  default: (await import('./renovation/new-lot.page.tsx')).NewLotPage,
}));
const RenovationLotPage = page(renovationMoney, async () => ({
  default: (await import('./renovation/lot.page.tsx')).LotPage,
}));
const RenovationQueuePage = page(renovation, async () => ({
  default: (await import('./renovation/queue.page.tsx')).QueuePage,
}));
const AssistanceEventsPage = page(assistance, async () => ({
  default: (await import('./services/events/events.page.tsx')).EventsPage,
}));
const HelpsPage = page(helps, async () => ({
  default: (await import('./services/helps/helps.page.tsx')).HelpsPage,
}));
const NewHelpPage = page(helps, async () => ({
  default: (await import('./services/helps/new-help.page.tsx')).NewHelpPage,
}));
const HelpPage = page(helps, async () => ({
  default: (await import('./services/helps/help.page.tsx')).HelpPage,
}));
const CentresPage = page(centres, async () => ({
  default: (await import('./services/centres/centres.page.tsx')).CentresPage,
}));
const CentrePage = page(centres, async () => ({
  default: (await import('./services/centres/centre.page.tsx')).CentrePage,
}));
const NewMemberPage = page(centres, async () => ({
  default: (await import('./services/centres/new-member.page.tsx')).NewMemberPage,
}));
const MemberPage = page(centres, async () => ({
  default: (await import('./services/centres/member.page.tsx')).MemberPage,
}));
const AttendancePage = page(centres, async () => ({
  default: (await import('./services/centres/attendance.page.tsx')).AttendancePage,
}));
const ServiceFiguresPage = page(serviceFigures, async () => ({
  default: (await import('./services/figures/figures.page.tsx')).ServiceFiguresPage,
}));
const ServicesPage = page(services, async () => ({
  default: (await import('./services/services.page.tsx')).ServicesPage,
}));
const DevicesPage = page(devices, async () => ({
  default: (await import('./services/devices/devices.page.tsx')).DevicesPage,
}));
const NewHandoutPage = page(devices, async () => ({
  default: (await import('./services/devices/new-handout.page.tsx')).NewHandoutPage,
}));
const StockPage = page(devices, async () => ({
  default: (await import('./services/devices/stock.page.tsx')).StockPage,
}));
const HandoutsPage = page(devices, async () => ({
  default: (await import('./services/devices/handouts.page.tsx')).HandoutsPage,
}));
const HandoutPage = page(devices, async () => ({
  default: (await import('./services/devices/handout.page.tsx')).HandoutPage,
}));
const DonationsPage = page(donations, async () => ({
  default: (await import('./services/donations/donations.page.tsx')).DonationsPage,
}));
const BatchPage = page(donations, async () => ({
  default: (await import('./services/donations/batch.page.tsx')).BatchPage,
}));
const NewReceiptPage = page(donations, async () => ({
  default: (await import('./services/donations/new-receipt.page.tsx')).NewReceiptPage,
}));
const ReceiptListPage = page(donations, async () => ({
  default: (await import('./services/donations/receipt-list.page.tsx')).ReceiptListPage,
}));
const ReceiptPage = page(donations, async () => ({
  default: (await import('./services/donations/receipt.page.tsx')).ReceiptPage,
}));
const ReceiptsPage = page(donations, async () => ({
  default: (await import('./services/donations/receipts.page.tsx')).ReceiptsPage,
}));
const ThisYear = page([calendarWords], async () => ({
  default: (await import('./calendar/calendar.page.tsx')).ThisYear,
}));
const RetentionPage = page([retentionWords], async () => ({
  default: (await import('./retention/retention.page.tsx')).RetentionPage,
}));
const CalendarPage = page([calendarWords], async () => ({
  default: (await import('./calendar/calendar.page.tsx')).CalendarPage,
}));
const StaffPage = page([staffWords], async () => ({
  default: (await import('./staff/staff.page.tsx')).StaffPage,
}));
const OpenAccountPage = page([staffWords], async () => ({
  default: (await import('./staff/open-account.page.tsx')).OpenAccountPage,
}));
const StaffMemberPage = page([staffWords, inboxWords, inboxProblemWords], async () => ({
  default: (await import('./staff/staff-member.page.tsx')).StaffMemberPage,
}));
const OrganisationsPage = page([organisationsWords], async () => ({
  default: (await import('./organisations/organisations.page.tsx')).OrganisationsPage,
}));
const ApiPage = page([apiWords], async () => ({
  default: (await import('./api/api.page.tsx')).ApiPage,
}));

/** Everything staff can reach. Pages outside the desk (signing in) are siblings of its route. */
const AdminTree: Component = () => (
  <Router root={Root}>
    <Route path="/admin/sign-in" component={SignInPage} />
    <Route path="/admin/password" component={PasswordPage} />
    <Route path="/admin" component={Desk}>
      <Route path="/" component={TodayPage} />
      <Route path="/account" component={AccountPage} />
      <Route path="/issues" component={LedgerPage} />
      <Route path="/issues/counted" component={CountedPage} />
      <Route path="/issues/new" component={RegisterPage} />
      <Route path="/issue-owners" component={OwnersPage} />
      <Route path="/issues/:reference" component={CasePage} />
      <Route path="/campaigns" component={CampaignsPage} />
      <Route path="/campaigns/new" component={NewCampaignPage} />
      <Route path="/campaigns/:campaign" component={CampaignPage} />
      <Route path="/campaigns/:campaign/edit" component={EditCampaignPage} />
      <Route path="/campaigns/:campaign/plan" component={PlanPage} />
      <Route path="/campaigns/:campaign/hand-over" component={HandOverPage} />
      <Route path="/campaigns/:campaign/unvisited" component={UnvisitedPage} />
      <Route path="/campaigns/:campaign/assigned" component={AssignedPage} />
      <Route path="/campaigns/:campaign/households/:household" component={AssignmentPage} />
      <Route path="/campaigns/:campaign/proof" component={ProofPage} />
      <Route path="/day-ledgers" component={DayLedgersPage} />
      <Route path="/day-ledgers/:village/:day" component={DayLedgerPage} />
      <Route path="/visit-conflicts" component={ConflictsPage} />
      <Route path="/visits/:visit" component={VisitPage} />
      <Route path="/households" component={HouseholdsPage} />
      <Route path="/households/new" component={RegisterHouseholdPage} />
      <Route path="/households/areas" component={AreasPage} />
      <Route path="/households/export" component={ExportPage} />
      <Route path="/households/imports" component={ImportsPage} />
      <Route path="/households/imports/new" component={NewImportPage} />
      <Route path="/households/imports/:import" component={ImportPage} />
      <Route path="/households/:household" component={HouseholdPage} />
      <Route path="/inbox" component={InboxPage} />
      <Route path="/outbox" component={OutboxPage} />
      <Route path="/runs" component={SchedulesPage} />
      <Route path="/runs/:schedule" component={RunsPage} />
      <Route path="/findings" component={FindingsPage} />
      <Route path="/findings/mine" component={MyFindingsPage} />
      <Route path="/findings/:finding" component={FindingPage} />
      <Route path="/supervision" component={SupervisionsPage} />
      <Route path="/supervision/:date" component={SupervisionPage} />
      <Route path="/criticisms" component={CriticismsPage} />
      <Route path="/criticisms/new" component={NewCriticismPage} />
      <Route path="/criticisms/:criticism" component={CriticismPage} />
      <Route path="/exemplary-sites" component={SitesPage} />
      <Route path="/exemplary-sites/new" component={NewSitePage} />
      <Route path="/exemplary-sites/:site" component={SitePage} />
      <Route path="/reports" component={ReportsPage} />
      <Route path="/reports/:report" component={ReportPage} />
      <Route path="/inspections" component={InspectionsPage} />
      <Route path="/inspections/new" component={DrawPage} />
      <Route path="/inspections/rates" component={RatesPage} />
      <Route path="/inspections/:inspection" component={InspectionPage} />
      <Route path="/inspections/:inspection/checks/:n" component={CheckPage} />
      <Route path="/rectifications" component={RectificationsPage} />
      <Route path="/rectifications/:rectification" component={RectificationPage} />
      <Route path="/activities" component={ActivitiesPage} />
      <Route path="/activities/new" component={NewActivityPage} />
      <Route path="/activities/:activity" component={ActivityPage} />
      <Route path="/activities/:activity/dates" component={DatesPage} />
      <Route path="/venue-calendar" component={VenueCalendarPage} />
      <Route path="/call-list" component={CallListPage} />
      <Route path="/rosters/:offer" component={RosterPage} />
      <Route path="/rosters/:offer/enrol" component={EnrolPage} />
      <Route path="/check-in/:session" component={CheckInPage} />
      <Route path="/enrolments/:reference" component={EnrolmentPage} />
      <Route path="/room-requests" component={RoomRequestsPage} />
      <Route path="/room-bookings" component={RoomBookingsPage} />
      <Route path="/room-bookings/:reference" component={RoomBookingPage} />
      <Route path="/venues" component={VenuesPage} />
      <Route path="/venues/new" component={NewVenuePage} />
      <Route path="/venues/:venue" component={VenuePage} />
      <Route path="/venues/:venue/keeper" component={KeeperPage} />
      <Route path="/venue-hours" component={HoursReportPage} />
      <Route path="/targets" component={TargetsPage} />
      <Route path="/figures" component={FiguresPage} />
      <Route path="/figures/coverage" component={CoveragePage} />
      <Route path="/publicity" component={PublicityPage} />
      <Route path="/upgrades" component={UpgradesPage} />
      <Route path="/renovations" component={RenovationsPage} />
      <Route path="/renovations/new" component={NewRenovationPage} />
      <Route path="/renovations/:reference" component={RenovationPage} />
      <Route path="/renovations/:reference/assessment" component={AssessmentPage} />
      <Route path="/renovation-funds" component={RenovationFundsPage} />
      <Route path="/renovation-lots" component={RenovationLotsPage} />
      <Route path="/renovation-lots/new" component={NewRenovationLotPage} />
      <Route path="/renovation-lots/:lot" component={RenovationLotPage} />
      <Route path="/renovation-jobs" component={RenovationJobsPage} />
      <Route path="/renovation-queue" component={RenovationQueuePage} />
      <Route path="/services" component={ServicesPage} />
      <Route path="/services/figures" component={ServiceFiguresPage} />
      <Route path="/services/devices" component={DevicesPage} />
      <Route path="/services/devices/new" component={NewHandoutPage} />
      <Route path="/services/devices/stocks/:stock" component={StockPage} />
      <Route path="/services/devices/handouts" component={HandoutsPage} />
      <Route path="/services/devices/handouts/:handout" component={HandoutPage} />
      <Route path="/services/centres" component={CentresPage} />
      <Route path="/services/centres/:centre" component={CentrePage} />
      <Route path="/services/centres/:centre/new" component={NewMemberPage} />
      <Route path="/services/centres/:centre/attendance" component={AttendancePage} />
      <Route path="/services/members/:membership" component={MemberPage} />
      <Route path="/services/helps" component={HelpsPage} />
      <Route path="/services/helps/new" component={NewHelpPage} />
      <Route path="/services/helps/:help" component={HelpPage} />
      <Route path="/services/events" component={AssistanceEventsPage} />
      <Route path="/services/donations" component={DonationsPage} />
      <Route path="/services/donations/:batch" component={BatchPage} />
      <Route path="/services/donations/:batch/new" component={NewReceiptPage} />
      <Route path="/services/donations/:batch/list" component={ReceiptListPage} />
      <Route path="/services/receipts" component={ReceiptsPage} />
      <Route path="/services/receipts/:receipt" component={ReceiptPage} />
      <Route path="/calendar" component={ThisYear} />
      <Route path="/retention" component={RetentionPage} />
      <Route path="/calendar/:year" component={CalendarPage} />
      <Route path="/organisations" component={OrganisationsPage} />
      <Route path="/staff" component={StaffPage} />
      <Route path="/staff/new" component={OpenAccountPage} />
      <Route path="/staff/:staffId" component={StaffMemberPage} />
      <Route path="/api" component={ApiPage} />
      <Route path="*" component={NotFoundPage} />
    </Route>
  </Router>
);

export default AdminTree;
