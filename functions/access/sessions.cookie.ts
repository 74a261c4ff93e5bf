import { hash, randomBytes } from 'node:crypto';
import { isReference } from '../platform/contract/reference.ts';
import { limits } from './access.words.ts';

const name = 'huimin-session';
const tokenBytes = 32;
const shape = new RegExp(`^${name}=([^.]{1,20})\\.([A-Za-z0-9_-]{43})$`);

export interface Ticket {
  readonly staffId: string;
  /** SHA-256 of the token; what the table knows of it. */
  readonly digest: string;
}

const digestOf = (token: string): string => hash('sha256', token, 'base64url');

export const newToken = (): { readonly token: string; readonly digest: string } => {
  const token = randomBytes(tokenBytes).toString('base64url');
  return { token, digest: digestOf(token) };
};

/** The session a request's cookies speak of; undefined for anything that no sign-in can have given out. */
export const ticketIn = (cookies: readonly string[]): Ticket | undefined => {
  for (const cookie of cookies) {
    const [, staffId = '', token = ''] = shape.exec(cookie) ?? [];
    if (isReference(staffId)) return { staffId, digest: digestOf(token) };
  }
  return undefined;
};

const attributes = (overHttp: boolean): string =>
  `Path=/api; HttpOnly; SameSite=Strict${overHttp ? '' : '; Secure'}`;

export const sessionCookie = (staffId: string, token: string, overHttp: boolean): string =>
  `${name}=${staffId}.${token}; Max-Age=${limits.sessionHours * 3600}; ${attributes(overHttp)}`;

export const clearedCookie = (overHttp: boolean): string => `${name}=; Max-Age=0; ${attributes(overHttp)}`;
