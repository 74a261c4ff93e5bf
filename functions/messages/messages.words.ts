/** What a message says. The first are of findings, the others of issues. */
export const tidings = [
  'finding-notice',
  'finding-late',
  'finding-grave',
  'finding-supervision',
  'finding-criticism',
  'finding-back',
  'issue-transferred',
  'issue-returned',
  'issue-arbitration',
  'issue-extension-asked',
  'issue-extension-granted',
  'issue-extension-refused',
] as const;
export type Tiding = (typeof tidings)[number];

/** Why it came to this person: it is theirs, their role's at that place, or nobody below could be told. */
export const reasons = ['yours', 'role', 'above', 'nobody'] as const;
export type Reason = (typeof reasons)[number];

/** When somebody wants messages by mail, too. */
export const mailChoices = ['at-once', 'daily', 'none'] as const;
export type MailChoice = (typeof mailChoices)[number];

export const mailStates = ['waiting', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

/** Why a mail could not be sent, by what has to be done about it; what a server says is kept nowhere. */
export const mailErrors = [
  'unreachable',
  'no-answer',
  'broken-off',
  'signed-out',
  'recipient-refused',
  'mail-refused',
  'no-address',
] as const;
export type MailError = (typeof mailErrors)[number];

export const limits = {
  /** Characters of an address (RFC 5321 allows 254). */
  address: 254,
  /** Messages listed in one mail; the others are in the next. */
  perMail: 40,
  /** Minutes after which a mail that could not be sent is tried again; after the last it has failed. */
  retryMinutes: [5, 30, 120, 720],
  /** Days after which what happened to an issue is no news any more. */
  newsDays: 3,
  /** Messages marked as read by one request. */
  readAtOnce: 400,
} as const;
