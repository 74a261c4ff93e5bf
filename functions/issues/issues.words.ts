/** What an issue is about; the site has the words in both languages. */
export const categories = [
  'environment',
  'roads',
  'utilities',
  'housing',
  'safety',
  'welfare',
  'culture',
  'neighbours',
  'other',
] as const;

/** How an issue reached the office. `form` is the public web form; `culture` the office that keeps venues. */
export const sources = ['form', 'phone', 'visit', 'counter', 'inspection', 'culture'] as const;

/** `urgent` is due the same day, `normal` in three working days. */
export const urgencies = ['normal', 'urgent'] as const;

/** Answered is not solved: what the handling came to is said apart from that it ended. */
export const outcomes = ['solved', 'planned', 'cannot'] as const;

export const channels = ['phone', 'visit', 'message', 'web'] as const;

/** What the resident says at the follow-up; silence is none of these. */
export const solvedAnswers = ['yes', 'partly', 'no'] as const;

/** The five grades, from very dissatisfied to very satisfied. */
export const grades = [1, 2, 3, 4, 5] as const;

export const limits = {
  what: 1_000,
  place: 120,
  name: 30,
  reason: 500,
  text: 1_000,
  photos: 6,
  milestones: 8,
  extensionDays: 15,
  /** Tries after which it may be recorded that nobody can be reached. */
  attempts: 3,
  /** So that a case stays small enough to be kept as one item. */
  attemptsMost: 12,
  duplicates: 20,
  workingDays: 3,
  /** Towns an owner can have lead officials for. */
  towns: 60,
} as const;

/** The wording of the consent a resident gives; a new wording is a new version. */
export const consentVersion = '2026-11';

/** Figures of a month's issues that lead to the issues they count. */
export const countedFigures = [
  'raised',
  'answered',
  'resolvedInTime',
  'closed',
  'solved',
  'satisfied',
  'overdue',
  'returned',
  'reopened',
] as const;
export type CountedFigure = (typeof countedFigures)[number];
