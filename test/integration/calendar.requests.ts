import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as v from 'valibot';
import type { Principal, Role } from '../../functions/platform/contract/roles.ts';
import type { ApiFunction } from '../../functions/platform/http/api-function.ts';

export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly as?: Principal;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly key?: string;
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly bytes: Uint8Array;
}

/** Sessions are another noun's business: the cookie says who calls. */
export const authenticateByCookie = async (cookies: readonly string[]): Promise<Principal | undefined> => {
  const principal = cookies.find((cookie) => cookie.startsWith('who='))?.slice(4);
  return principal === undefined ? undefined : v.parse(principalSchema, JSON.parse(principal));
};

const isRole = (_: unknown): _ is Role => true;
const principalSchema = v.object({
  staffId: v.string(),
  sessionId: v.string(),
  name: v.string(),
  roles: v.array(v.custom<Role>(isRole)),
  scope: v.string(),
});

export const staff = (role: Role, scope = '370402'): Principal => ({
  staffId: `${role}1`,
  sessionId: 'session1',
  name: '王芳',
  roles: [role],
  scope,
});

const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: '',
  memoryLimitInMB: '256',
  awsRequestId: 'request',
  logGroupName: '',
  logStreamName: '',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

const eventOf = ({
  method,
  path,
  as,
  body,
  bytes,
  key,
  from = '10.0.0.1',
  headers,
}: Sent): APIGatewayProxyEventV2 => {
  const payload = bytes === undefined ? body && JSON.stringify(body) : Buffer.from(bytes).toString('base64');
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: '',
    ...(as ? { cookies: [`who=${JSON.stringify(as)}`] } : {}),
    headers: {
      'content-type': bytes === undefined ? 'application/json' : 'application/octet-stream',
      ...(method === 'POST' ? { 'idempotency-key': key ?? randomUUID() } : {}),
      ...headers,
    },
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: '',
      domainPrefix: '',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: from, userAgent: '' },
      requestId: 'request',
      routeKey: `${method} ${path}`,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    ...(typeof payload === 'string' ? { body: payload } : {}),
    isBase64Encoded: bytes !== undefined,
  };
};

/** Sends what API Gateway would, through the whole function. */
export const send = async (api: ApiFunction, sent: Sent): Promise<Got> => {
  const { statusCode = 0, headers = {}, body = '', isBase64Encoded } = await api(eventOf(sent), context);
  const bytes = Uint8Array.from(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
  return {
    status: statusCode,
    headers,
    bytes,
    body: isBase64Encoded || body === '' ? undefined : JSON.parse(body),
  };
};
