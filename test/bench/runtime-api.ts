import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** The part of Lambda that hands a runtime its events, over the same HTTP interface. */
export interface RuntimeApi extends AsyncDisposable {
  /** `host:port`, as a runtime is told. */
  readonly address: string;
  /** @throws Error with what the runtime reported instead of an answer. */
  readonly invoke: (event: unknown) => Promise<Invocation>;
}

interface Invocation {
  /** From when the runtime took the event to when it answered. */
  readonly milliseconds: number;
  readonly answer: string;
}

interface Waiting {
  readonly id: string;
  readonly event: string;
  readonly done: (ending: string, body: string) => void;
  takenAt: number;
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request) text += part;
  return text;
};

export const startRuntimeApi = async (): Promise<RuntimeApi> => {
  const queue: Waiting[] = [];
  const taken = new Map<string, Waiting>();
  let idle: ServerResponse | undefined;

  const hand = (): void => {
    const next = idle && queue.shift();
    if (!next || !idle) return;
    next.takenAt = performance.now();
    taken.set(next.id, next);
    idle.writeHead(200, {
      // Without it the runtime's own client reads a null pointer.
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': next.id,
      'lambda-runtime-deadline-ms': String(Date.now() + 30_000),
      'lambda-runtime-invoked-function-arn': 'bench',
    });
    idle.end(next.event);
    idle = undefined;
  };

  const server = createServer(async (request, response) => {
    const [, id = '', ending = ''] =
      /invocation\/([^/]+)(?:\/(response|error))?$/.exec(request.url ?? '') ?? [];
    if (id === 'next') {
      idle = response;
      hand();
      return;
    }
    const body = await textOf(request);
    response.writeHead(202).end();
    // An error at init has no invocation: it belongs to whoever waits.
    const invocation = taken.get(id) ?? queue.shift();
    taken.delete(id);
    invocation?.done(ending, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    address: `127.0.0.1:${port}`,
    invoke: (event) =>
      new Promise((resolve, reject) => {
        const waiting: Waiting = {
          ...{ id: randomUUID(), event: JSON.stringify(event), takenAt: 0 },
          done: (ending, answer) => {
            if (ending !== 'response') reject(new Error(answer));
            else resolve({ milliseconds: performance.now() - waiting.takenAt, answer });
          },
        };
        queue.push(waiting);
        hand();
      }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
