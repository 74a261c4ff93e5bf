import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as v from 'valibot';
import { defaultBodyLimit, type RouteRow } from '../../functions/platform/contract/route.ts';
import { fieldIn } from './issues.ts';
import { jpeg } from './pictures.ts';

/** Texts and numbers that stand for something in the district a request is made to. */
export interface Vocabulary {
  /** What a field or parameter of this name mostly holds. */
  readonly named: Readonly<Record<string, readonly string[]>>;
  /** The same for paths that begin with this word after `/api/`, where many kinds of case have one name. */
  readonly within: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

/** What a client, a broken network or somebody with bad intentions can do to a request. */
export const breakages = [
  ...['none', 'stale version', 'absurd version', 'no version', 'odd version', 'no key', 'odd key'],
  ...['no cookie', 'garbled cookie', 'another cookie', 'another site', 'percent garbage', 'odd parameter'],
  ...['no parameter', 'unknown query', 'repeated query', 'odd query', 'no query', 'odd cursor', 'no body'],
  ...['no JSON', 'cut JSON', 'not an object', 'unknown field', 'missing field', 'wrong type', 'odd text'],
  ...['huge body', 'deep JSON', 'invalid UTF-8', 'media type', 'wrong method', 'wrong path'],
] as const;
export type Breakage = (typeof breakages)[number];

/** What people paste, what spreadsheets and databases would run, and what breaks a parser. */
const oddTexts: readonly string[] = [
  ...['', ' ', '\n', '\u0000', 'a\u0007b', '\u202Eoffice', '\uFEFF', '\uD800', '\uFFFF', '́'.repeat(50)],
  ...[
    "'; DROP TABLE issues; --",
    '<script>alert(1)</script>',
    '=HYPERLINK("http://x","y")',
    '$%7Bjndi:ldap://x}',
  ],
  ...[
    '👨‍👩‍👧‍👦'.repeat(20),
    '😀',
    '𠮷野家',
    '王'.repeat(10_000),
    'x'.repeat(10_000),
    '../../etc/passwd',
    '%00',
    '#',
    '__proto__',
  ],
  ...[
    'null',
    'undefined',
    'NaN',
    '1e309',
    '-0',
    '2026-02-30',
    '9999-99-99',
    '0000-00',
    '2026-11-23T25:00:00Z',
  ],
  ...[
    '370402/../370402',
    '370402//',
    '/'.repeat(120),
    'ISSUE#x',
    'STATE',
    '138-1234-567８',
    '１３８１２３４５６７８',
  ],
];

type Random = () => number;
const pick = <T>(random: Random, from: readonly T[]): T | undefined =>
  from[Math.floor(random() * from.length)];

const isSchema = (value: unknown): value is v.GenericSchema =>
  typeof value === 'object' && value !== null && '~run' in value;

const fitting = <T>(schema: unknown, values: readonly T[]): readonly T[] =>
  isSchema(schema) ? values.filter((value) => v.safeParse(schema, value).success) : [];

const entriesOf = (schema: unknown): [string, unknown][] =>
  Object.entries(Object(fieldIn(schema, 'entries')));

/** Something a schema most likely takes, out of the words of the district. */
const valueFor = (schema: unknown, random: Random, words: Vocabulary, field = ''): unknown => {
  const list = (name: string): readonly unknown[] => {
    const values = fieldIn(schema, name);
    return Array.isArray(values) ? values : [];
  };
  switch (fieldIn(schema, 'type')) {
    case 'optional':
    case 'nullable':
      return random() < 0.3 ? undefined : valueFor(fieldIn(schema, 'wrapped'), random, words, field);
    case 'object':
    case 'strict_object':
      return Object.fromEntries(
        entriesOf(schema)
          .map(([name, entry]) => [name, valueFor(entry, random, words, name)] as const)
          .filter(([, value]) => value !== undefined),
      );
    case 'array':
      return random() < 0.6 ? [] : [valueFor(fieldIn(schema, 'item'), random, words, field)];
    case 'picklist':
      return pick(random, list('options'));
    case 'literal':
      return fieldIn(schema, 'literal');
    case 'variant':
    case 'union':
      return valueFor(pick(random, list('options')), random, words, field);
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    case 'number':
      return pick(random, fitting(schema, words.numbers));
    case 'string':
      return (
        (random() < 0.9 ? pick(random, fitting(schema, words.named[field] ?? [])) : undefined) ??
        pick(random, fitting(schema, words.texts)) ??
        pick(random, words.texts)
      );
    default:
      return pick(random, words.texts);
  }
};

const textsOf = (schema: unknown, random: Random, words: Vocabulary): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Object(schema ? valueFor(schema, random, words) : {})).map(([name, value]) => [
      name,
      String(value),
    ]),
  );

/** The paths of everything in a body, as lists of names. */
const pathsIn = (value: unknown, at: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => [[...at, name], ...pathsIn(part, [...at, name])])
    : [];

const changedAt = (
  value: unknown,
  [name, ...rest]: readonly string[],
  change: (old: unknown) => unknown,
): unknown => {
  if (name === undefined) return change(value);
  const parts = Object.entries(Object(value)).flatMap(([each, part]): [string, unknown][] => {
    const next = each === name ? changedAt(part, rest, change) : part;
    return next === undefined ? [] : [[each, next]];
  });
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
};

const wrongTypes: readonly unknown[] = [
  null,
  [],
  {},
  Number.MAX_VALUE,
  -1,
  0.5,
  true,
  [[[]]],
  { toString: 1 },
  Number.MAX_SAFE_INTEGER,
  'x',
];

const brokenBody = (body: unknown, breakage: Breakage, random: Random): string => {
  const text = JSON.stringify(body);
  const path = pick(random, pathsIn(body)) ?? [];
  switch (breakage) {
    case 'no JSON':
      return pick(random, ['{', '{]', 'a=1', '<xml/>', '{"a":undefined}', "{'a':1}", '\u0000']) ?? '{';
    case 'cut JSON':
      return text.slice(0, Math.floor(random() * text.length));
    case 'not an object':
      return JSON.stringify(pick(random, [[], [body], 'text', 7, null, true]));
    case 'unknown field':
      return JSON.stringify({
        ...Object(body),
        [pick(random, ['surprise', 'isAdmin', '状态', 'constructor']) ?? '']: random(),
      });
    case 'missing field':
      return JSON.stringify(changedAt(body, path, () => undefined) ?? {});
    case 'wrong type':
      return JSON.stringify(changedAt(body, path, () => pick(random, wrongTypes)));
    case 'odd text':
      return JSON.stringify(changedAt(body, path, () => pick(random, oddTexts)));
    case 'huge body':
      return JSON.stringify({ ...Object(body), padding: 'x'.repeat(defaultBodyLimit) });
    case 'deep JSON':
      return `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    default:
      return text;
  }
};

interface Asked {
  readonly row: RouteRow;
  readonly breakage: Breakage;
  readonly random: Random;
  readonly words: Vocabulary;
  /** Cookies of somebody who may call the row, and others that may not. */
  readonly cookie: string | undefined;
  readonly otherCookies: readonly string[];
  /** The version of whatever the parameters name. */
  readonly versionOf: (params: Readonly<Record<string, string>>) => number;
}

const oddCookies = [
  'huimin-session=',
  'huimin-session=%%%',
  'huimin-session=a.b.c',
  `huimin-session=${'x'.repeat(5_000)}`,
  '=',
];

const headersFor = ({ row, breakage, random }: Asked, version: number): Record<string, string> => {
  const headers: Record<string, string> = { 'user-agent': 'property' };
  if (row.body) headers['content-type'] = row.bodyKind === 'bytes' ? 'image/jpeg' : 'application/json';
  if (row.method === 'POST' && breakage !== 'no key') headers['idempotency-key'] = randomUUID();
  if (row.versioned && breakage !== 'no version') headers['if-match'] = `"${version}"`;
  if (breakage === 'stale version') headers['if-match'] = `"${version - 1}"`;
  if (breakage === 'absurd version') headers['if-match'] = '"999999999"';
  if (breakage === 'odd version')
    headers['if-match'] = pick(random, ['*', 'W/"1"', '1', '""', '"-1"', '"1", "2"']) ?? '';
  if (breakage === 'odd key')
    headers['idempotency-key'] = pick(random, ['', 'short', 'x'.repeat(200), 'ä'.repeat(20)]) ?? '';
  if (breakage === 'another site') headers['sec-fetch-site'] = 'cross-site';
  if (breakage === 'media type')
    headers['content-type'] = pick(random, ['text/plain', '', 'application/xml']) ?? '';
  return headers;
};

const pathWith = (
  row: RouteRow,
  { breakage, random }: Asked,
  params: Readonly<Record<string, string>>,
): string => {
  if (breakage === 'wrong path') return `${row.path.replaceAll(/[{}]/g, '')}/more`;
  if (breakage === 'percent garbage')
    return row.path.replaceAll(/\{\w+\}/g, pick(random, ['%', '%E4%B', '%zz', '%00']) ?? '%');
  return row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((params[name] ?? '').toWellFormed()),
  );
};

const queryFor = ({ row, breakage, random, words }: Asked): Record<string, string> => {
  const query = textsOf(row.query, random, words);
  const name = pick(random, Object.keys(query));
  if (breakage === 'no query') return {};
  if (breakage === 'unknown query') return { ...query, surprise: '1' };
  if (breakage === 'odd cursor') return { ...query, cursor: pick(random, oddTexts) ?? '' };
  if (name === undefined) return query;
  // A gateway hands a parameter that came twice over as one, with a comma.
  if (breakage === 'repeated query') return { ...query, [name]: `${query[name]},${query[name]}` };
  if (breakage === 'odd query') return { ...query, [name]: pick(random, oddTexts) ?? '' };
  return query;
};

const bodyFor = (asked: Asked, body: unknown): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> => {
  const { row, breakage, random } = asked;
  if (!row.body || breakage === 'no body') return { isBase64Encoded: false };
  if (row.bodyKind === 'bytes') {
    const whole = jpeg(8, 8, { traces: true });
    const bytes = breakage === 'none' ? whole : whole.slice(0, Math.floor(random() * whole.length));
    return { body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true };
  }
  if (breakage === 'invalid UTF-8') {
    const bytes = Buffer.concat([Buffer.from('{"what":"'), Buffer.of(0xff, 0xfe, 0xc0), Buffer.from('"}')]);
    return { body: bytes.toString('base64'), isBase64Encoded: true };
  }
  return { body: brokenBody(body, breakage, random), isBase64Encoded: false };
};

const cookiesFor = ({ breakage, random, cookie, otherCookies }: Asked): string[] => {
  if (breakage === 'no cookie') return [];
  if (breakage === 'garbled cookie') return [pick(random, oddCookies) ?? ''];
  if (breakage === 'another cookie') return [pick(random, otherCookies) ?? ''];
  return cookie === undefined ? [] : [cookie];
};

const wordsFor = ({ path }: RouteRow, words: Vocabulary): Vocabulary => ({
  ...words,
  named: { ...words.named, ...words.within[path.split('/')[2] ?? ''] },
});

/** A request to one row as a gateway hands it over: valid for all we know, but for what is broken about it. */
export const eventFor = (wanted: Asked): APIGatewayProxyEventV2 => {
  const asked = { ...wanted, words: wordsFor(wanted.row, wanted.words) };
  const { row, breakage, random, words } = asked;
  const valid = textsOf(row.params, random, words);
  const name = pick(random, Object.keys(valid));
  const odd =
    breakage === 'odd parameter' && name !== undefined ? { [name]: pick(random, oddTexts) ?? '' } : {};
  const params = breakage === 'no parameter' ? {} : { ...valid, ...odd };
  const path = pathWith(row, asked, params);
  const query = queryFor(asked);
  const method =
    breakage === 'wrong method'
      ? (pick(random, ['PATCH', 'DELETE', 'PUT', 'HEAD', 'OPTIONS']) ?? '')
      : row.method;
  const raw =
    breakage === 'percent garbage'
      ? Object.fromEntries(Object.keys(params).map((each) => [each, '%E4%B']))
      : params;
  return {
    version: '2.0',
    routeKey: `${row.method} ${row.path}`,
    rawPath: path,
    rawQueryString: '',
    headers: headersFor(asked, asked.versionOf(valid)),
    cookies: cookiesFor(asked),
    queryStringParameters: query,
    pathParameters: raw,
    ...bodyFor(asked, row.body ? valueFor(row.body, random, words) : undefined),
    requestContext: {
      ...{
        accountId: 'test',
        apiId: 'test',
        domainName: 'localhost',
        domainPrefix: 'test',
        stage: '$default',
      },
      ...{ requestId: randomUUID(), routeKey: `${row.method} ${row.path}`, time: '', timeEpoch: 0 },
      http: {
        ...{ method, path, protocol: 'HTTP/1.1', userAgent: 'property' },
        // From everywhere, so that limits by address don't hide what else a request meets.
        sourceIp: `10.${Math.floor(random() * 250)}.${Math.floor(random() * 250)}.${Math.floor(random() * 250)}`,
      },
    },
  };
};
