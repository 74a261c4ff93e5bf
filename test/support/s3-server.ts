import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';
import { S3Client } from '@aws-sdk/client-s3';

/**
 * The part of S3 the photo store speaks, over real HTTP: put, get, head, list, copy and delete of one bucket's
 * objects. It checks what S3 checks before it believes a request (signature, payload hash, checksum) and
 * answers anything it doesn't know with 501, so a test can't pass on a feature that isn't there.
 */
export interface S3TestServer extends AsyncDisposable {
  readonly bucket: string;
  /** A real SDK client for this server; other credentials are refused. */
  client(secret?: string): S3Client;
  /** What lies in the bucket, sorted. */
  keys(): readonly string[];
  contentTypeOf(key: string): string | undefined;
  /** What an expiry rule does, at once. */
  expire(prefix: string): void;
  /** Puts an object there behind the client's back. */
  plant(key: string, contentType: string, bytes: Uint8Array): void;
}

interface StoredObject {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

const REGION = 'cn-north-1';
const BUCKET = 'photos-under-test';
const ACCESS_KEY_ID = 'AKIATEST';
const SECRET_ACCESS_KEY = 'a secret that only this server knows';

export async function startS3Server(): Promise<S3TestServer> {
  const objects = new Map<string, StoredObject>();
  const server = createServer((request, response) => {
    answer(objects, request).then(
      (reply) => send(response, reply),
      (error: unknown) => send(response, refuse(500, 'InternalError', String(error))),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the S3 test server has no port');
  const endpoint = `http://127.0.0.1:${address.port}`;
  const clients: S3Client[] = [];

  return {
    bucket: BUCKET,
    client(secret = SECRET_ACCESS_KEY) {
      const credentials = { accessKeyId: ACCESS_KEY_ID, secretAccessKey: secret };
      const client = new S3Client({
        region: REGION,
        endpoint,
        forcePathStyle: true,
        credentials,
        maxAttempts: 1,
      });
      clients.push(client);
      return client;
    },
    keys: () => [...objects.keys()].sort(),
    contentTypeOf: (key) => objects.get(key)?.contentType,
    expire(prefix) {
      for (const key of [...objects.keys()]) if (key.startsWith(prefix)) objects.delete(key);
    },
    plant: (key, contentType, bytes) => void objects.set(key, { bytes, contentType }),
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(objects: Map<string, StoredObject>, request: IncomingMessage): Promise<Answer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  const body = Buffer.concat(pieces);
  const distrust = reasonToDistrust(request, body);
  if (distrust) return distrust;

  const [bucket, ...rest] = decodeURIComponent(pathOf(request).slice(1)).split('/');
  const key = rest.join('/');
  if (bucket !== BUCKET) return refuse(404, 'NoSuchBucket', 'The specified bucket does not exist');
  if (request.method === 'PUT' && request.headers['x-amz-copy-source']) return copy(objects, key, request);
  if (request.method === 'PUT') return put(objects, key, request, body);
  if (request.method === 'GET' && key === '') return list(objects, request);
  if (request.method === 'GET' || request.method === 'HEAD') return get(objects, key);
  if (request.method === 'DELETE') {
    objects.delete(key);
    return { status: 204 };
  }
  return refuse(501, 'NotImplemented', `${request.method} is not part of this server`);
}

function put(
  objects: Map<string, StoredObject>,
  key: string,
  request: IncomingMessage,
  body: Buffer,
): Answer {
  if (request.headers['if-none-match']) return refuse(501, 'NotImplemented', 'conditional put');
  const contentType = request.headers['content-type'] ?? 'binary/octet-stream';
  objects.set(key, { bytes: Uint8Array.from(body), contentType });
  return { status: 200, headers: { etag: etagOf(body) } };
}

/** One page: the store never has as many under a prefix as would need a second. */
function list(objects: Map<string, StoredObject>, request: IncomingMessage): Answer {
  const query = new URL(request.url ?? '/', 'http://s3').searchParams;
  if (query.get('list-type') !== '2') return refuse(501, 'NotImplemented', 'another listing');
  const prefix = query.get('prefix') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const contents = keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
  const body = `<ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`;
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}

function get(objects: Map<string, StoredObject>, key: string): Answer {
  const object = objects.get(key);
  if (object === undefined) return noSuchKey();
  const headers = { 'content-type': object.contentType, etag: etagOf(object.bytes) };
  return { status: 200, headers, body: object.bytes };
}

function copy(objects: Map<string, StoredObject>, key: string, request: IncomingMessage): Answer {
  const [bucket, ...from] = decodeURIComponent(String(request.headers['x-amz-copy-source']))
    .replace(/^\//, '')
    .split('/');
  const source = bucket === BUCKET ? objects.get(from.join('/')) : undefined;
  if (source === undefined) return noSuchKey();
  if (request.headers['if-none-match'] === '*' && objects.has(key)) {
    return refuse(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  objects.set(key, source);
  const body = `<CopyObjectResult><ETag>${etagOf(source.bytes)}</ETag></CopyObjectResult>`;
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}

/** What S3 finds wrong with a request before it looks at what is asked. */
function reasonToDistrust(request: IncomingMessage, body: Buffer): Answer | undefined {
  if (request.headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex')) {
    return refuse(400, 'XAmzContentSHA256Mismatch', 'The payload is not what was signed');
  }
  const checksum = request.headers['x-amz-checksum-crc32'];
  const actual = Buffer.alloc(4);
  actual.writeUInt32BE(crc32(body));
  if (checksum !== undefined && checksum !== actual.toString('base64')) {
    return refuse(400, 'BadDigest', 'The CRC32 you specified did not match');
  }
  return isSigned(request) ? undefined : refuse(403, 'SignatureDoesNotMatch', 'The signature does not match');
}

/** AWS Signature Version 4, computed again: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
function isSigned(request: IncomingMessage): boolean {
  const header = request.headers.authorization ?? '';
  const parts = /^AWS4-HMAC-SHA256 Credential=(\S+), ?SignedHeaders=(\S+), ?Signature=([0-9a-f]{64})$/.exec(
    header,
  );
  const [, credential = '', signedHeaders = '', signature = ''] = parts ?? [];
  const timestamp = String(request.headers['x-amz-date']);
  const scope = `${timestamp.slice(0, 8)}/${REGION}/s3/aws4_request`;
  if (credential !== `${ACCESS_KEY_ID}/${scope}`) return false;

  const query = (request.url ?? '').split('?')[1] ?? '';
  const canonicalRequest = [
    request.method,
    pathOf(request),
    query.split('&').sort().join('&'),
    ...signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    signedHeaders,
    request.headers['x-amz-content-sha256'],
  ].join('\n');
  const hash = createHash('sha256').update(canonicalRequest).digest('hex');
  const key = [timestamp.slice(0, 8), REGION, 's3', 'aws4_request'].reduce(
    hmac,
    Buffer.from(`AWS4${SECRET_ACCESS_KEY}`),
  );
  const expected = hmac(key, ['AWS4-HMAC-SHA256', timestamp, scope, hash].join('\n'));
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}

function etagOf(bytes: Uint8Array): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

function noSuchKey(): Answer {
  return refuse(404, 'NoSuchKey', 'The specified key does not exist.');
}

function refuse(status: number, code: string, message: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}
