import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calendarContract } from '../../functions/calendar/calendar.contract.ts';
import { calendarRoutes } from '../../functions/calendar/calendar.routes.ts';
import { deadline, isWorkingDay } from '../../functions/calendar/calendar.rules.ts';
import { type Calendars, createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import { platformProblem } from '../../functions/platform/contract/problems.ts';
import { roles } from '../../functions/platform/contract/roles.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { verifyChain } from '../../functions/platform/ledger/chain.ts';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { authenticateByCookie, type Got, send, staff } from './calendar.requests.ts';
import { type Bed, startTestbed, type Testbed } from './calendar.testbed.ts';

const published = (year: number) => {
  const found = stateCouncilYears.find((calendarYear) => calendarYear.year === year);
  if (!found) throw new Error(`${year} is not published`);
  const { year: _, ...content } = found;
  return content;
};

const newYear = parseInstant('2026-12-30T10:00:00+08:00');
const admin = staff('admin');

let testbed: Testbed;
let bed: Bed;
let calendars: Calendars;
let api: ApiFunction;

beforeAll(async () => {
  testbed = await startTestbed();
});
afterAll(async () => testbed[Symbol.asyncDispose]());
beforeEach(async () => {
  bed = await testbed.bed();
  calendars = createCalendars(bed);
  api = apiFunction(calendarContract, calendarRoutes(calendars), {
    ...bed,
    authenticate: authenticateByCookie,
  });
});

const read = (year: number, as = admin) => send(api, { method: 'GET', path: `/api/calendar/${year}`, as });
const load = (year: number, change: object = {}, key?: string, as = admin): Promise<Got> => {
  const body = { ...published(year), replaces: null, ...change };
  return send(api, { method: 'POST', path: `/api/calendar/${year}`, as, body, ...(key ? { key } : {}) });
};
const statuses = (answers: readonly Got[]) => answers.map(({ status }) => status).sort();

/** How many events a year's whole history has. */
const wholeHistory = async (year: number): Promise<number> => {
  const links = await bed.ledger.history('CALENDAR', String(year));
  const stored = await calendars.read(year);
  const verdict = verifyChain(
    'CALENDAR',
    String(year),
    links,
    stored && { ...stored, state: { ...stored.state } },
  );
  if (!verdict.whole) throw new Error(verdict.why);
  return verdict.events;
};

describe('a year of the calendar', () => {
  test('that nobody has loaded says so, and a deadline in it is provisional', async () => {
    expect((await read(2026)).body).toEqual({ loaded: false, year: 2026 });
    expect(deadline(await calendars.current(newYear), newYear, 3).provisional).toBe(true);
  });

  test('shows its days off and make-up days with their names, and its source, once loaded', async () => {
    const answer = await load(2026);
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { warnings: [] } });
    const { body, headers } = await read(2026);
    expect(headers).toMatchObject({ etag: '"1"' });
    expect(body).toMatchObject({
      loaded: true,
      year: 2026,
      revision: 1,
      version: published(2026).version,
      source: published(2026).source,
      loadedAt: '2026-11-22T01:00:00.000Z',
      holidays: expect.arrayContaining([{ date: '2026-10-01', name: '国庆节' }]),
      makeUpDays: expect.arrayContaining([{ date: '2026-10-10', name: '国庆节' }]),
    });
    expect(answer.body).toMatchObject({ calendar: body });
    expect(await wholeHistory(2026)).toBe(1);
  });

  test('that is off by a day passes with the doubt told', async () => {
    const { makeUpDays } = published(2026);
    const answer = await load(2026, { makeUpDays: makeUpDays.slice(1), names: {} });
    expect(answer).toMatchObject({
      status: 200,
      body: { warnings: [{ code: 'calendar.balance', n: '14' }] },
    });
  });

  test('loaded by eight at once is loaded by one; the others are shown how it stands', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => load(2026, { version: `v${i}` })));
    expect(statuses(answers)).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    const { body } = await read(2026);
    for (const { status, body: refused, headers } of answers.filter(({ status }) => status === 412)) {
      expect({ status, refused, headers }).toMatchObject({
        refused: { code: 'request.stale', current: body },
        headers: { etag: '"1"' },
      });
    }
    expect(await wholeHistory(2026)).toBe(1);
  });

  test('replaced by eight at once gets one new version, and its history stays whole', async () => {
    await load(2026);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => load(2026, { version: `amended-${i}`, replaces: 1 })),
    );
    expect(statuses(answers)).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    expect((await read(2026)).body).toMatchObject({
      revision: 2,
      version: expect.stringMatching(/^amended-/),
    });
    expect(await wholeHistory(2026)).toBe(2);
  });

  test('sent twice under one key is loaded once, and the repeat gets the first answer also later on', async () => {
    const key = 'the-same-key-0001';
    const first = await load(2026, {}, key);
    expect(await load(2026, {}, key)).toEqual(first);
    const replacing = 'the-same-key-0002';
    const second = await load(2026, { version: 'amended', replaces: 1 }, replacing);
    expect(second.status).toBe(200);
    expect(await load(2026, { version: 'amended', replaces: 1 }, replacing)).toEqual(second);
    expect(await load(2026, {}, key)).toEqual(first);
    expect(await wholeHistory(2026)).toBe(2);
  });

  test('sent with other days under a used key is refused', async () => {
    const key = 'the-same-key-0003';
    await load(2026, {}, key);
    expect(await load(2026, { version: 'other' }, key)).toMatchObject({
      status: 422,
      body: { code: 'request.key_reused' },
    });
  });

  test('can not be replaced when it was never loaded', async () => {
    expect(await load(2026, { replaces: 3 })).toMatchObject({
      status: 412,
      body: { code: 'request.stale', current: { loaded: false, year: 2026 } },
    });
    expect((await read(2026)).body).toMatchObject({ loaded: false });
  });

  test('never gets a version it had before, since deadlines name it', async () => {
    await load(2026, { version: 'first' });
    await load(2026, { version: 'second', replaces: 1 });
    for (const version of ['first', 'second']) {
      expect(await load(2026, { version, replaces: 2 })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'version', code: 'calendar.version_used' }] },
      });
    }
    expect(await wholeHistory(2026)).toBe(2);
  });

  test('keeps the day it was first loaded when it is replaced', async () => {
    await load(2026);
    bed.setTime('2026-12-05T10:00:00+08:00');
    await load(2026, { version: 'amended', replaces: 1 });
    expect((await calendars.read(2026))?.state).toMatchObject({
      firstLoadedAt: '2026-11-22T01:00:00.000Z',
      loadedAt: '2026-12-05T02:00:00.000Z',
      earlierVersions: [published(2026).version],
    });
  });
});

describe('a wrong year', () => {
  const { holidays, makeUpDays } = published(2026);
  test.each([
    [
      'a day that does not exist',
      { holidays: ['2026-02-30', ...holidays] },
      ['holidays.0', 'calendar.day_unknown'],
    ],
    [
      'a day of another year',
      { holidays: ['2025-10-01', ...holidays] },
      ['holidays.0', 'calendar.day_of_other_year'],
    ],
    [
      'a day given twice',
      { makeUpDays: [...makeUpDays, makeUpDays[0]] },
      [`makeUpDays.${makeUpDays.length}`, 'calendar.day_twice'],
    ],
    [
      'a make-up day on a Wednesday',
      { makeUpDays: ['2026-11-25', ...makeUpDays] },
      ['makeUpDays.0', 'calendar.make_up_day_on_weekday'],
    ],
    [
      'a name of no listed day',
      { names: { '2026-11-25': '国庆节' } },
      ['names.2026-11-25', 'calendar.name_without_day'],
    ],
    ['a version with a separator', { version: 'a+b' }, ['version', 'calendar.version_invalid']],
    ['no source', { source: '  ' }, ['source', 'field.required']],
    ['a source of control characters', { source: 'a\u0000b' }, ['source', 'text.control_characters']],
    ['a name too long', { names: { '2026-10-01': '国'.repeat(41) } }, ['names.2026-10-01', 'text.too_long']],
    [
      'more days than a year has',
      { holidays: Array.from({ length: 367 }, () => '2026-01-01') },
      ['holidays', 'field.too_many'],
    ],
    ['a day that is no text', { holidays: [20260101] }, ['holidays.0', 'field.type']],
    ['no word on what it replaces', { replaces: undefined }, ['replaces', 'field.required']],
    ['a part of a revision', { replaces: 1.5 }, ['replaces', 'field.range']],
    ['a field nobody knows', { approved: true }, ['approved', 'field.unknown']],
  ])('with %s is refused naming the field, and nothing is loaded', async (_, change, [path, code]) => {
    const answer = await load(2026, change);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(answer.body).toHaveProperty('errors', [expect.objectContaining({ path, code })]);
    expect((await read(2026)).body).toEqual({ loaded: false, year: 2026 });
  });

  test('has all its mistakes told at once', async () => {
    const answer = await load(2026, {
      version: '',
      holidays: ['2026-13-01'],
      makeUpDays: ['2026-11-25'],
      names: {},
    });
    expect(answer.body).toMatchObject({
      errors: [{ path: 'holidays.0' }, { path: 'makeUpDays.0' }, { path: 'version' }],
    });
  });

  test.each(['1999', '26', 'next', '２０２６'])('in the address, such as %s, is refused', async (year) => {
    const path = `/api/calendar/${encodeURIComponent(year)}`;
    expect(await send(api, { method: 'GET', path, as: admin })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'year', code: 'year.invalid' }] },
    });
  });
});

describe('who may do what with the calendar', () => {
  test('nobody without a session sees or loads it', async () => {
    const path = '/api/calendar/2026';
    for (const method of ['GET', 'POST'] as const) {
      expect(await send(api, { method, path, body: {} })).toMatchObject({ status: 401 });
    }
  });

  test.each(roles)('%s sees it, from a village too', async (role) => {
    expect(await read(2026, staff(role, '370402/370402101/370402101203'))).toMatchObject({ status: 200 });
  });

  test.each(roles.filter((role) => role !== 'admin'))('%s does not load it', async (role) => {
    expect(await load(2026, {}, undefined, staff(role))).toMatchObject({
      status: 403,
      body: { code: 'access.role' },
    });
    expect((await read(2026)).body).toMatchObject({ loaded: false });
  });

  test("a town's administrator does not load it, since it moves the whole district's deadlines", async () => {
    expect(await load(2026, {}, undefined, staff('admin', '370402/370402101'))).toMatchObject({
      status: 403,
      body: { code: 'access.scope' },
    });
    expect((await read(2026)).body).toMatchObject({ loaded: false });
  });
});

describe('the calendar that deadlines are computed with', () => {
  const at = (text: string) => parseInstant(`2026-12-30T${text}+08:00`);
  const knows = async (of: Calendars, year: number, now = at('10:00:00')) =>
    (await of.current(now)).years.has(year);

  test('is the one just loaded, for the process that loaded it', async () => {
    expect(await knows(calendars, 2026)).toBe(false);
    await load(2026);
    expect(await knows(calendars, 2026)).toBe(true);
    await load(2026, { version: 'amended', replaces: 1 });
    expect((await calendars.current(at('10:00:00'))).years.get(2026)?.version).toBe('amended');
  });

  test('is a minute old at most for another process, and fresh when that is told to forget', async () => {
    const other = createCalendars(bed);
    expect(await knows(other, 2026, at('10:00:00'))).toBe(false);
    await load(2026);
    expect(await knows(other, 2026, at('10:00:59.999'))).toBe(false);
    expect(await knows(other, 2026, at('10:01:00'))).toBe(true);
    await load(2025);
    expect(await knows(other, 2025, at('10:01:30'))).toBe(false);
    other.forget();
    expect(await knows(other, 2025, at('10:01:30'))).toBe(true);
  });

  test('reaches from the year before to two years ahead, by the day in Shanghai', async () => {
    await loadPublishedYears(calendars, at('10:00:00'));
    const years = async (text: string) =>
      [...(await calendars.current(parseInstant(text))).years.keys()].sort();
    expect(await years('2021-12-31T15:59:59Z')).toEqual([2020, 2021, 2022, 2023]);
    expect(await years('2021-12-31T16:00:00Z')).toEqual([2021, 2022, 2023, 2024]);
    expect(await years('2021-12-31T15:59:59Z')).toEqual([2020, 2021, 2022, 2023]);
  });

  test('knows a make-up Saturday as worked', async () => {
    await load(2026);
    const calendar = await calendars.current(at('10:00:00'));
    expect(isWorkingDay(calendar, parseLocalDate('2026-10-10'))).toMatchObject({
      working: true,
      known: true,
    });
  });

  test('is asked for again after a read that failed', async () => {
    await load(2026);
    let failures = 1;
    const failing = createCalendars({
      ...bed,
      store: {
        ...bed.store,
        getMany: async (keys) => {
          if (failures-- > 0) throw platformProblem('service.busy');
          return bed.store.getMany(keys);
        },
      },
    });
    await expect(failing.current(newYear)).rejects.toMatchObject({ code: 'service.busy' });
    expect(await knows(failing, 2026)).toBe(true);
  });
});

describe("the State Council's years", () => {
  const now = parseInstant('2026-11-22T09:00:00+08:00');
  const all = stateCouncilYears.map(({ year }) => year);

  test('are loaded once, however often', async () => {
    expect(await loadPublishedYears(calendars, now)).toEqual({ loaded: all, kept: [] });
    expect(await loadPublishedYears(calendars, now)).toEqual({ loaded: [], kept: all });
    for (const year of all) expect(await wholeHistory(year)).toBe(1);
  });

  test('are loaded once also by two machines that start together', async () => {
    await Promise.all([loadPublishedYears(calendars, now), loadPublishedYears(createCalendars(bed), now)]);
    for (const year of all) expect(await wholeHistory(year)).toBe(1);
  });

  test('leave a year that an administrator entered as it is', async () => {
    await load(2026, { version: 'entered-by-hand' });
    const { loaded, kept } = await loadPublishedYears(calendars, now);
    expect({ loaded: loaded.length, kept }).toEqual({ loaded: all.length - 1, kept: [2026] });
    expect((await read(2026)).body).toMatchObject({ version: 'entered-by-hand' });
  });

  describe('by the operator command', () => {
    const run = (env: Record<string, string>) =>
      promisify(execFile)(process.execPath, ['functions/calendar/load-calendar.command.ts'], { env });

    test('are loaded, and a second run changes nothing', async () => {
      const env = {
        TABLE_NAME: bed.tableName,
        MASTER_KEY: `file:${bed.keyFile}`,
        DYNAMODB_ENDPOINT: bed.endpoint,
      };
      expect((await run(env)).stdout).toContain(`loaded: ${all.join(', ')}.`);
      expect((await run(env)).stdout).toBe(
        `Calendar years loaded: none. Left as they were: ${all.length}.\n`,
      );
      expect(await wholeHistory(2026)).toBe(1);
    });

    test('are not loaded without a table, and one line says what is missing', async () => {
      await expect(run({ MASTER_KEY: 'file:none' })).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^The calendar was not loaded: environment: TABLE_NAME .*\n$/),
      });
    });
  });
});
