import { newKey } from '../../api/client.ts';
import { isStaleProof, takeProof } from '../questions/proof.ts';
import { clearSession, hasTexts, readSession, writeSession } from '../session.ts';

interface Attempt {
  readonly key: string;
  readonly text: string;
}
const isAttempt = (value: unknown): value is Attempt => hasTexts(value, ['key', 'text']);

/** Where storage is refused, the page itself remembers. */
const attempts = new Map<string, Attempt>();

/**
 * Sends a form. Until an answer settled it the same key goes with the same answers, also after a reload, so that
 * pressing again after a broken connection cannot book twice; other answers are another intention.
 */
export const sendForm = async <R>(
  name: string,
  asked: object,
  post: (key: string, proof: string) => Promise<R>,
): Promise<R> => {
  const text = JSON.stringify(asked);
  const before = attempts.get(name) ?? readSession(name, isAttempt);
  const attempt = before?.text === text ? before : { key: newKey(), text };
  attempts.set(name, attempt);
  writeSession(name, attempt);
  const send = async (): Promise<R> => post(attempt.key, await takeProof());
  const received = await send().catch((thrown: unknown) => {
    if (!isStaleProof(thrown)) throw thrown;
    return send();
  });
  attempts.delete(name);
  clearSession(name);
  return received;
};
