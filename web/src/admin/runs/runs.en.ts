import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './runs.zh.ts';

export const words = {
  'runs.title': 'Scheduled checks',
  'runs.lead':
    'What runs by itself: when, what its last run came to, when the next one is. Those that did not run come first. Open one for its rule and each of its runs.',
  'runs.caption': 'Everything that runs by itself, what did not run first',
  'runs.count': '{n} in all',
  'runs.back': 'All scheduled checks',
  'runs.of.caption': 'The latest runs of “{name}”, the newest first',
  'runs.of.count': '{n} {n:run|runs} on this page',
  'runs.of.empty': 'It has not run yet',
  'runs.of.empty.text': 'Its first run shows here once its time has come.',
  'runs.call-list': 'Reminders the day before: open the call list of a venue and a day',
  'column.schedule': 'Check',
  'column.when': 'When',
  'column.latest': 'Last run',
  'column.next': 'Next run',
  'column.examined': 'Examined',
  'column.found': 'Found',
  'column.cleared': 'Cleared',
  'column.skipped': 'Let be',
  'column.failed': 'Failed',
  'column.took': 'Took',
  'column.units': 'Units',
  'column.started': 'Began',
  'column.remarks': 'Remarks',
  'run.never': 'Has not run yet',
  'run.missed': 'Was to run {when} and did not',
  'run.took': '{seconds} s',
  'run.on-time': 'On time',
  'run.late': '{minutes} {minutes:minute|minutes} late (planned for {when})',
  'run.early': 'Before its time of {when}: the clock went back',
  'run.again': 'The same run, delivered again',
  'run.unended': 'The run begun {when} never ended; this one went on with what it left',
  'run.clock': 'The clock went back: the run before was recorded for {when}',
  'run.broken-off': 'Broke off and does not count; what it left stays due for the next',
  'skip.settled': 'seen to meanwhile: {n}',
  'skip.not-due': 'not due, or nothing asked for: {n}',
  'skip.counted-before': 'counted before: {n}',
  'skip.left-to-its-check': 'left to the check that made it: {n}',
  'skip.next-run': 'left for the next run: {n}',
  'when.minute': 'Every minute',
  'when.minutes': 'Every {n} {n:minute|minutes}',
  'when.hour': 'Every hour at minute {minute}',
  'when.day': 'Every day at {time}',
  'when.monday': 'Mondays at {time}',
  'when.other': 'By its timetable',
  'checks.title': 'What watches each promise',
  'checks.caption':
    'What each check looks at, what it rests on, and who is told where nobody has taken it on',
  'checks.check': 'Check',
  'checks.scope': 'Looks at',
  'checks.schedules': 'Rests on',
  'checks.told': 'Tells',
  'scope.issues': 'Every issue that is not closed',
  'scope.villages': 'Every day of every village with visits',
  'scope.campaigns': 'Every village of a running campaign',
  'scope.venues': 'Every venue that promised its hours',
  'scope.bookings': 'Rooms asked for, places held, sessions people enrolled for',
  'scope.renovations': 'Every home that is not finished',
  'scope.targets': 'Every target of this year',
  'scope.calendar': 'The working calendar',
  'scope.personal': 'Every record past its retention period',
  'scope.schedules': 'Everything that runs by itself here',
  'told.handler': 'handling departments',
  'told.culture': 'culture',
  'told.disability': 'federation',
  'told.lead': 'lead officials',
  'told.supervisor': 'supervision',
  'told.admin': 'administrators',
  'name.issue-deadline': 'Issues resolved in time',
  'name.issue-unclaimed': 'Issues claimed within a day',
  'name.issue-unanswered': 'Residents answered',
  'name.supervision-list': 'Supervision list',
  'name.ledger-noon': 'Ledgers handed in by noon',
  'name.visit-coverage': 'Visits as planned',
  'name.venue-hours': 'Venues open long enough',
  'name.booking-late': 'Bookings are seen to',
  'name.booking-care': 'Attendance and undecided rooms',
  'name.booking-line': 'Free places to the next in line',
  'name.renovation-deadline': 'Each step of a home in time',
  'name.renovation-calendar': 'Deadlines of homes follow the calendar',
  'name.target-pace': 'Yearly targets',
  'name.calendar-year': 'Working calendar',
  'name.retention': 'Personal data deleted on time',
  'name.retention-past': 'Personal data past its period',
  'name.campaign-plan': 'Plans of campaigns made to their end',
  'name.visit-proof': 'Proof that nobody is missed',
  'name.finding-care': 'Findings go on to those above',
  'name.finding-proof': 'Findings held against the facts',
  'name.criticism-care': 'Time limits of criticism',
  'name.message-mail': 'Mails are sent',
  'name.weekly-report': 'Weekly report',
  'name.schedule-run': 'Checks run on time',
  // The rules as the schedules have them: what is documented is what is shown.
  'rule.issue-deadline':
    'An issue is resolved within three working days of its transfer. One working day before, its handler is warned; past it, it is marked overdue; after one more working day it goes to supervision, after three it is a candidate for a notice of criticism.',
  'rule.issue-unclaimed':
    'A department claims what is transferred to it, or gives it back, within one working day.',
  'rule.issue-unanswered':
    'Whoever raised an issue is answered within one working day of its resolution; none is closed without.',
  'rule.campaign-plan':
    'The plan of a village that was begun is made to its end, also when the page that began it was left; when a campaign is ended, everybody nobody met is marked as missed.',
  'rule.visit-proof':
    'Every night the register of households is held against the assignments of every running campaign: one person and one day for each; new doors, households that left and people who left are listed.',
  'rule.supervision-list':
    'At 08:00 of each working day the issues are drawn that supervision looks at: the most overdue, unclaimed, returned twice, dissatisfied, and a few by lot; what of a list is not looked at by the end of the next working day is found.',
  'rule.ledger-noon':
    "A village's day is handed in by its lead before 12:00 noon of the next calendar day, also when there is nothing to report. Which villages did not is recorded at noon, by name; who hands in later is late.",
  'rule.venue-hours':
    'Every open culture centre, station and study is open for at least 42 hours a week, a third of them out of office hours or on days off. On Monday morning each is counted: what is planned for the week that begins, and what became of the week that ended, every missing hour with its reason. Holidays and closures announced five days ahead are explained.',
  'rule.booking-line':
    'A free place goes to whoever waited longest, also when the request that should have seen to it broke off; a place that was held for somebody and not accepted in time goes to the next in line.',
  'rule.booking-care':
    'An hour after a session that people were checked in to, whoever was not is marked as not having come; a room nobody decided on before it begins is given back.',
  'rule.renovation-calendar':
    'Every deadline and public notice follows the working days as they are loaded, before anything is found to be late or over.',
  'rule.renovation-deadline':
    'A public notice that is over and has no open objection lets the home be built; a step not done within its working days is marked as late; three and twelve months after a home was accepted somebody has to ask how it is.',
  'rule.weekly-report':
    'Every Monday the figures of the week that is over are drawn for the district, each town and each department, and stay as they were.',
  'rule.retention':
    'What is personal in a record is deleted in the night after its retention period is over.',
  'rule.finding-care':
    'What stands open one working day after a promise was broken goes to supervision, after three working days it may be criticised; an exception ends with its last day.',
  'rule.finding-proof':
    'Every night each open finding is held against its record: what no longer holds is cleared, and how many were examined is kept.',
  'rule.criticism-care':
    'Every night: an organisation that did not reply within five working days counts as heard; notices and exemplary sites end after half a year; the time to reply follows a newly loaded calendar.',
  'rule.message-mail':
    'Whoever wants messages by mail is sent all that are due in one mail, at once or once a day at 08:00; what could not be sent is tried again after 5 minutes, half an hour, 2 and 12 hours, and then shown as failed.',
  'rule.visit-coverage':
    'Every household is visited on its planned day. Each evening the villages of running campaigns with households past theirs are found, and cleared when somebody has been there.',
  'rule.booking-late':
    'Whoever asked for a room is answered before it begins; a place held for somebody is given on when its time is over; who came to a session people enrolled for is recorded within a day.',
  'rule.target-pace':
    "Every Monday each yearly target is held against what there would be by then if the year's figure came evenly.",
  'rule.calendar-year':
    'The working days of this year, and from 1 December on of the next, are loaded, with as many days off as the law gives.',
  'rule.retention-past': 'Nothing personal stands longer than a day past its retention period.',
  'rule.schedule-run': 'Every check runs when it is to; one that did not is a finding itself.',
} as const satisfies Translation<typeof zh>;
