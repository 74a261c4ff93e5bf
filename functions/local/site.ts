import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { isFileName, siteHeaders } from '../platform/http/site-headers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The built site, as the CDN would serve it: the same headers, the app's page for every address of its own. */
export const createSite = (folder: string): Handler => {
  const site: Handler = sirv(folder, {
    gzip: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(siteHeaders)) response.setHeader(name, value);
      const hashed = path.startsWith('/assets/');
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
    onNoMatch: (request, response) => {
      const [path = ''] = (request.url ?? '').split('?');
      if (isFileName(path) || path === '/') {
        response.statusCode = 404;
        response.end();
        return;
      }
      request.url = '/';
      site(request, response);
    },
  });
  return site;
};
