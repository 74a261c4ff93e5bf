import { hash } from 'node:crypto';
import middy, { type MiddlewareObj } from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as v from 'valibot';
import { Problem, platformProblem } from '../contract/problems.ts';
import { holdsOneOf, type Principal } from '../contract/roles.ts';
import type {
  BodyOf,
  CallerOf,
  Contract,
  ParamsOf,
  QueryOf,
  ResponseInputOf,
  RouteRow,
} from '../contract/route.ts';
import { requestDigest } from '../ledger/steps.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Keyring } from '../runtime/keyring.ts';
import type { Log } from '../runtime/log.ts';
import type { Instant } from '../runtime/time.ts';
import { type FileAnswer, fileAnswer, jsonAnswer, problemAnswer } from './answer.ts';
import { parseBody, parseIfMatch, parseKey, parseParams, parseQuery, refuseCrossSite } from './request.ts';
import { sourceAddress } from './source-address.ts';

export interface ApiRequest<R extends RouteRow> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly caller: CallerOf<R>;
  /** Idempotency-Key of a POST, empty otherwise. */
  readonly key: string;
  /** Keyed digest of a command's route, parameters and body, to tell a repeat from a key used twice; else empty. */
  readonly digest: string;
  readonly ifMatch: number | undefined;
  readonly now: Instant;
  /** Address the request came from, for rate limits only; never logged or stored as it is. */
  readonly sourceIp: string;
  /** What the browser calls itself; only its family is ever kept. */
  readonly userAgent: string;
  readonly cookies: readonly string[];
}

export interface Answer<B> {
  readonly body: B;
  readonly version?: number;
  readonly cookies?: string[];
  /** Seconds anybody may keep it: only for what is the same for all. Otherwise nobody keeps it. */
  readonly publicSeconds?: number;
}

/** One handler for each row of a contract: a row without one does not compile, nor does one without a row. */
export type Handlers<C extends Contract> = {
  readonly [Name in keyof C['routes']]: (
    request: ApiRequest<C['routes'][Name]>,
  ) => Promise<Answer<ResponseInputOf<C['routes'][Name]>> | { readonly file: FileAnswer }>;
};

export interface ApiDependencies {
  readonly clock: Clock;
  readonly keyring: Pick<Keyring, 'mac'>;
  readonly log: Log;
  /** Finds who calls by the request's cookies; undefined when nobody is signed in. */
  readonly authenticate: (cookies: readonly string[], now: Instant) => Promise<Principal | undefined>;
}

export type ApiFunction = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

const pathPattern = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`);

const admit = (row: RouteRow, caller: Principal | undefined): void => {
  if (row.mayCall === 'anyone') return;
  if (!caller) throw platformProblem('session.required');
  if (caller.mustChangePassword && !row.duringPasswordChange) {
    throw platformProblem('access.password_change_required');
  }
  if (row.mayCall !== 'every' && !holdsOneOf(caller, row.mayCall)) throw platformProblem('access.role');
};

/** Which row a request came to; the gateway may know no more than the beginning of its path. */
type RouteOf = WeakMap<object, string>;

/** One line per request: which route, what came of it, how long it took. Nothing of what was sent. */
const requestLine = (
  log: Log,
  routeOf: RouteOf,
): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> => {
  const started = new WeakMap<object, number>();
  const finish = (event: APIGatewayProxyEventV2, status: number, error: unknown): void => {
    const fields = {
      requestId: event.requestContext.requestId,
      route: routeOf.get(event) ?? event.routeKey,
      status,
      problem: error instanceof Problem ? error.code : undefined,
      milliseconds: Math.round(performance.now() - (started.get(event) ?? performance.now())),
    };
    if (status >= 500 && !(error instanceof Problem)) log.error('http.failed', fields, error);
    else log.info('http.answered', fields);
  };
  return {
    before: ({ event }) => {
      started.set(event, performance.now());
    },
    after: ({ event, response }) => finish(event, response?.statusCode ?? 200, undefined),
    onError: ({ event, response, error }) => finish(event, response?.statusCode ?? 500, error),
  };
};

const problemMapper: MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> = {
  onError: (request) => {
    request.response = problemAnswer(request.error);
  },
};

/** A handler whose row is only known at run time; its row's schemas vouch for what it is given. */
type AnyHandler = (
  request: Omit<ApiRequest<RouteRow>, 'params' | 'caller'> & {
    readonly params: unknown;
    readonly caller: Principal | undefined;
  },
) => Promise<Answer<unknown> | { readonly file: FileAnswer }>;

/** A picture counts by its hash: as JSON every byte of it would be a field. */
const digestible = (body: unknown): unknown =>
  body instanceof Uint8Array ? hash('sha256', body, 'base64url') : body;

/** What every route does before and after its handler, in the order a caller meets it. */
const serve =
  (
    name: string,
    row: RouteRow,
    handler: AnyHandler,
    { clock, keyring, authenticate }: ApiDependencies,
    routeOf: RouteOf,
  ) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    routeOf.set(event, `${row.method} ${row.path}`);
    const now = clock.now();
    const cookies = event.cookies ?? [];
    refuseCrossSite(row, event);
    const caller = row.mayCall === 'anyone' ? undefined : await authenticate(cookies, now);
    admit(row, caller);
    const params = parseParams(row, event);
    const query = parseQuery(row, event);
    const key = parseKey(row, event);
    const ifMatch = parseIfMatch(row, event);
    const body = parseBody(row, event);
    const answer = await handler({
      params,
      query,
      body,
      caller,
      key,
      digest: row.method === 'GET' ? '' : await requestDigest(keyring, name, params, digestible(body)),
      ifMatch,
      now,
      sourceIp: sourceAddress(event),
      userAgent: event.requestContext.http.userAgent,
      cookies,
    });
    if ('file' in answer) return fileAnswer(answer.file);
    // Only declared fields leave: a field somebody adds to a state does not leak through an old route.
    const sent = row.status === 204 ? undefined : v.parse(row.response, answer.body);
    return jsonAnswer(row.status, sent, answer);
  };

const notFound =
  (rows: readonly RouteRow[]) =>
  ({ path }: { readonly path: string }): never => {
    throw platformProblem(
      rows.some((row) => pathPattern(row.path).test(path))
        ? 'request.method_not_allowed'
        : 'request.not_found',
    );
  };

/**
 * The function that serves a contract. The order of its parts is written down here and nowhere else: request
 * line outermost, then the problem mapper, then the router; middy runs `onError` from the last registered to
 * the first, so the mapper makes the answer before the line is written.
 */
export const apiFunction = <C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  dependencies: ApiDependencies,
): ApiFunction => {
  const rows = Object.entries(contract.routes);
  const routeOf: RouteOf = new WeakMap();
  const routes = rows.map(([name, row]) => ({
    method: row.method,
    path: row.path,
    handler: serve(`${contract.function}.${name}`, row, handlers[name] as AnyHandler, dependencies, routeOf),
  }));
  const served = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(requestLine(dependencies.log, routeOf))
    .use(problemMapper)
    .handler(httpRouter({ routes, notFoundResponse: notFound(rows.map(([, row]) => row)) }));
  // Two parameters: the Node.js 24 runtime refuses handlers that declare a callback.
  return async (event, context) => served(event, context);
};
