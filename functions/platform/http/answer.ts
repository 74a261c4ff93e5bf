import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Problem, platformProblem } from '../contract/problems.ts';

const common = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** A picture or file that a route answers with instead of JSON. */
export interface FileAnswer {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Seconds anybody may keep it: only what is the same for all. Otherwise the caller's own browser, shortly. */
  readonly publicSeconds?: number;
}

const keptByAnybody = (seconds: number): string => `public, max-age=${seconds}`;

export const entityTag = (version: number): string => `"${version}"`;

export const jsonAnswer = (
  status: number,
  body: unknown,
  {
    version,
    cookies,
    publicSeconds,
  }: {
    readonly version?: number | undefined;
    readonly cookies?: string[] | undefined;
    readonly publicSeconds?: number | undefined;
  },
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    ...common,
    ...(publicSeconds === undefined ? {} : { 'cache-control': keptByAnybody(publicSeconds) }),
    ...(status === 204 ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(version === undefined ? {} : { etag: entityTag(version) }),
  },
  ...(cookies ? { cookies } : {}),
  ...(status === 204 ? {} : { body: JSON.stringify(body) }),
});

export const fileAnswer = (file: FileAnswer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    ...common,
    'content-type': file.type,
    'content-disposition': 'inline',
    'cache-control':
      file.publicSeconds === undefined ? 'private, max-age=300' : keptByAnybody(file.publicSeconds),
  },
  isBase64Encoded: true,
  body: Buffer.from(file.bytes).toString('base64'),
});

/** The one place where anything thrown becomes an answer; what is not a known problem says nothing about itself. */
export const problemAnswer = (thrown: unknown): APIGatewayProxyStructuredResultV2 => {
  const problem = thrown instanceof Problem ? thrown : platformProblem('service.failed');
  const { detail, errors, current, version, retryAfterSeconds } = problem.details;
  return {
    statusCode: problem.status,
    headers: {
      ...common,
      'content-type': 'application/problem+json; charset=utf-8',
      ...(version === undefined ? {} : { etag: entityTag(version) }),
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
    body: JSON.stringify({
      type: `/api/problems#${problem.code}`,
      title: problem.title,
      status: problem.status,
      code: problem.code,
      detail,
      errors,
      current,
    }),
  };
};
