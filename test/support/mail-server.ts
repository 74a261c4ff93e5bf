import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly id: string;
  readonly text: string;
}

export interface MailServer extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
}

const decoded = (words: string): string =>
  [...words.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)]
    .map(([, code = '']) => Buffer.from(code, 'base64').toString())
    .join('');

const header = (head: string, name: string): string =>
  new RegExp(`^${name}: ((?:.|\\r\\n )*)`, 'm').exec(head)?.[1] ?? '';

/** What an address does to a mail: `refused` at its RCPT, `hangs` and `drops` after its DATA. */
const behaviourOf = (address: string): string => address.slice(0, address.indexOf('@'));

/** A real mail server on loopback; what is sent to `refused@`, `hangs@` or `drops@` goes wrong like that. */
export const startMailServer = async (): Promise<MailServer> => {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 1 },
    onRcptTo: ({ address }, _, done) => {
      const isRefused = behaviourOf(address) === 'refused';
      done(isRefused ? Object.assign(new Error('not here'), { responseCode: 550 }) : undefined);
    },
    onData: (stream, { id, envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const [head = '', body = ''] = Buffer.concat(parts).toString().split('\r\n\r\n');
        const to = envelope.rcptTo.map(({ address }) => address);
        const behaviour = behaviourOf(to[0] ?? '');
        if (behaviour === 'hangs') return;
        received.push({
          ...{ to, subject: decoded(header(head, 'Subject')), id: header(head, 'Message-ID') },
          text: Buffer.from(body, 'base64').toString(),
        });
        if (behaviour !== 'drops') return done();
        // It has the mail, but nobody hears of it.
        for (const mine of server.connections) {
          if (mine.id === id) mine._socket.destroy();
        }
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
