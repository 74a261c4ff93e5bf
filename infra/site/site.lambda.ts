import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answerWith, type SiteFile, typeOf } from './site.rules.ts';

const folder = join(import.meta.dirname, 'site');

/** Read once per cold start: less than a megabyte. */
const files = new Map<string, SiteFile>(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = file.slice(folder.length).replaceAll('\\', '/');
      return [path, { body: readFileSync(file), type: typeOf(path) }] as const;
    }),
);

/** The site where there is no CDN in front. */
export const handler = async ({
  rawPath,
  headers,
}: Pick<APIGatewayProxyEventV2, 'rawPath' | 'headers'>): Promise<APIGatewayProxyStructuredResultV2> => {
  const { status, headers: own, body } = answerWith(files, rawPath);
  const takesGzip = /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  return {
    statusCode: status,
    headers: { ...own, vary: 'accept-encoding', ...(takesGzip ? { 'content-encoding': 'gzip' } : {}) },
    body: Buffer.from(takesGzip ? gzipSync(body) : body).toString('base64'),
    isBase64Encoded: true,
  };
};
