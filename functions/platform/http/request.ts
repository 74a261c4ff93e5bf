import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as v from 'valibot';
import { fieldMessages, fieldProblems } from '../contract/fields.ts';
import { platformProblem } from '../contract/problems.ts';
import { defaultBodyLimit, type RouteRow } from '../contract/route.ts';

const keyPattern = /^[A-Za-z0-9_-]{16,128}$/;
const plainBytes = 'application/octet-stream';
const binaryType = /^(application\/octet-stream|image\/.+)$/;
const entityTagPattern = /^"(\d{1,9})"$/;

const header = (event: APIGatewayProxyEventV2, name: string): string | undefined => event.headers[name];

/** @throws Problem 400 naming every field of `value` that does not fit the schema. */
const parsed = <T extends v.GenericSchema<unknown, unknown>>(
  schema: T,
  value: unknown,
  prefix: string,
): v.InferOutput<T> => {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const errors = fieldProblems(result.issues).map((problem) => ({
    ...problem,
    path: [prefix, problem.path].filter(Boolean).join('.'),
  }));
  throw platformProblem('request.invalid', { errors });
};

/** @throws Problem 413 before anything of a body that is too large is decoded. */
const bodyBytes = (event: APIGatewayProxyEventV2, limit: number): Buffer => {
  const text = event.body ?? '';
  const encoding = event.isBase64Encoded ? 'base64' : 'utf8';
  if (Buffer.byteLength(text, encoding) > limit) throw platformProblem('request.too_large');
  return Buffer.from(text, encoding);
};

const wrongAsAWhole = { path: '', code: 'field.type', n: '', message: fieldMessages['field.type'] };

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

const jsonOf = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(strictUtf8.decode(bytes));
  } catch {
    throw platformProblem('request.malformed');
  }
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw platformProblem('request.malformed');
  }
};

export const parseParams = (row: RouteRow, event: APIGatewayProxyEventV2): unknown => {
  if (!row.params) return undefined;
  // Those the row has a place for: a gateway that only knows the beginning of a path adds what it calls the rest.
  const raw = Object.entries(event.pathParameters ?? {})
    .filter(([name]) => row.path.includes(`{${name}}`))
    .map(([name, value]) => [name, decoded(value ?? '')]);
  return parsed(row.params, Object.fromEntries(raw), '');
};

export const parseQuery = (row: RouteRow, event: APIGatewayProxyEventV2): unknown => {
  const query = event.queryStringParameters ?? {};
  if (row.query) return parsed(row.query, query, '');
  return parsed(v.strictObject({}), query, '');
};

export const parseBody = (row: RouteRow, event: APIGatewayProxyEventV2): unknown => {
  const bytes = bodyBytes(event, row.bodyLimit ?? defaultBodyLimit);
  if (!row.body) return undefined;
  const type = header(event, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (row.bodyKind === 'bytes') {
    // Without a type it may be taken for plain bytes (RFC 9110, 8.3); a gateway reads texts as UTF-8 and harms them.
    if (!binaryType.test(type ?? plainBytes)) throw platformProblem('request.media_type');
    return parsed(row.body, new Uint8Array(bytes), '');
  }
  if (type !== 'application/json') throw platformProblem('request.media_type');
  const body = jsonOf(bytes);
  // To valibot a list is an object like any other, and an empty one an object without fields.
  if (Array.isArray(body)) throw platformProblem('request.invalid', { errors: [wrongAsAWhole] });
  return parsed(row.body, body, '');
};

/** Every POST carries a key, so that sending it again is always safe. */
export const parseKey = (row: RouteRow, event: APIGatewayProxyEventV2): string => {
  if (row.method !== 'POST') return '';
  const key = header(event, 'idempotency-key');
  if (key === undefined || !keyPattern.test(key)) throw platformProblem('request.key_required');
  return key;
};

/** The version the caller decided on; undefined for routes that change no existing record. */
export const parseIfMatch = (row: RouteRow, event: APIGatewayProxyEventV2): number | undefined => {
  if (!row.versioned) return undefined;
  const version = entityTagPattern.exec(header(event, 'if-match') ?? '')?.[1];
  if (version === undefined) throw platformProblem('request.precondition_required');
  return Number(version);
};

/** A browser says where a request comes from; what another site's page sends is refused whatever its cookies. */
export const refuseCrossSite = (row: RouteRow, event: APIGatewayProxyEventV2): void => {
  if (row.method !== 'GET' && header(event, 'sec-fetch-site') === 'cross-site') {
    throw platformProblem('request.cross_site');
  }
};
