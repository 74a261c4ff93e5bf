import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A network between a phone and the service, which can fail the ways networks do. */
export interface Relay extends AsyncDisposable {
  readonly address: string;
  /** Nobody answers any more: every connection is cut as soon as it is made. */
  readonly cut: () => void;
  readonly restore: () => void;
  /** Requests to this path arrive and are carried out; their answers get lost on the way. */
  readonly loseAnswersOf: (path: string) => void;
  /** How often a request to this path has arrived at the service, answered or not. */
  readonly arrived: (path: string) => number;
  /** Another content for a file of the site, made from the real one: a new deployment. */
  readonly deploy: (path: string, change: (content: string) => string) => void;
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?')[0] ?? '/';

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part);
  return Buffer.concat(parts);
};

/** @param target address of the machine, such as `http://localhost:3000` */
export const startRelay = async (target: string): Promise<Relay> => {
  let isCut = false;
  const lost = new Set<string>();
  const counts = new Map<string, number>();
  const deployed = new Map<string, (content: string) => string>();

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request);
    const { 'accept-encoding': _, ...headers } = request.headers;
    const onward = ask(`${target}${request.url}`, { method: request.method, headers });
    onward.end(await bodyOf(request));
    const [answer]: IncomingMessage[] = await once(onward, 'response');
    if (!answer) throw new Error('no answer');
    counts.set(path, (counts.get(path) ?? 0) + 1);
    const content = await bodyOf(answer);
    if (isCut || lost.has(path)) {
      response.destroy();
      return;
    }
    const change = deployed.get(path);
    const { 'content-length': _length, etag: _tag, ...kept } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, kept);
    response.end(change ? change(content.toString('utf8')) : content);
  };
  const server = createServer((request, response) => {
    if (isCut) response.destroy();
    else pass(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    address: `http://localhost:${port}`,
    cut: () => {
      isCut = true;
      server.closeAllConnections();
    },
    restore: () => {
      isCut = false;
      lost.clear();
    },
    loseAnswersOf: (path) => lost.add(path),
    arrived: (path) => counts.get(path) ?? 0,
    deploy: (path, change) => deployed.set(path, change),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
