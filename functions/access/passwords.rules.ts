import type { AccessRefusal } from './access.problems.ts';
import { limits } from './access.words.ts';

/** One text for one password, however a keyboard composed it (RFC 8265, NIST SP 800-63B §3.1.1.2). */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/** Keys side by side, the alphabet, digits: what people type to be done with it. */
const runs = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  '1q2w3e4r5t6y7u8i9o0p',
] as const;

/** Words that most guessable passwords of this length are made of; what is left without them must stand alone. */
const words = [
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'admin',
  'huimin',
  'woaini',
  'iloveyou',
  'letmein',
  'welcome',
  'qwerty',
  '惠民',
  '5201314',
  '1314520',
  '888888',
  '666666',
] as const;

const isRun = (text: string): boolean => runs.some((run) => run.includes(text));

/** Whether, after the common words, runs and repetitions, hardly anything is left to guess. */
const isCommon = (password: string): boolean => {
  const lower = password.toLowerCase();
  if (new Set(lower).size < limits.passwordCharacters || isRun(lower)) return true;
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), lower);
  // A year or a count is what people add to such a word; six characters of their own are not.
  return rest !== lower && (rest.length < 6 || isRun(rest) || new Set(rest).size < 4);
};

/** Why this cannot be somebody's new password; undefined when it can. All passwords normalised. */
export const passwordRefusal = (
  password: string,
  loginName: string,
  present: string,
): AccessRefusal | undefined => {
  if (Array.from(password).length < limits.passwordLeast) return 'access.password_too_short';
  if (password.toLowerCase().includes(loginName)) return 'access.password_has_login_name';
  if (isCommon(password)) return 'access.password_common';
  return password === present ? 'access.password_unchanged' : undefined;
};
