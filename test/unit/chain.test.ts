import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyChange,
  canonicalJson,
  changeBetween,
  digestOf,
  hashOf,
  type Link,
  originHash,
  verifyChain,
} from '../../functions/platform/ledger/chain.ts';

/** A history of a case of which the state's field `n` counts the events. */
const historyOf = (id: string, length: number): Link[] => {
  const links: Link[] = [];
  let previous = originHash('LAMP', id);
  for (let n = 1; n <= length; n++) {
    const content = {
      ...{
        kind: 'LAMP',
        id,
        n,
        type: n === 1 ? 'set-up' : 'repaired',
        at: `2026-11-${10 + n}T00:00:00.000Z`,
      },
      ...{ actor: { kind: 'staff', id: 'keeper' }, key: `key-${n}`, request: `digest-${n}`, data: { n } },
      change: { set: { n }, unset: [] },
      previous,
    };
    previous = hashOf(content);
    links.push({ ...content, hash: previous });
  }
  return links;
};

const stateAfter = (links: readonly Link[]) => ({
  version: links.length,
  head: links.at(-1)?.hash ?? '',
  state: { n: links.length },
});

const whole = historyOf('A', 6);
const verify = (links: readonly Link[], stored = stateAfter(whole)) =>
  verifyChain('LAMP', 'A', links, stored);

/** Replaces one field of an event by something else of the same kind. */
const altered = (link: Link, field: keyof Link): Link => {
  const value = link[field];
  if (typeof value === 'string') return { ...link, [field]: `${value}x` };
  if (typeof value === 'number') return { ...link, [field]: value + 1 };
  return { ...link, [field]: { ...value, n: 'altered' } };
};

describe('a history that nobody touched', () => {
  test('is whole and leads to its state', () => {
    expect(verify(whole)).toEqual({ whole: true, events: 6, state: { n: 6 } });
  });

  test('can be verified from its export alone', () => {
    const exported: Link[] = JSON.parse(JSON.stringify(whole));
    expect(verifyChain('LAMP', 'A', exported)).toMatchObject({ whole: true, events: 6 });
  });
});

describe('every kind of tampering is found, and the first broken link named', () => {
  const fields = [
    ...(['kind', 'id', 'n', 'type', 'at', 'actor', 'key', 'request', 'data', 'change', 'previous'] as const),
    'hash' as const,
  ];

  test.each(fields)('an event whose %s was altered', (field) => {
    for (const index of whole.keys()) {
      const links = whole.map((link, at) => (at === index ? altered(link, field) : link));
      expect(verify(links)).toMatchObject({ whole: false, brokenAt: index + 1 });
    }
  });

  test('an event altered with its hash made anew breaks the one after it, or the state at the end', () => {
    for (const [index, link] of whole.entries()) {
      const forged = { ...link, data: { n: 'forged' } };
      const links = whole.with(index, { ...forged, hash: hashOf(forged) });
      expect(verify(links)).toMatchObject({ whole: false, brokenAt: Math.min(index + 2, 6) });
    }
  });

  test('an event that was removed', () => {
    for (const index of whole.keys()) {
      const verdict = verify(whole.toSpliced(index, 1));
      expect(verdict).toMatchObject({ whole: false, brokenAt: Math.min(index + 1, 5) });
    }
  });

  test('two events that changed places', () => {
    for (let index = 0; index < 5; index++) {
      const [one, other] = [whole[index], whole[index + 1]];
      if (!one || !other) throw new Error('too short');
      const links = whole.with(index, other).with(index + 1, one);
      expect(verify(links)).toMatchObject({ whole: false, brokenAt: index + 1 });
    }
  });

  test('an end cut off, or a whole history gone', () => {
    for (let length = 0; length < 6; length++) {
      expect(verify(whole.slice(0, length))).toMatchObject({ whole: false, brokenAt: length });
    }
  });

  test("another case's history put in its place", () => {
    expect(verify(historyOf('B', 6))).toMatchObject({ whole: false, brokenAt: 1 });
    const renamed = historyOf('B', 6).map((link) => ({ ...link, id: 'A' }));
    expect(verify(renamed)).toMatchObject({ whole: false, brokenAt: 1 });
  });

  test.each([
    ['its fields', { state: { n: 7 } }],
    ['an added field', { state: { n: 6, paid: true } }],
    ['its version', { version: 5 }],
    ['the event it names', { head: 'x' }],
  ])('a state that was altered beside its history: %s', (_, change) => {
    expect(verify(whole, { ...stateAfter(whole), ...change })).toMatchObject({ whole: false, brokenAt: 6 });
  });
});

describe('what an event did', () => {
  const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.jsonValue());

  test('leads from any state to any other', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const change: ReturnType<typeof changeBetween> = JSON.parse(
          JSON.stringify(changeBetween(before, after)),
        );
        expect(canonicalJson(applyChange(before, change))).toBe(canonicalJson(after));
      }),
    );
  });

  test('names only the fields that changed', () => {
    const change = changeBetween(
      { a: 1, b: { c: 2 }, gone: 1 },
      { a: 1, b: { c: 3 }, fresh: [], gone: undefined },
    );
    expect(change).toEqual({ set: { b: { c: 3 }, fresh: [] }, unset: ['gone'] });
  });

  test('a hash is SHA-256 of the canonical text, so that anybody can check an export', () => {
    const text = '{"10":"惠民","9":[1,null],"a":{"Z":true,"z":"\\n"}}';
    expect(canonicalJson({ a: { z: '\n', Z: true }, 9: [1, null], 10: '惠民', b: undefined })).toBe(text);
    expect(digestOf(JSON.parse(text))).toBe(createHash('sha256').update(text).digest('base64url'));
  });

  test('the order in which fields were written makes no difference to a hash', () => {
    fc.assert(
      fc.property(fields, (value) => {
        expect(digestOf(Object.fromEntries(Object.entries(value).reverse()))).toBe(digestOf(value));
      }),
    );
    expect(digestOf({ a: { b: 1, c: 2 } })).toBe(digestOf({ a: { c: 2, b: 1 } }));
    expect(digestOf({ a: [1, 2] })).not.toBe(digestOf({ a: [2, 1] }));
  });
});
