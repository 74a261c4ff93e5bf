/** Full years that what is personal in a record stays after the record has ended: working values, the district's to set. */
export const retentionYears = {
  issues: 3,
  visits: 3,
  inspections: 3,
  households: 3,
  bookings: 1,
  renovations: 5,
  /** Rejected or withdrawn. */
  'stopped-renovations': 1,
  services: 3,
  supervision: 3,
} as const;
export type Retained = keyof typeof retentionYears;

/** What goes after some years, in the order the page shows it. */
export const retainedItems = [
  'issues',
  'visits',
  'inspections',
  'households',
  'bookings',
  'renovations',
  'stopped-renovations',
  'services',
  'supervision',
] as const satisfies readonly Retained[];

/** Days after the end of a period at which what still stands is a finding. */
export const graceDays = 1;

/** Which kinds of records each of them is, by their names in the ledger. */
export const retainedKinds = {
  ISSUE: 'issues',
  VISIT: 'visits',
  ASSIGNMENT: 'visits',
  INSPECTION: 'inspections',
  CHECK: 'inspections',
  RECTIFICATION: 'inspections',
  HOUSEHOLD: 'households',
  ENROLMENT: 'bookings',
  ROOMBOOKING: 'bookings',
  /** Those that were stopped as well. */
  RENOVATION: 'renovations',
  HANDOUT: 'services',
  MEMBERSHIP: 'services',
  RECEIPT: 'services',
  HELP: 'services',
  SUPERVISION: 'supervision',
  EXEMPLARY: 'supervision',
} as const satisfies Readonly<Record<string, Retained>>;
