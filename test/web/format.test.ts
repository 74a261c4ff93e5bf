import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDeadline,
  formatDeadlineShort,
  formatMoment,
  formatMomentShort,
  formatNumber,
  formatRate,
} from '../../web/src/lib/format.ts';

describe('deadlines', () => {
  const endOfWednesday = '2026-11-26T00:00:00+08:00';

  it('a deadline at midnight is 24:00 of the day before, for a resident', () => {
    expect(formatDeadline(endOfWednesday, 'zh-CN')).toBe('11月25日（周三）24:00 前');
    expect(formatDeadline(endOfWednesday, 'en')).toBe('by 24:00 on Wed 25 Nov');
  });

  it('a deadline at midnight is 24:00 of the day before, in a ledger', () => {
    expect(formatDeadlineShort(endOfWednesday)).toBe('11-25 24:00');
  });

  it('the offset a deadline is written with changes nothing', () => {
    expect(formatDeadline('2026-11-25T16:00:00Z', 'zh-CN')).toBe('11月25日（周三）24:00 前');
  });

  it('the end of a year belongs to the old year', () => {
    expect(formatDeadlineShort('2027-01-01T00:00:00+08:00')).toBe('12-31 24:00');
  });

  it('a deadline within the day keeps its hour', () => {
    expect(formatDeadline('2026-11-25T12:00:00+08:00', 'zh-CN')).toBe('11月25日（周三）12:00 前');
    expect(formatDeadlineShort('2026-03-05T09:30:00+08:00')).toBe('03-05 09:30');
  });

  it('one second past midnight is the new day', () => {
    expect(formatDeadlineShort('2026-11-26T00:00:01+08:00')).toBe('11-26 00:00');
  });

  it('September is three letters long', () => {
    expect(formatDeadline('2026-09-10T12:00:00+08:00', 'en')).toBe('by 12:00 on Thu 10 Sep');
  });
});

describe('moments and days', () => {
  it('what happened at midnight happened at 00:00', () => {
    expect(formatMomentShort('2026-11-26T00:00:00+08:00')).toBe('11-26 00:00');
    expect(formatMoment('2026-11-26T00:00:00+08:00', 'zh-CN')).toBe('2026年11月26日 00:00');
  });

  it('a moment is shown in the district’s own time', () => {
    expect(formatMoment('2026-11-25T18:05:00Z', 'en')).toBe('26 Nov 2026, 02:05');
  });

  it('a day carries its weekday', () => {
    expect(formatDate('2026-11-25', 'zh-CN')).toBe('2026年11月25日（周三）');
    expect(formatDate('2026-11-25', 'en')).toBe('Wed 25 Nov 2026');
  });

  it('what is no date is refused rather than shown', () => {
    expect(() => formatDeadline('tomorrow', 'zh-CN')).toThrow(RangeError);
  });
});

describe('figures', () => {
  it('a rate never goes without its counts', () => {
    expect(formatRate(439, 450, 'zh-CN')).toBe('97.5%（439/450）');
    expect(formatRate(439, 450, 'en')).toBe('97.5% (439 of 450)');
  });

  it('only every single one is 100 %', () => {
    expect(formatRate(9_999, 10_000, 'zh-CN')).toBe('99.9%（9,999/10,000）');
    expect(formatRate(10_000, 10_000, 'zh-CN')).toBe('100.0%（10,000/10,000）');
  });

  it('of nothing there is no rate', () => {
    expect(formatRate(0, 0, 'zh-CN')).toBe('—（0/0）');
  });

  it('thousands are marked', () => {
    expect(formatNumber(6761, 'zh-CN')).toBe('6,761');
  });
});
