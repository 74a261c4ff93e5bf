import { fireEvent, screen, within } from '@solidjs/testing-library';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { calendarContract } from '../../functions/calendar/calendar.contract.ts';
import { addDays, localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { openDesk, reply, session, town, useService } from './admin.support.tsx';

const service = useService();
const { routes } = venuesContract;

const venue = 'AFCT46E69A';
const at = new Date().toISOString();
const today = localDateOf(parseInstant(at));
const yesterday = addDays(today, -1);
const officer = { id: 'FAWYHFMWFE', name: '宋文静' };

const view = (change: object = {}): object => ({
  ...{ venue, version: 2, mayKeep: true, state: 'open', kind: 'culture-centre', name: '立新文化服务中心' },
  ...{ node: town, address: '立新街 1 号', position: { lat: 37, lng: 118 }, capacity: 200 },
  ...{ facilities: [], access: ['ramp'], photos: [], rooms: [], timetables: [], exceptions: [] },
  ...{ last: { room: 0, timetable: 0, exception: 0 }, createdAt: at, ...change },
});

const opening = (day: string, change: object = {}): object => ({
  ...{ venue, version: 0, day, spans: [], corrections: [], open: false, noClosing: false },
  ...{ planned: [{ from: '09:00', to: '21:00' }], asOf: at, ...change },
});

const answerDays = (...rows: readonly object[]): void =>
  service().answer(routes.openings, () => reply(routes.openings, { rows, asOf: at }));

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  const who = { ...session, roles: ['culture'], scope: town };
  service().answer(accessContract.routes.whoAmI, () => reply(accessContract.routes.whoAmI, who));
  service().answer(calendarContract.routes.read, () =>
    reply(calendarContract.routes.read, { loaded: false, year: 2026 }),
  );
  service().answer(routes.read, () => reply(routes.read, view(), 2));
});

describe('at the door of a venue', () => {
  it('one press records that it was opened, and the button then closes', async () => {
    let rows = [opening(yesterday), opening(today)];
    service().answer(routes.openings, () => reply(routes.openings, { rows, asOf: at }));
    service().answer(routes.opening, () => {
      const opened = opening(today, {
        version: 1,
        open: true,
        spans: [{ from: at, by: officer, how: 'tap' }],
      });
      rows = [opening(yesterday), opened];
      return reply(routes.opening, opened);
    });
    openDesk(`/admin/venues/${venue}/keeper`);
    expect(await screen.findByText('现在没有开门')).toBeDefined();
    expect(screen.getByText('应开放：09:00–21:00')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '开门' }));
    expect(await screen.findByRole('button', { name: '关门' })).toBeDefined();
  });

  it("yesterday's forgotten closing is asked for before anything else, with the planned time offered", async () => {
    const left = {
      noClosing: true,
      spans: [{ from: `${yesterday}T09:00:00+08:00`, by: officer, how: 'tap' }],
    };
    answerDays(opening(yesterday, left), opening(today));
    openDesk(`/admin/venues/${venue}/keeper`);
    const time = await screen.findByLabelText('那天几点关的门？');
    expect(time).toHaveProperty('value', '21:00');
    expect(screen.queryByRole('button', { name: '开门' })).toBeNull();
  });
});

describe('the weekly report', () => {
  it('says how many of how many kept the promise, and why hours are missing', async () => {
    const figures = { planned: 2520, actual: 2400, extra: 0, ahead: 0, explained: 0 };
    const offPeak = { offPeakPlanned: 900, offPeakActual: 900, offPeakAhead: 0, offPeakExplained: 0 };
    const missing = [{ day: '2026-11-16', from: '09:00', to: '11:00', minutes: 120, why: 'opened-late' }];
    const row = {
      ...{ venue, name: '立新文化服务中心', node: town, kind: 'culture-centre', week: '2026-W47' },
      ...{ stage: 'over', policy: 2520, ...figures, ...offPeak, missing, gap: 120, at },
      meets: { planned: true, hours: false, offPeak: true },
    };
    const totals = { venues: 3, meeting: 2, planned: 7560, actual: 7440 };
    service().answer(routes.hoursReport, () =>
      reply(routes.hoursReport, { week: '2026-W47', totals, rows: [row], asOf: at }),
    );
    openDesk('/admin/venue-hours?week=2026-W47');
    expect(await screen.findByText('3 个场馆中 2 个达标。')).toBeDefined();
    const line = within(screen.getByRole('row', { name: /立新文化服务中心/ }));
    expect(line.getByText('差 2 小时')).toBeDefined();
    expect(line.getByText('2 小时：开门晚了')).toBeDefined();
  });
});
