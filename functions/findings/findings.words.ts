/** What the schedule watches, in the order a desk shows it. */
export const checkNames = [
  'issue-deadline',
  'issue-unclaimed',
  'issue-unanswered',
  'supervision-list',
  'ledger-noon',
  'visit-coverage',
  'venue-hours',
  'booking-care',
  'renovation-step',
  'target-pace',
  'calendar-year',
  'schedule-run',
  'retention',
] as const;
export type CheckName = (typeof checkNames)[number];

/** `notice`: it will be late; `late`: a promise is broken; `grave`: it has been for long, or to many. */
export const severities = ['notice', 'late', 'grave'] as const;

export const findingStates = ['open', 'excepted', 'cleared'] as const;

/** Who has been told of an open finding, one after the other: whoever answers for it, then those above. */
export const levels = ['answering', 'supervision', 'criticism'] as const;
export type Level = (typeof levels)[number];

export const limits = {
  /** Working days after a promise was broken at which it goes to supervision, and may be criticised. */
  supervisionAfter: 1,
  criticismAfter: 3,
  /** Characters of the reason of an exception. */
  reason: 500,
  /** Days an exception can last. */
  exceptionDays: 92,
} as const;
