import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { lambdaContext } from '../../functions/local/gateway.ts';
import { pathOf, type RouteRow } from '../../functions/platform/contract/route.ts';
import type { ApiFunction } from '../../functions/platform/http/api-function.ts';

export interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The Cookie header as a browser would send it. */
  readonly cookie?: string;
  /** Idempotency-Key; a new one for every POST otherwise. */
  readonly key?: string;
  readonly ifMatch?: number;
  readonly sourceIp?: string;
  readonly userAgent?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  /** Parsed JSON, or the text of a file; undefined for an answer without a body. */
  readonly body: unknown;
}

export const newKey = (): string => randomUUID();

const eventOf = (row: RouteRow, call: Call): APIGatewayProxyEventV2 => {
  const path = pathOf(row, call.params);
  const routeKey = `${row.method} ${row.path}`;
  const sourceIp = call.sourceIp ?? '203.0.113.7';
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: new URLSearchParams(call.query).toString(),
    headers: {
      ...(row.method === 'POST' ? { 'idempotency-key': call.key ?? newKey() } : {}),
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(call.ifMatch === undefined ? {} : { 'if-match': `"${call.ifMatch}"` }),
    },
    ...(call.cookie === undefined ? {} : { cookies: call.cookie.split(/;\s*/) }),
    ...(call.query ? { queryStringParameters: { ...call.query } } : {}),
    pathParameters: { ...call.params },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    isBase64Encoded: false,
    requestContext: {
      accountId: 'test',
      apiId: 'test',
      domainName: 'localhost',
      domainPrefix: 'test',
      http: { method: row.method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: call.userAgent ?? '' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
};

const bodyOf = ({ body, isBase64Encoded }: Awaited<ReturnType<ApiFunction>>): unknown => {
  if (body === undefined || body === '') return undefined;
  return isBase64Encoded ? Buffer.from(body, 'base64').toString() : JSON.parse(body);
};

/** Calls one row of a contract through the whole of the function that serves it. */
export const callRow = async (api: ApiFunction, row: RouteRow, call: Call = {}): Promise<Answered> => {
  const result = await api(eventOf(row, call), lambdaContext('test'));
  const headers = Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]);
  return {
    status: result.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    cookies: result.cookies ?? [],
    body: bodyOf(result),
  };
};
