import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingProjector } from '../../functions/findings/findings.store.ts';
import { issueProjector } from '../../functions/issues/issues.projector.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { dayLedgerProjector } from '../../functions/visits/day-ledgers.projector.ts';
import { dayLedgersSubject } from '../../functions/visits/day-ledgers-figures.usecases.ts';
import { recount, said, statesOf } from '../support/projections.ts';
import { local, playQuarter, type Story } from '../support/quarter.story.ts';

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
  // The evening of the twenty-seventh, written down on the thirtieth.
  'booking-care course.1': [
    '2026-10-29 00:00 found late answering since 2026-10-28 21:00',
    '2026-10-30 00:00 escalated late supervision',
    '2026-10-31 00:00 cleared',
  ],
  // Asked for on Monday, for Wednesday; given back when nobody had decided.
  'booking-care room': [
    '2026-11-18 00:00 found notice answering since 2026-11-16 10:00',
    '2026-11-19 00:00 cleared',
  ],
  // Of the issue of three years ago, while what deletes it did not run for two nights.
  'retention ISSUE': [
    '2026-10-12 04:30 found late answering since 2026-10-11 00:00',
    '2026-10-13 00:00 escalated late supervision',
    '2026-10-13 04:30 cleared',
  ],
  'schedule-run retention': [
    '2026-10-12 00:00 found grave answering since 2026-10-11 03:20',
    '2026-10-13 00:00 escalated grave supervision',
    '2026-10-14 00:00 cleared',
  ],
  'supervision-list 2026-10-15': [
    '2026-10-17 08:00 found late answering since 2026-10-17 00:00',
    '2026-10-20 00:00 escalated late supervision',
    '2026-10-21 16:00 cleared',
  ],
  // Drawn in the evening, when everything ran again.
  'supervision-list 2026-11-04': [
    '2026-11-06 08:00 found late answering since 2026-11-06 00:00',
    '2026-11-07 00:00 escalated late supervision',
    '2026-11-11 00:00 escalated late criticism',
    '2026-11-12 16:00 cleared',
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

  /** What happened to a record, and when. */
  const historyOf = async (kind: string, name: string): Promise<string[]> =>
    (await story.quarter.core.ledger.history(kind, story.of(name))).map(
      ({ type, at }) => `${local(at)} ${type}`,
    );

  test('give the criticised five working days around the holidays to reply, and then publish the notice', async () => {
    expect(await historyOf('CRITICISM', 'notice')).toEqual([
      '2026-09-24 10:00 drafted',
      '2026-10-10 00:10 reply-period-over',
      '2026-10-10 10:00 published',
    ]);
  });

  test('take an issue up again that supervision found not resolved', async () => {
    expect((await historyOf('ISSUE', 'outage')).filter((line) => line >= '2026-11-06')).toEqual([
      '2026-11-06 00:00 supervised',
      '2026-11-06 09:00 resolved',
      '2026-11-06 09:30 answered',
      '2026-11-06 10:00 followed-up',
      '2026-11-09 17:30 reopened',
      '2026-11-10 09:00 claimed',
      '2026-11-11 09:00 resolved',
      '2026-11-11 10:00 answered',
      '2026-11-11 11:00 followed-up',
    ]);
  });

  test('have a list for supervision of every working day, the day of the outage included', () => {
    const days = statesOf(items, 'SUPERVISION').map(({ PK }) => String(PK).slice('SUPERVISION#'.length));
    // September 14 to December 11 without 25 September and 1 to 7 October, with two make-up Saturdays and a Sunday.
    expect(days).toHaveLength(61);
    expect(days).toEqual(expect.arrayContaining(['2026-09-20', '2026-10-10', '2026-11-04']));
    expect(days).not.toEqual(expect.arrayContaining(['2026-09-25']));
  });

  test('give the place somebody gave up to whoever waited, and take back the room nobody decided on', async () => {
    expect(await historyOf('ENROLMENT', 'first')).toEqual([
      '2026-10-20 09:00 enrolled',
      '2026-10-20 09:00 confirmed',
      '2026-10-22 09:00 cancelled',
    ]);
    expect(await historyOf('ENROLMENT', 'second')).toEqual([
      '2026-10-20 09:05 enrolled',
      '2026-10-22 09:00 confirmed',
      '2026-10-28 00:00 looked-back',
    ]);
    expect(await historyOf('ROOMBOOKING', 'room')).toEqual([
      '2026-11-16 10:00 requested',
      '2026-11-19 00:00 lapsed',
    ]);
  });

  test('delete what is personal in an issue of three years ago on the first night on which that runs again', async () => {
    expect((await historyOf('ISSUE', 'old')).at(-1)).toBe('2026-10-13 03:20 anonymised');
  });

  test('mail whoever oversees the district on each morning on which there is something new', () => {
    const { mailed, mails } = story.quarter;
    expect(mailed.map(([at, subject]) => `${local(at)} ${subject}`)).toEqual([
      '2026-09-22 08:00 惠民：【可通报批评】问题按期办结',
      // Retention, and the schedule that did not run, went to supervision.
      '2026-10-13 08:00 惠民：2 条新消息',
      // Found on Saturday at eight, when that day's mails had just been written.
      '2026-10-18 08:00 惠民：【已逾期】督导清单按时核查',
      '2026-10-20 08:00 惠民：【已报督导】督导清单按时核查',
      '2026-10-28 08:00 惠民：【可通报批评】改造每一步按期',
      '2026-11-05 08:00 惠民：【已报督导】检查按时进行',
      '2026-11-07 08:00 惠民：2 条新消息',
      '2026-11-11 08:00 惠民：【可通报批评】督导清单按时核查',
      '2026-11-19 08:00 惠民：2 条新消息',
      '2026-11-20 08:00 惠民：【已报督导】检查按时进行',
      '2026-11-28 08:00 惠民：【可通报批评】按计划走访',
      '2026-12-02 08:00 惠民：【已报督导】工作日历',
      '2026-12-03 08:00 惠民：【可通报批评】场馆开放够时间',
      '2026-12-04 08:00 惠民：【可通报批评】工作日历',
      '2026-12-09 08:00 惠民：【可通报批评】台账中午前提交',
    ]);
    expect(mails.map(({ subject }) => subject)).toEqual(mailed.map(([, subject]) => subject));
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

describe('some weeks of them', { timeout: 180_000 }, () => {
  test('with every event of the schedule three times, two of them at once: nothing is found twice', async () => {
    // Until the holidays: an issue goes from its warning to grave and is resolved, and a notice is drafted.
    const holidays = '2026-09-25 00:00';
    await using thrice = await playQuarter({ delivered: 'thrice' }, holidays);
    expect(await thrice.told()).toEqual(upTo(holidays));
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
