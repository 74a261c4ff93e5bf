import { isFileName, siteHeaders } from '../../functions/platform/http/site-headers.ts';

export interface SiteFile {
  readonly body: Uint8Array;
  readonly type: string;
}

/** Files of the site by path, such as `/index.html`. */
export type SiteFiles = ReadonlyMap<string, SiteFile>;

export interface SiteAnswer {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Of the kinds the build makes. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};

export const typeOf = (path: string): string =>
  types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/** Names in `/assets/` carry a hash of what is in them; everything else is asked after each time. */
const cacheOf = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** A file; or the app's one page, for the app's own addresses; or, for what is neither, that there is none. */
export const answerWith = (files: SiteFiles, path: string): SiteAnswer => {
  const isOwnAddress = !isFileName(path) && !path.startsWith('/api/');
  const name = isOwnAddress ? '/index.html' : path;
  const file = files.get(name);
  if (!file) {
    return {
      status: 404,
      headers: { ...siteHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
      body: new TextEncoder().encode('Not found'),
    };
  }
  return {
    status: 200,
    headers: { ...siteHeaders, 'content-type': file.type, 'cache-control': cacheOf(name) },
    body: file.body,
  };
};
