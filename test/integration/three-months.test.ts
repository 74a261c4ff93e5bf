import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingProjector } from '../../functions/findings/findings.store.ts';
import { issueProjector } from '../../functions/issues/issues.projector.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { dayLedgerProjector } from '../../functions/visits/day-ledgers.projector.ts';
import { dayLedgersSubject } from '../../functions/visits/day-ledgers-figures.usecases.ts';
import { recount, said, statesOf } from '../support/projections.ts';
import { playQuarter, type Story } from '../support/quarter.story.ts';

let story: Story;
let items: readonly Item[];
beforeAll(async () => {
  story = await playQuarter();
  items = await story.quarter.platform.everything();
}, 240_000);
afterAll(() => story[Symbol.asyncDispose]());

/**
 * Worked out by hand from the rules: 1 to 7 October are holidays, 20 September and 10 October are worked, nothing ran
 * from 20:00 on 3 November to 21:00 on the next day.
 */
const expected = {
  'issue-deadline slow': [
    '2026-09-17 00:00 found notice answering since 2026-09-17 00:00',
    '2026-09-18 00:00 changed late answering since 2026-09-18 00:00',
    '2026-09-19 00:00 escalated late supervision',
    '2026-09-22 00:00 changed grave criticism',
    '2026-09-24 15:00 cleared',
  ],
  'issue-unclaimed holiday': [
    '2026-10-09 00:00 found late answering since 2026-10-09 00:00',
    '2026-10-09 11:00 cleared',
  ],
  'issue-deadline holiday': [
    '2026-10-10 00:00 found notice answering since 2026-10-10 00:00',
    '2026-10-10 16:00 cleared',
  ],
  'issue-unanswered silent': [
    '2026-10-17 08:30 found late answering since 2026-10-17 00:00',
    '2026-10-20 00:00 escalated late supervision',
    '2026-10-20 10:00 cleared',
  ],
  // Due to be told of at midnight, when nothing ran.
  'issue-deadline outage': [
    '2026-11-04 21:00 found notice answering since 2026-11-04 00:00',
    '2026-11-05 00:00 changed late answering since 2026-11-05 00:00',
    '2026-11-06 00:00 escalated late supervision',
    '2026-11-06 09:00 cleared',
  ],
  'schedule-run schedule-run': [
    '2026-11-04 21:00 found grave answering since 2026-11-04 00:00',
    '2026-11-05 00:00 escalated grave supervision',
    '2026-11-05 00:00 cleared',
  ],
  'schedule-run issue-unanswered': [
    '2026-11-19 00:00 found grave answering since 2026-11-18 08:30',
    '2026-11-20 00:00 escalated grave supervision',
    '2026-11-20 00:00 cleared',
  ],
  'target-pace target': [
    '2026-09-21 06:30 found notice answering since 2026-09-21 00:00',
    '2026-10-05 06:30 changed notice answering',
    '2026-10-19 06:30 cleared',
  ],
  // Three working days to check an application, ten for the assessment after the review.
  'renovation-step home': [
    '2026-10-23 07:00 found late answering since 2026-10-23 00:00',
    '2026-10-24 00:00 escalated late supervision',
    '2026-10-28 00:00 escalated late criticism',
    '2026-10-30 15:00 cleared',
    '2026-11-14 07:00 found-again late answering since 2026-11-14 00:00',
    '2026-11-17 00:00 escalated late supervision',
    '2026-11-19 00:00 escalated late criticism',
  ],
  // Shut on a Saturday, then kept for a week, then not at all for two.
  'venue-hours venue': [
    '2026-11-16 06:00 found late answering since 2026-11-16 00:00',
    '2026-11-17 00:00 escalated late supervision',
    '2026-11-19 00:00 escalated late criticism',
    '2026-11-23 06:00 cleared',
    '2026-11-30 06:00 found-again late answering since 2026-11-30 00:00',
    '2026-12-01 00:00 escalated late supervision',
    '2026-12-03 00:00 escalated late criticism',
    '2026-12-07 06:00 changed late criticism',
  ],
  'visit-coverage campaign.370402.370402101.370402101201': [
    '2026-11-25 18:00 found late answering since 2026-11-25 00:00',
    '2026-11-26 00:00 escalated late supervision',
    '2026-11-28 00:00 escalated late criticism',
    '2026-12-10 18:00 cleared',
  ],
  'ledger-noon 370402101201.2026-11-25': [
    '2026-11-26 12:00 found late answering since 2026-11-26 12:00',
    '2026-11-26 15:00 cleared',
  ],
  'ledger-noon 370402101202.2026-12-02': [
    '2026-12-03 12:00 found late answering since 2026-12-03 12:00',
    '2026-12-05 00:00 escalated late supervision',
    '2026-12-09 00:00 escalated late criticism',
  ],
  'calendar-year 2027': [
    '2026-12-01 08:10 found late answering since 2026-12-01 00:00',
    '2026-12-02 00:00 escalated late supervision',
    '2026-12-04 00:00 escalated late criticism',
    '2026-12-04 08:10 cleared',
  ],
};

describe('three months of a small district', () => {
  test('find what was broken, when it was found and since when, and nothing else', async () => {
    expect(await story.told()).toEqual(expected);
  });

  test('leave figures of issues and findings that a recount gives as well', () => {
    expect(said(items, ['issues/', 'issues:']).counts).toEqual(
      recount(issueProjector, statesOf(items, 'ISSUE')).counts,
    );
    expect(said(items, ['findings/', 'findings-of']).counts).toEqual(
      recount(findingProjector, statesOf(items, 'FINDING')).counts,
    );
  });

  test('count the ledgers of each day once: in time, late, or missing', () => {
    const ledgers = statesOf(items, 'DAYLEDGER');
    const { counts } = said(items, ['day-ledgers']);
    expect(counts).toEqual(recount(dayLedgerProjector, ledgers).counts);
    const november = items.find(
      ({ PK, SK }) => PK === `COUNT#${dayLedgersSubject('370402')}` && SK === '2026-11',
    );
    // Six working days of two villages; the lead was late once.
    expect(november).toMatchObject({ inTime: 11, late: 1 });
  });

  test('have a report of every week for each place, each drawn once', () => {
    const weeks = statesOf(items, 'REPORT').map(({ PK }) => String(PK).slice('REPORT#'.length));
    const ofDistrict = weeks.filter((id) => id.endsWith('.370402')).sort();
    // From the Monday it began on, the fourteenth of September, to the seventh of December.
    expect(ofDistrict).toHaveLength(13);
    expect([ofDistrict[0], ofDistrict.at(-1)]).toEqual(['2026-W37.370402', '2026-W49.370402']);
    expect(weeks).toHaveLength(13 * 5);
  });

  test('have a record of every run', () => {
    const runs = items.filter(({ PK }) => String(PK).startsWith('RUN#'));
    expect(runs.length).toBe(story.runs);
    expect(runs.every(({ failed }) => failed === 0)).toBe(true);
  });
});

/** What happened by then of what is expected. */
const upTo = (until: string) =>
  Object.fromEntries(
    Object.entries(expected)
      .map(([finding, lines]) => [finding, lines.filter((line) => line < until)] as const)
      .filter(([, lines]) => lines.length > 0),
  );
const until = '2026-10-11 00:00';
const ofSchedules = (finding: string): boolean => finding.startsWith('schedule-run');
/** What happened, and since when it was broken, but not when it was noticed. */
const sinceOnly = (told: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(told)
      .filter(([finding]) => !ofSchedules(finding))
      .map(([finding, lines]) => [finding, lines.map((line) => line.slice('2026-10-21 00:00 '.length))]),
  );

describe('four weeks of them', () => {
  test('with every event of the schedule three times, two of them at once: nothing is found twice', async () => {
    await using thrice = await playQuarter({ delivered: 'thrice' }, until);
    expect(await thrice.told()).toEqual(upTo(until));
    const found = await thrice.quarter.platform.everything();
    expect(found.filter(({ PK }) => String(PK).startsWith('RUN#'))).toHaveLength(thrice.runs);
  });

  test('with every event eight hours late: nothing is missed, each is broken since when it was, and the late runs say so', async () => {
    await using late = await playQuarter({ delivered: 'late' }, until);
    const told = await late.told();
    expect(sinceOnly(told)).toEqual(sinceOnly(upTo(until)));
    expect(told['issue-deadline slow']?.[0]).toBe(
      '2026-09-17 08:00 found notice answering since 2026-09-17 00:00',
    );
    expect(Object.keys(told).filter(ofSchedules).length).toBeGreaterThan(0);
  });

  test('with a clock that is two days ahead for a night and then right again: nothing is found twice or missed, and a run says so', async () => {
    await using jumped = await playQuarter(
      { wrong: ['2026-09-15 23:00', '2026-09-16 12:00', 48] },
      '2026-09-25 00:00',
    );
    const told = await jumped.told();
    // What the wrong clock took for late stays late, and goes on from there by the right one.
    expect(told['issue-deadline slow']).toEqual([
      '2026-09-18 00:00 found late answering since 2026-09-18 00:00',
      '2026-09-19 00:00 escalated late supervision',
      '2026-09-22 00:00 changed grave criticism',
      '2026-09-24 15:00 cleared',
    ]);
    expect(Object.keys(told).filter((finding) => !ofSchedules(finding))).toEqual([
      'issue-deadline slow',
      'target-pace target',
    ]);
    // By the wrong clock two nights of schedules were left out; by the right one none was.
    const ofRuns = Object.entries(told).filter(([finding]) => ofSchedules(finding));
    expect(ofRuns.length).toBeGreaterThan(0);
    for (const [, lines] of ofRuns)
      expect(lines.map((line) => line.split(' ')[2])).toEqual(['found', 'cleared']);
    const runs = (await jumped.quarter.platform.everything()).filter(
      ({ clockWas }) => clockWas !== undefined,
    );
    expect(runs.map(({ PK }) => PK)).toContain('RUN#issue-deadline');
  });
});
