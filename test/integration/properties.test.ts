import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '../../functions/functions.ts';
import { lambdaContext } from '../../functions/local/gateway.ts';
import { fieldMessages } from '../../functions/platform/contract/fields.ts';
import { platformProblems } from '../../functions/platform/contract/problems.ts';
import { roles } from '../../functions/platform/contract/roles.ts';
import type { RouteRow } from '../../functions/platform/contract/route.ts';
import type { ApiFunction } from '../../functions/platform/http/api-function.ts';
import { caseKey } from '../../functions/platform/ledger/case-keys.ts';
import { openPhotoStore } from '../../functions/platform/photos/photo-store.open.ts';
import { programmeMessages } from '../../functions/programme/programme-checks.rules.ts';
import { venueMessages } from '../../functions/venues/venues-checks.rules.ts';
import { offerShelf } from '../support/bookings.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { writesOf } from '../support/core.writes.ts';
import { type Account, buildDistrict, type District, places } from '../support/district.ts';
import { type Breakage, breakages, eventFor, type Vocabulary } from '../support/events.ts';
import { vocabularyOf } from '../support/events.words.ts';
import { randomFrom } from '../support/faults.ts';
import { functionsOn } from '../support/functions.ts';

const requests = 3_000;

let platform: Platform;
let district: District;
let folder: string;
let words: Vocabulary;
let apis: ReadonlyMap<string, ApiFunction>;
let writes: { readonly taken: () => string[] };
let scapegoat: Account;
const versions = new Map<string, number>();
/** Whatever has a name in the district. */
let known: ReadonlySet<string>;

beforeAll(async () => {
  platform = await openPlatform();
  district = await buildDistrict(platform.core);
  scapegoat = await district.staff({
    ...{ loginName: 'scapegoat', name: '替罪羊', roles: ['visitor'], scope: places.village },
  });
  folder = await mkdtemp(join(tmpdir(), 'huimin-photos-'));
  const client = platform.newClient();
  writes = writesOf(client);
  const measured = platform.through(client);
  const shelf = offerShelf();
  const functions = functionsOn(measured, measured, openPhotoStore(`folder:${folder}`), shelf.offers);
  apis = new Map(Object.entries(functions));
  words = await vocabularyOf(district, functions, scapegoat, shelf);
  known = new Set(Object.values(words.named).flat());
  writes.taken();
});
afterAll(async () => {
  await platform[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

interface Named {
  readonly name: string;
  readonly functionName: string;
  readonly row: RouteRow;
  readonly problems: readonly string[];
}

const rows: readonly Named[] = contracts.flatMap(({ function: functionName, routes }) =>
  Object.entries(routes).map(([name, row]) => ({
    ...{ name: `${functionName}.${name}`, functionName, row },
    problems: [...Object.keys(platformProblems), ...row.problems],
  })),
);

const rowNamed = (name: string): Named => {
  const named = rows.find((row) => row.name === name);
  if (!named) throw new Error(`there is no row ${name}`);
  return named;
};

/** Somebody who may call the row; whose session is ended by it, where the row ends sessions. */
const callerOf = ({ name, row }: Named): string | undefined => {
  if (name === 'access-public.signOut') return scapegoat.cookie;
  if (row.mayCall === 'anyone') return undefined;
  const allowed = row.mayCall === 'every' ? roles : row.mayCall;
  const role = allowed.includes('supervisor')
    ? 'supervisor'
    : (allowed.find((each) => each !== 'visitor') ?? 'admin');
  return district.accounts[role].cookie;
};

const problemSchema = v.object({
  code: v.string(),
  status: v.number(),
  title: v.string(),
  errors: v.optional(v.array(v.object({ path: v.string(), code: v.string(), message: v.string() }))),
});

/** What a parameter of this name names, and the kinds of case it can be. */
const kindsOf = {
  reference: ['ISSUE', 'ENROLMENT', 'ROOMBOOKING', 'RENOVATION'],
  staffId: ['STAFF'],
  nodeId: ['ORG'],
  household: ['HOUSEHOLD'],
  area: ['AREA'],
  import: ['IMPORT'],
  campaign: ['CAMPAIGN'],
  visit: ['VISIT'],
  venue: ['VENUE'],
  upgrade: ['UPGRADE'],
  activity: ['ACTIVITY'],
  target: ['TARGET'],
  entry: ['PUBLICITY'],
  fund: ['FUND'],
  finding: ['FINDING'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a path names that has a version: its id, and of which kinds it can be. */
const namedIn = (params: Readonly<Record<string, string | undefined>>) => {
  const [named] = Object.entries(kindsOf).filter(([name]) => params[name] !== undefined);
  return named && { id: params[named[0]] ?? '', kinds: named[1] };
};

const versionOf = (params: Readonly<Record<string, string>>): number =>
  versions.get(namedIn(params)?.id ?? '') ?? 1;

/** Looks up the version a command would be decided on, as a client does that has just read the case. */
const noteVersion = async (params: Readonly<Record<string, string | undefined>> = {}): Promise<void> => {
  const named = namedIn(params);
  if (!named || !known.has(named.id)) return;
  const items = await platform.core.store.getMany(
    named.kinds.map((kind) => caseKey(kind, named.id, 'STATE')),
  );
  for (const { version } of items) versions.set(named.id, Number(version));
};

interface Sent {
  readonly event: APIGatewayProxyEventV2;
  readonly answer: APIGatewayProxyStructuredResultV2;
  readonly status: number;
  readonly written: readonly string[];
}

const send = async (named: Named, breakage: Breakage, seed: number): Promise<Sent> => {
  const api = apis.get(named.functionName);
  if (!api) throw new Error(`no function ${named.functionName}`);
  const event = eventFor({
    ...{ row: named.row, breakage, random: randomFrom(seed), words, versionOf },
    cookie: callerOf(named),
    otherCookies: [scapegoat.cookie, district.accounts.auditor.cookie, district.accounts.contractor.cookie],
  });
  const answer = await api(event, lambdaContext(named.functionName));
  await noteVersion(event.pathParameters);
  return { event, answer, status: answer.statusCode ?? 0, written: writes.taken() };
};

const isObject = (text: string | undefined): boolean => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

/** Counting attempts is what a refusal may leave behind, and nothing else. */
const isCounter = (key: string): boolean => /^(RATE|FAILED)#/.test(key);

/** What no row that takes JSON may let pass. */
const neverTaken: readonly Breakage[] = [
  ...(['no JSON', 'not an object', 'unknown field', 'huge body', 'deep JSON', 'invalid UTF-8'] as const),
  ...(['no body', 'media type', 'wrong method', 'wrong path', 'no key', 'odd key', 'another site'] as const),
];

const checkFields = (
  { name }: Named,
  body: string | undefined,
  problem: v.InferOutput<typeof problemSchema>,
) => {
  const errors = problem.errors ?? [];
  expect(errors.length).toBeGreaterThan(0);
  for (const { path, code, message } of errors) {
    // Only a body that has no fields at all is wrong as a whole.
    if (body === undefined || isObject(body)) expect(path).not.toBe('');
    expect(message).not.toBe('');
    // A calendar's days and a venue's hours have words of their own.
    if (!name.startsWith('calendar.'))
      expect(Object.keys({ ...fieldMessages, ...venueMessages, ...programmeMessages })).toContain(code);
  }
};

const checkAnswer = (named: Named, breakage: Breakage, { event, answer, status, written }: Sent): void => {
  expect(status).toBeLessThan(500);
  if (status < 400) {
    const isTaken = named.row.body && named.row.bodyKind !== 'bytes' && neverTaken.includes(breakage);
    expect(isTaken, 'taken though it must not be').not.toBe(true);
    return;
  }
  expect(answer.headers?.['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = v.parse(problemSchema, JSON.parse(answer.body ?? ''));
  expect(problem.status).toBe(status);
  expect(named.problems).toContain(problem.code);
  if (problem.code === 'request.invalid') checkFields(named, event.body, problem);
  expect(written.filter((key) => !isCounter(key))).toEqual([]);
};

describe('whatever is sent', () => {
  test('there is a function for every contract', () => {
    expect([...apis.keys()].sort()).toEqual(contracts.map((contract) => contract.function).sort());
  });

  test(`${requests} requests, valid and broken: never a 5xx, always a problem that says what, nothing half-done`, async () => {
    const met = new Map<string, number>();
    const request = fc.record({
      name: fc.constantFrom(...rows.map(({ name }) => name)),
      breakage: fc.oneof(fc.constant<Breakage>('none'), fc.constantFrom<Breakage>(...breakages)),
      seed: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ name, breakage, seed }) => {
        const named = rowNamed(name);
        const sent = await send(named, breakage, seed);
        const outcome = sent.status < 400 ? name : `${sent.status}`;
        met.set(outcome, (met.get(outcome) ?? 0) + 1);
        try {
          checkAnswer(named, breakage, sent);
        } catch (cause) {
          const logged = sent.status >= 500 ? platform.logged.at(-1) : '';
          throw new Error(`${sent.status} ${sent.answer.body?.slice(0, 400)} ${logged}`, { cause });
        }
      }),
      { numRuns: requests },
    );
    for (const status of [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428]) {
      expect(met.get(`${status}`), `answers with ${status}`).toBeGreaterThan(0);
    }
    // Many were carried out, and of many rows one: refusing everything would pass otherwise. Each is asked some nine
    // times, and what needs a case in a certain state is seldom lucky.
    const carriedOut = rows.filter(({ name }) => met.has(name));
    expect(carriedOut.length).toBeGreaterThan(rows.length * 0.4);
  });
});
