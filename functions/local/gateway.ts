import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { platformProblem } from '../platform/contract/problems.ts';
import type { RouteRow } from '../platform/contract/route.ts';
import { problemAnswer } from '../platform/http/answer.ts';
import type { ApiFunction } from '../platform/http/api-function.ts';

/** Bytes; what API Gateway takes at the most. */
const payloadLimit = 10 * 1024 * 1024;

export interface GatewayRoute {
  readonly row: RouteRow;
  readonly functionName: string;
}

interface Matcher extends GatewayRoute {
  readonly pattern: RegExp;
}

const matcherOf = (route: GatewayRoute): Matcher => ({
  ...route,
  pattern: new RegExp(`^${route.row.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
});

/** @throws Problem 413 as soon as more arrives than a gateway would take. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > payloadLimit) throw platformProblem('request.too_large');
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const isText = (type: string): boolean => type === '' || /^(text\/|application\/json)/.test(type);

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name]) => name !== 'cookie')
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  );

const queryOf = (url: URL): Record<string, string> | undefined => {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams)
    query[name] = name in query ? `${query[name]},${value}` : value;
  return Object.keys(query).length > 0 ? query : undefined;
};

/** The event API Gateway (HTTP API, payload 2.0) would hand to the function. */
const eventOf = (
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  { row, pattern }: Matcher,
): APIGatewayProxyEventV2 => {
  const method = request.method ?? 'GET';
  const headers = headersOf(request);
  const text = isText(headers['content-type'] ?? '');
  const queryStringParameters = queryOf(url);
  const cookies = request.headers.cookie?.split(/;\s*/);
  const routeKey = `${row.method} ${row.path}`;
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(cookies ? { cookies } : {}),
    ...(queryStringParameters ? { queryStringParameters } : {}),
    pathParameters: { ...pattern.exec(url.pathname)?.groups },
    ...(body.length > 0 ? { body: body.toString(text ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: !text && body.length > 0,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'local',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date().toISOString(),
      timeEpoch: Date.now(),
    },
  };
};

/** The context of an invocation; no function of ours reads more than its request id. */
export const lambdaContext = (functionName: string): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: functionName,
  memoryLimitInMB: '512',
  awsRequestId: randomUUID(),
  logGroupName: functionName,
  logStreamName: 'local',
  getRemainingTimeInMillis: () => 29_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});

const send = (response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void => {
  response.statusCode = result.statusCode ?? 200;
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value));
  if (result.cookies) response.setHeader('set-cookie', result.cookies);
  response.end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'));
};

export type Gateway = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** API Gateway on one machine: finds the row, makes the event, calls the function's own entry point. */
export const createGateway = (
  routes: readonly GatewayRoute[],
  functions: ReadonlyMap<string, ApiFunction>,
): Gateway => {
  const matchers = routes.map(matcherOf);

  const answer = async (request: IncomingMessage): Promise<APIGatewayProxyStructuredResultV2> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const here = matchers.filter(({ pattern }) => pattern.test(url.pathname));
    const route = here.find(({ row }) => row.method === request.method);
    const handler = route && functions.get(route.functionName);
    if (!route || !handler)
      throw platformProblem(here.length > 0 ? 'request.method_not_allowed' : 'request.not_found');
    return handler(eventOf(request, url, await bodyOf(request), route), lambdaContext(route.functionName));
  };

  return async (request, response) => {
    try {
      send(response, await answer(request));
    } catch (error) {
      send(response, problemAnswer(error));
      // What was not read of a body that is too large is not waited for.
      request.unpipe();
      request.resume();
    }
  };
};
