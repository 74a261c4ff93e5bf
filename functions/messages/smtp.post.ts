import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { mimeOf } from './mail.mime.ts';
import type { Letter, Post } from './mailing.usecases.ts';
import type { MailError } from './messages.words.ts';

interface MailServer {
  /** `smtp://` or `smtps://`, with the name and password in it where the server wants them. */
  readonly url: string;
  readonly from: string;
  /** Milliseconds from the first packet to the server's last word. */
  readonly timeLimit?: number;
}

interface Failure {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** Of what nodemailer and the server say, only what has to be done about it. */
export const errorOf = ({ code, command, responseCode }: Failure): MailError => {
  if (code === 'ETIMEDOUT') return 'no-answer';
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'signed-out';
  if (code === 'EENVELOPE' && command === 'RCPT TO' && (responseCode ?? 0) >= 500) return 'recipient-refused';
  if (responseCode !== undefined) return 'mail-refused';
  if (code === 'ESOCKET' || code === 'EDNS' || code === 'ETLS') return 'unreachable';
  return 'broken-off';
};

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/** A mail server, asked anew for every letter: a connection that broke off takes one letter with it. */
export const smtpPost = ({ url, from, timeLimit = 10_000 }: MailServer): Post => {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const user = decodeURIComponent(username);
  const handOver = (letter: Letter, content: string): Promise<MailError | undefined> =>
    new Promise((resolve) => {
      const connection = new SMTPConnection({
        ...{ host: hostname, secure, connectionTimeout: timeLimit, greetingTimeout: timeLimit },
        ...{ socketTimeout: timeLimit, dnsTimeout: timeLimit, socketCloseTimeout: 0 },
        ...(port === '' ? {} : { port: Number(port) }),
        // A name and a password go to nobody in the clear but to this machine itself.
        requireTLS: !secure && user !== '' && !isLoopback(hostname),
      });
      let over = false;
      const end = (error: MailError | undefined): void => {
        if (over) return;
        over = true;
        clearTimeout(timer);
        connection.close();
        resolve(error);
      };
      // A server that says a word now and then is never silent for long.
      const timer = setTimeout(() => end('no-answer'), timeLimit);
      const failed = (error: Failure): void => end(errorOf(error));
      const envelope = { from, to: letter.to };
      const sendIt = (): void =>
        connection.send(envelope, content, (error) => (error ? failed(error) : end(undefined)));
      connection.on('error', failed);
      connection.on('end', () => end('broken-off'));
      connection.connect((error) => {
        if (error) return failed(error);
        if (user === '') return sendIt();
        const credentials = { user, pass: decodeURIComponent(password) };
        connection.login({ credentials }, (refused) => (refused ? failed(refused) : sendIt()));
      });
    });
  return (letter) => handOver(letter, mimeOf({ ...letter, from, sender: '惠民', date: new Date() }));
};
