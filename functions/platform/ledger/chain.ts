import { hash } from 'node:crypto';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/**
 * JSON with its keys in code-unit order and without spaces, so that the same value always gives the same text.
 * Fields that are undefined are not there, as in JSON.
 */
export const canonicalJson = (value: unknown): string => {
  if (!isObject(value)) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map((part: unknown) => canonicalJson(part)).join(',')}]`;
  let text = '';
  // Without a comparison of its own, `sort` goes by code units; with one it takes twice as long.
  for (const field of Object.keys(value).sort()) {
    const part = value[field];
    if (part !== undefined) text += `${text && ','}${JSON.stringify(field)}:${canonicalJson(part)}`;
  }
  return `{${text}}`;
};

export const digestOf = (value: unknown): string => hash('sha256', canonicalJson(value), 'base64url');

/** What an event did to the state, by top-level field: enough to rebuild every version from the history alone. */
export interface FieldChange {
  readonly set: Fields;
  readonly unset: readonly string[];
}

export const changeBetween = (before: Fields | undefined, after: Fields): FieldChange => {
  const old = before ?? {};
  const set: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(after)) {
    const isNew = old[field] === undefined;
    if (value !== undefined && (isNew || canonicalJson(value) !== canonicalJson(old[field])))
      set[field] = value;
  }
  return { set, unset: Object.keys(old).filter((field) => after[field] === undefined) };
};

export const applyChange = (state: Fields, change: FieldChange): Fields => {
  const gone = new Set(change.unset);
  return Object.fromEntries(
    [...Object.entries(state), ...Object.entries(change.set)].filter(([f]) => !gone.has(f)),
  );
};

/** Everything of an event that its hash covers; `previous` is the hash of the event before it. */
export interface LinkContent {
  readonly kind: string;
  readonly id: string;
  readonly n: number;
  readonly type: string;
  readonly at: string;
  readonly actor: Fields;
  readonly key: string;
  readonly request: string;
  readonly data: Fields;
  readonly change: FieldChange;
  readonly previous: string;
}

export interface Link extends LinkContent {
  readonly hash: string;
}

/** The hash before the first event, different for every case, so that histories cannot be swapped. */
export const originHash = (kind: string, id: string): string => digestOf({ kind, id });

export const hashOf = (content: LinkContent): string => {
  const { kind, id, n, type, at, actor, key, request, data, change, previous } = content;
  return digestOf({ kind, id, n, type, at, actor, key, request, data, change, previous });
};

export type Verdict =
  | { readonly whole: true; readonly events: number; readonly state: Fields }
  | { readonly whole: false; readonly brokenAt: number; readonly why: string };

/**
 * Walks a case's history from its first event and names the first broken link. Needs nothing but the export:
 * with `stored` it also says whether the state beside the history is the one the history leads to.
 */
export const verifyChain = (
  kind: string,
  id: string,
  links: readonly Link[],
  stored?: { readonly version: number; readonly head: string; readonly state: Fields },
): Verdict => {
  let previous = originHash(kind, id);
  let state: Fields = {};
  for (const [index, link] of links.entries()) {
    const n = index + 1;
    const broken = (why: string): Verdict => ({ whole: false, brokenAt: n, why });
    if (link.n !== n) return broken(`event ${n} is missing`);
    if (link.kind !== kind || link.id !== id) return broken(`event ${n} belongs to another case`);
    if (link.previous !== previous) return broken(`event ${n} does not follow the event before it`);
    if (hashOf(link) !== link.hash) return broken(`event ${n} was altered`);
    previous = link.hash;
    state = applyChange(state, link.change);
  }
  if (stored) {
    const last = links.length;
    if (stored.version !== last)
      return {
        whole: false,
        brokenAt: last,
        why: `the state has version ${stored.version}, the history ends at ${last}`,
      };
    if (stored.head !== previous)
      return { whole: false, brokenAt: last, why: 'the state does not name the last event' };
    if (canonicalJson(stored.state) !== canonicalJson(state))
      return { whole: false, brokenAt: last, why: 'the state is not what its history leads to' };
  }
  return { whole: true, events: links.length, state };
};
