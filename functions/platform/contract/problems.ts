/** One field or rule that a request got wrong; `path` is a JSON path such as `contact.phone`, empty for the whole. */
export interface FieldProblem {
  readonly path: string;
  /** Stable code the site translates, with the number `n` that belongs to it (may be empty). */
  readonly code: string;
  readonly n: string;
  readonly message: string;
}

interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/**
 * A closed list of problem codes. The status stands beside its code, so a code without one cannot exist
 * and nothing else in the system decides a status.
 */
export type ProblemTable = Readonly<Record<string, ProblemKind>>;

export const defineProblems = <const T extends ProblemTable>(table: T): T => table;

interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  /** The current representation of what the caller tried to change, so that it need not ask again. */
  readonly current?: unknown;
  readonly version?: number;
  readonly retryAfterSeconds?: number;
}

/** A refusal a caller can act on: it becomes `application/problem+json` (RFC 9457) at the edge. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly details: ProblemDetails;

  constructor(code: string, kind: ProblemKind, details: ProblemDetails) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.status = kind.status;
    this.title = kind.title;
    this.details = details;
  }
}

/** Makes the factory of one table's problems: `const issueProblem = problemFactory(issueProblems)`. */
export const problemFactory =
  <T extends ProblemTable>(table: T) =>
  (code: keyof T & string, details: ProblemDetails = {}): Problem => {
    const kind = table[code];
    if (!kind) throw new Error(`unknown problem code ${code}`);
    return new Problem(code, kind, details);
  };

/** What any route can answer, whatever its noun. */
export const platformProblems = defineProblems({
  'request.malformed': { status: 400, title: 'The request could not be read.' },
  'request.invalid': { status: 400, title: 'Some of the answers need to be changed.' },
  'request.cursor_invalid': { status: 400, title: 'This page link is not valid. Start from the first page.' },
  'request.cursor_expired': { status: 400, title: 'This page link has expired. Start from the first page.' },
  'request.key_required': { status: 400, title: 'The header Idempotency-Key is missing or not valid.' },
  'request.key_reused': { status: 422, title: 'This Idempotency-Key was used for a different request.' },
  'request.not_found': { status: 404, title: 'There is nothing at this address.' },
  'request.method_not_allowed': { status: 405, title: 'This address does not take that method.' },
  'request.stale': { status: 412, title: 'Somebody else changed this first. Here is how it stands now.' },
  'request.precondition_required': { status: 428, title: 'The header If-Match with the version is missing.' },
  'request.too_large': { status: 413, title: 'The request is too large.' },
  'request.media_type': { status: 415, title: 'The request has a content type that is not taken here.' },
  'request.cross_site': { status: 403, title: 'This request came from another site.' },
  'request.too_many': { status: 429, title: 'Too many attempts. Wait a little and try again.' },
  'session.required': { status: 401, title: 'Sign in first.' },
  'access.role': { status: 403, title: 'Your account may not do this.' },
  'access.password_change_required': { status: 403, title: 'Choose a password of your own first.' },
  'access.scope': { status: 403, title: 'This lies outside the area of your account.' },
  'record.anonymised': { status: 409, title: 'Its personal data has been deleted; it stays as it is.' },
  'service.busy': {
    status: 503,
    title: 'The service is busy. Send the same again in a moment; nothing is done twice.',
  },
  'service.failed': { status: 500, title: 'Something went wrong on our side.' },
});

export type PlatformProblemCode = keyof typeof platformProblems;
export const platformProblem = problemFactory(platformProblems);
