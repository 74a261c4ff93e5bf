import type { browsers, devices } from './access.words.ts';
import { limits } from './access.words.ts';

export interface Agent {
  readonly browser: (typeof browsers)[number];
  readonly device: (typeof devices)[number];
}

/** Each says it is several of the others as well; the first that fits is the one. */
const marks: readonly (readonly [Agent['browser'], RegExp])[] = [
  ['wechat', /MicroMessenger/],
  ['edge', /Edg/],
  ['firefox', /Firefox|FxiOS/],
  ['chrome', /Chrome|CriOS/],
  ['safari', /Safari/],
];

export const agentOf = (userAgent: string): Agent => ({
  browser: marks.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'other',
  device: /Mobile|Android|iPhone|iPad|HarmonyOS/.test(userAgent) ? 'phone' : 'computer',
});

/** Digest of a session's token → when it expires, in epoch seconds. */
export type OpenSessions = Readonly<Record<string, number>>;

/**
 * An account's sessions after one more: the expired ones go, and of the others the oldest, so that there are
 * never more than ten and all of them fit into the transaction that ends them.
 */
export const withSession = (
  open: OpenSessions,
  added: { readonly digest: string; readonly expiresAt: number },
  nowEpochSeconds: number,
): { readonly open: OpenSessions; readonly gone: readonly string[] } => {
  // All sessions last equally long, so the one that ends first began first.
  const newestFirst = Object.entries(open)
    .filter(([, expiresAt]) => expiresAt > nowEpochSeconds)
    .sort(([, a], [, b]) => b - a);
  const kept = Object.fromEntries(newestFirst.slice(0, limits.sessionsPerAccount - 1));
  return {
    open: { ...kept, [added.digest]: added.expiresAt },
    gone: Object.keys(open).filter((digest) => !(digest in kept)),
  };
};
