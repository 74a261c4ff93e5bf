import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { siteHeaders } from '../platform/http/site-headers.ts';

/** The built site, as the CDN would serve it: the same headers, the app's page for every address of its own. */
export const createSite = (folder: string): ((request: IncomingMessage, response: ServerResponse) => void) =>
  sirv(folder, {
    single: true,
    gzip: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(siteHeaders)) response.setHeader(name, value);
      const hashed = path.startsWith('/assets/');
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
