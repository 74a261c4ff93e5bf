import { expect, test } from 'vitest';
import { siteHeaders } from '../../functions/platform/http/site-headers.ts';
import { answerWith, type SiteFiles, typeOf } from '../../infra/site/site.rules.ts';

const file = (path: string): [string, { body: Uint8Array; type: string }] => [
  path,
  { body: new TextEncoder().encode(`content of ${path}`), type: typeOf(path) },
];
const files: SiteFiles = new Map(
  [
    '/index.html',
    '/favicon.svg',
    '/assets/index-4f2a.js',
    '/api/openapi.json',
    '/field-worker.js',
    '/field.webmanifest',
  ].map(file),
);
const textOf = (path: string): string => new TextDecoder().decode(answerWith(files, path).body);

test.each([
  '/',
  '/report',
  '/report/where',
  '/admin/issues/HM-4K7Q',
  '/field',
  '/field/outbox',
  '/culture/enrol/2A3C4E5F6H.1',
])('the app’s own address %s is answered with its one page, asked after each time', (path) => {
  expect(textOf(path)).toBe('content of /index.html');
  expect(answerWith(files, path).headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  });
});

test('a file whose name says what is in it is kept for ever', () => {
  expect(answerWith(files, '/assets/index-4f2a.js').headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
});

test.each([
  ['/field-worker.js', 'text/javascript; charset=utf-8'],
  ['/field.webmanifest', 'application/manifest+json'],
])(
  '%s of the field app keeps its name from version to version and is asked after each time',
  (path, type) => {
    expect(textOf(path)).toBe(`content of ${path}`);
    expect(answerWith(files, path).headers).toMatchObject({
      'content-type': type,
      'cache-control': 'no-cache',
    });
  },
);

test.each(['/assets/index-old.js', '/api/nothing-here', '/../secret.txt', '/constructor'.concat('.js')])(
  '%s is not there, and not the page either',
  (path) => {
    expect(answerWith(files, path).status).toBe(404);
  },
);

test('the API’s description is a file like any other', () => {
  expect(textOf('/api/openapi.json')).toBe('content of /api/openapi.json');
});

test.each(['/', '/favicon.svg', '/missing.png'])('%s carries every header of the site', (path) => {
  expect(answerWith(files, path).headers).toMatchObject(siteHeaders);
});
