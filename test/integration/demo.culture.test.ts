import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCulture } from '../../functions/local/demo/culture.ts';
import { demoVenues } from '../../functions/local/demo/culture-places.ts';
import { pastActivities } from '../../functions/local/demo/culture-programme-plans.ts';
import { demoPosts } from '../../functions/local/demo/culture-publicity.ts';
import { demoNodes, demoTowns, districtPath, kuangqu } from '../../functions/local/demo/district.ts';
import { readCounter } from '../../functions/platform/ledger/counters.ts';
import { readWholeList } from '../../functions/platform/ledger/lists.ts';
import { localDateOf, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { readCoverage } from '../../functions/programme/figures.usecases.ts';
import { programmeField, programmeSubject, whatsOnList } from '../../functions/programme/programme.lists.ts';
import { sessionRowSchema } from '../../functions/programme/programme.views.ts';
import type { Category } from '../../functions/programme/programme.words.ts';
import { readTargets } from '../../functions/targets/targets.store.ts';
import { readHoursReport } from '../../functions/venues/hours.usecases.ts';
import { readUpgradeCounts } from '../../functions/venues/upgrades.usecases.ts';
import { venuesOf } from '../../functions/venues/venues.usecases.ts';
import { type DemoBed, openDemo } from '../support/demo.ts';
import { fieldIn } from '../support/issues.ts';

const towns = demoTowns.filter(({ name }) => ['中心街街道', '矿区街道'].includes(name.zh));

describe('the whole demo district', () => {
  const ofKind = (kind: string) => demoVenues.filter(({ fields }) => fields.kind === kind).length;

  test('has the 169 centres, 10 stations and 2 studies of the reports', () => {
    expect([ofKind('culture-centre'), ofKind('culture-station'), ofKind('city-study')]).toEqual([169, 10, 2]);
  });

  test('has no two venues of one name or one place', () => {
    expect(new Set(demoVenues.map(({ fields }) => fields.name)).size).toBe(181);
    expect(
      new Set(demoVenues.map(({ fields: { position } }) => `${position.lat} ${position.lng}`)).size,
    ).toBe(181);
  });
});

describe('the programme of the whole district', () => {
  const activities = pastActivities(parseLocalDate('2026-11-22'));
  const of = (category: Category) => {
    const people = activities
      .filter(({ fields }) => fields.category === category)
      .flatMap((one) => one.people);
    return { sessions: people.length, people: people.reduce((sum, came) => sum + came, 0) };
  };

  test('has the showings, trainings, courses, performances and competitions of the reports', () => {
    expect(of('film').sessions).toBe(240);
    expect(of('training')).toEqual({ sessions: 181, people: 4_000 });
    expect(of('course')).toEqual({ sessions: 110, people: 2_000 });
    expect(of('performance').sessions).toBe(60);
    expect(of('competition').sessions).toBe(11);
  });

  test('has trained dancers in every village, at three levels', () => {
    const trainings = activities.filter(({ fields }) => fields.category === 'training');
    expect(new Set(trainings.map(({ fields }) => fields.level))).toEqual(
      new Set(['village', 'town', 'district']),
    );
    const own = trainings.filter(({ fields }) => fields.level === 'village').map(({ fields }) => fields.node);
    expect(new Set(own)).toEqual(
      new Set(demoNodes.filter(({ kind }) => kind === 'village').map(({ path }) => path)),
    );
  });

  test('was made known 200 times, none of them ahead of the day', () => {
    const posts = demoPosts(parseLocalDate('2026-11-22'));
    expect(posts).toHaveLength(200);
    expect(posts.filter(({ fields }) => fields.day >= '2026-11-22')).toEqual([]);
  });

  test('is the same whenever it is planned for a day', () => {
    expect(pastActivities(parseLocalDate('2026-11-22'))).toEqual(activities);
  });
});

describe('culture in two of its sub-districts', () => {
  let bed: DemoBed;
  beforeAll(async () => {
    bed = await openDemo('2026-11-22T15:20:00+08:00');
    await loadCulture(bed.loading, towns);
  }, 180_000);
  afterAll(async () => bed[Symbol.asyncDispose]());

  const rows = () => venuesOf(bed.platform.core.store, districtPath);

  test('every venue stands in the list with its hours and who keeps it', async () => {
    const listed = await rows();
    expect(listed).toHaveLength(7 * 3 + 4 * 3 + 2);
    expect(listed.filter(({ keeper, timetables }) => !keeper || timetables.length !== 1)).toEqual([]);
    expect(listed.filter(({ keeper }) => keeper === '褚凤霞').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['立新社区文化服务中心', '立新社区书屋', '立新社区文化活动室']),
    );
  });

  test('most of them keep their 42 hours in a week that is over, and some do not', async () => {
    const totals = async () =>
      (await readHoursReport(bed.platform.core.store, districtPath, '2026-W46', bed.loading.now)).totals;
    // The stream lists what the check counted.
    await expect.poll(async () => (await totals()).venues, { timeout: 20_000 }).toBe(35);
    const { meeting } = await totals();
    expect(meeting).toBeGreaterThan(18);
    expect(meeting).toBeLessThan(35);
  });

  test('today is left to whoever keeps the centre of 立新社区', async () => {
    const items = await bed.platform.everything();
    const today = items.filter(({ SK, PK }) => SK === 'STATE' && String(PK).endsWith('.2026-11-22'));
    const own = (await rows()).filter(({ keeper }) => keeper === '褚凤霞');
    expect(today.length).toBeGreaterThan(20);
    expect(today.filter(({ PK }) => own.some(({ venue }) => String(PK).includes(venue)))).toEqual([]);
  });

  test("this year's projects are counted: 5 stations and 2 studies, and equipment", async () => {
    const counts = await readUpgradeCounts(bed.platform.core.store, districtPath, 2026);
    expect(counts).toMatchObject({ newVenues: { planned: 7, done: 2 } });
  });

  test('what took place is counted as it was planned', async () => {
    const here = pastActivities(localDateOf(bed.loading.now)).filter(
      ({ town }) => town === undefined || towns.includes(town),
    );
    const held = here.flatMap(({ people, fields: { category } }) =>
      people.map((came) => ({ category, came })),
    );
    const { store } = bed.platform.core;
    for (const category of ['film', 'training', 'course', 'performance', 'competition'] as const) {
      const own = held.filter((one) => one.category === category);
      await expect
        .poll(async () => readCounter(store, programmeSubject(districtPath), '2026'), { timeout: 20_000 })
        .toMatchObject({
          [programmeField(category, 'sessions')]: own.length,
          [programmeField(category, 'people')]: own.reduce((sum, { came }) => sum + came, 0),
        });
    }
  });

  test("the year's plan stands against what was done, and every village has trained dancers", async () => {
    const { deps, now } = bed.loading;
    const caller = { staffId: 'demo', sessionId: '', name: '', roles: ['culture' as const], scope: kuangqu };
    const coverage = async () => {
      const asked = { node: kuangqu, year: 2026, category: 'training' as const };
      const { covered, of } = await readCoverage(deps, asked, caller, now);
      return [covered, of];
    };
    await expect.poll(coverage, { timeout: 20_000 }).toEqual([7, 7]);
    const subjects = async () =>
      (await readTargets(deps.store, districtPath, 2026)).map(({ subject, unit }) => `${subject} ${unit}`);
    await expect.poll(subjects, { timeout: 20_000 }).toHaveLength(10);
  });

  test('the course for children is full, and five wait for a place', async () => {
    const items = await bed.platform.everything();
    const course = items.find(
      ({ SK, kind, state }) =>
        SK === 'STATE' && kind === 'ACTIVITY' && fieldIn(state, 'title') === '少儿书法班',
    );
    const states = items
      .filter(({ SK, kind }) => SK === 'STATE' && kind === 'ENROLMENT')
      .filter(({ state }) => fieldIn(state, 'offer') === course?.['id'])
      .map(({ state }) => fieldIn(state, 'state'));
    expect(states.filter((state) => state === 'confirmed')).toHaveLength(12);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(5);
  });

  test('residents find what is on at the centre of 立新社区 today', async () => {
    const { store } = bed.platform.core;
    const lixin = `${kuangqu}/${kuangqu.slice(-9)}001`;
    const titles = async () =>
      (await readWholeList(store, sessionRowSchema, { list: whatsOnList(lixin) }))
        .filter(({ from }) => localDateOf(from) === '2026-11-22')
        .map(({ title }) => title);
    await expect.poll(titles, { timeout: 20_000 }).toEqual(['太极拳体验课', '立新社区冬季广场舞培训']);
  });

  test('rooms of the stations are booked, and some wait for a decision', async () => {
    const states = (await bed.platform.everything())
      .filter(({ SK, kind }) => SK === 'STATE' && kind === 'ROOMBOOKING')
      .map(({ state }) => fieldIn(state, 'state'));
    expect(new Set(states)).toEqual(new Set(['booked', 'requested']));
  });

  test('every history is whole', async () => {
    const kinds = [
      'VENUE',
      'OPENING',
      'HOURSWEEK',
      'UPGRADE',
      'ACTIVITY',
      'ENROLMENT',
      'ROOMBOOKING',
      'TARGET',
      'PUBLICITY',
      'OWNER',
      'ISSUE',
    ];
    const { broken, examined } = await bed.verified(kinds);
    expect(broken).toEqual([]);
    expect(examined).toBeGreaterThan(800);
  });

  test('loading one of them a second time changes nothing', async () => {
    const before = await bed.events();
    await loadCulture(bed.loading, towns.slice(0, 1));
    expect(await bed.events()).toEqual(before);
  }, 180_000);
});
