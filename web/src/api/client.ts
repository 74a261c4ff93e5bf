import type { FieldProblem } from '../../../functions/platform/contract/problems.ts';
import {
  type BodyInputOf,
  pathOf,
  type QueryInputOf,
  type ResponseOf,
  type RouteRow,
} from '../../../functions/platform/contract/route.ts';

/** What the service answered instead: the page goes by `code`, never by text or number. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly errors: readonly FieldProblem[];
  /** The record as it stands now, when somebody else changed it first. */
  readonly current: unknown;
  /** The number or the time a refusal is about; empty when there is none. */
  readonly detail: string;

  constructor(code: string, status: number, errors: readonly FieldProblem[], current: unknown, detail = '') {
    super(code);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.current = current;
    this.detail = detail;
  }
}

/** The code of anything thrown; what is no answer of the service is a failure of ours. */
export const codeOf = (thrown: unknown): string =>
  thrown instanceof ApiProblem ? thrown.code : 'service.failed';

/** No answer came at all: offline, or the connection broke. Whether it was carried out is not known. */
export const unreachable = 'network.unreachable';

export interface Reply<B> {
  readonly body: B;
  /** The version to send as `ifMatch` with the next change; undefined when the record has none. */
  readonly version: number | undefined;
}

type Sent<R extends RouteRow> = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: QueryInputOf<R>;
  readonly body?: BodyInputOf<R>;
  readonly ifMatch?: number | undefined;
  /**
   * Key of this intention; keep one per form so that pressing the button again can't do it twice.
   * A new one when not given: right for what is done by one click.
   */
  readonly key?: string;
};

/** 128 random bits; crypto.randomUUID is missing where a site is opened over plain http. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const attempts = 3;
const pauseMilliseconds = 600;
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resume) => {
    setTimeout(resume, milliseconds);
  });

const queryText = (query: object | undefined): string => {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
};

/**
 * As much of a contract's row as a call needs, for pages that have to be light: the schemas stay behind. Method and
 * path must be the contract's own, or it does not compile.
 */
export type LightRow<R extends RouteRow> = Pick<R, 'method' | 'path'> & {
  readonly bodyKind?: R['bodyKind'];
  /** Never there: it tells the compiler whose bodies and answers these are. */
  readonly of?: R;
};

const requestOf = <R extends RouteRow>(row: LightRow<R>, sent: Sent<R>): RequestInit => {
  const headers = new Headers({ accept: 'application/json' });
  if (row.method === 'POST') headers.set('idempotency-key', sent.key ?? newKey());
  if (sent.ifMatch !== undefined) headers.set('if-match', `"${sent.ifMatch}"`);
  const init: RequestInit = { method: row.method, headers, credentials: 'same-origin' };
  if (row.bodyKind === 'bytes') {
    headers.set('content-type', 'application/octet-stream');
    return { ...init, body: sent.body as BodyInit };
  }
  if (sent.body === undefined) return init;
  headers.set('content-type', 'application/json');
  return { ...init, body: JSON.stringify(sent.body) };
};

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const text: { code?: string; errors?: FieldProblem[]; current?: unknown; detail?: string } = await response
    .json()
    .catch(() => ({}));
  return new ApiProblem(
    text.code ?? 'service.failed',
    response.status,
    text.errors ?? [],
    text.current,
    text.detail,
  );
};

/** Sends until there is an answer: the key makes that safe, and a phone's connection breaks often. */
const fetchPatiently = async (url: string, init: RequestInit): Promise<Response> => {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, init).catch(() => undefined);
    if (response && response.status !== 503) return response;
    if (attempt === attempts) {
      if (response) return response;
      throw new ApiProblem(unreachable, 0, [], undefined);
    }
    await pause(pauseMilliseconds * attempt);
  }
};

/** As `callLight`, for a row that answers with a file. */
export const callForFile = async <R extends RouteRow>(
  row: LightRow<R>,
  sent: Sent<R> = {},
): Promise<Blob> => {
  const response = await fetchPatiently(pathOf(row, sent.params), requestOf(row, sent));
  if (!response.ok) throw await problemOf(response);
  return response.blob();
};

/** As `call`, by a row without its schemas. */
export const callLight = async <R extends RouteRow>(
  row: LightRow<R>,
  sent: Sent<R> = {},
): Promise<Reply<ResponseOf<R>>> => {
  const response = await fetchPatiently(
    pathOf(row, sent.params) + queryText(sent.query ?? undefined),
    requestOf(row, sent),
  );
  if (!response.ok) throw await problemOf(response);
  const version = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1];
  // The service parses every answer by this row's schema before it leaves; parsing again would ship it twice.
  const body = (response.status === 204 ? undefined : await response.json()) as ResponseOf<R>;
  return { body, version: version === undefined ? undefined : Number(version) };
};

/**
 * Calls a route by its contract row: path, body, answer and key all follow from it.
 * @throws ApiProblem for every answer that is not a success, and when there is none.
 */
export const call = <R extends RouteRow>(row: R, sent: Sent<R> = {}): Promise<Reply<ResponseOf<R>>> =>
  callLight<R>(row, sent);
