import { query } from '@solidjs/router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays, localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import * as enrolmentDraft from '../../web/src/public/culture/enrolment.draft.ts';
import * as roomDraft from '../../web/src/public/culture/room.draft.ts';
import { bookingWords, cultureWords, messageWords, publicWords } from '../../web/src/public/public.words.ts';
import { App } from '../../web/src/routes.tsx';
import { type Answer, challenge, json, problem, serve } from './public.service.ts';
import { speak, teachDialogs } from './support.ts';

teachDialogs();

const offerId = 'ACEFHJKMNP';
const at = (days: number): string =>
  `${addDays(localDateOf(parseInstant(new Date().toISOString())), days)}T02:00:00.000Z`;
const date = { no: 1, from: at(5), to: at(5), place: '东村文化服务中心', calledOff: false };
const offer = (change: object = {}): object => ({
  ...{ offer: offerId, activity: offerId, title: '剪纸课', state: 'open', opensAt: at(-1), closesAt: at(4) },
  ...{ cutoffAt: at(4), capacity: 20, taken: 3, waiting: 0, hasWaitingList: true, party: 6, perPhone: 4 },
  ...{ holdHours: 12, dates: [date], asOf: at(0), ...change },
});
const enrolment = (change: object = {}): object => ({
  ...{ kind: 'enrolment', reference: 'YTC6WER5WR', version: 1, state: 'confirmed', offer: offerId },
  ...{ activity: offerId, title: '剪纸课', who: 'self', name: '王**', places: 1, dates: [date] },
  ...{ enrolledAt: at(0), cutoffAt: at(4), mayCancel: true, mayAccept: false, mayShrink: false },
  ...{ attendance: {}, asOf: at(0), ...change },
});
const room = (change: object = {}): object => ({
  ...{ kind: 'room', reference: 'YTC6WER5WR', version: 1, state: 'booked', venue: 'FAWYHFMWFE' },
  ...{ venueName: '东村文化服务中心', room: 2, roomName: '阅览室', day: at(5).slice(0, 10), from: '10:00' },
  ...{ to: '12:00', startsAt: at(5), endsAt: at(5), purpose: '排练', people: 12, requestedAt: at(0) },
  ...{ mayCancel: true, asOf: at(0), ...change },
});
const slot = (from: string, to: string, free = true): object => ({ from, to, free });
const slots = (change: object = {}): object => ({
  ...{ venue: 'FAWYHFMWFE', venueName: '东村文化服务中心', room: 2, roomName: '阅览室', capacity: 30 },
  ...{ approval: false, slot: 60, longest: 120, day: at(0).slice(0, 10), asOf: at(0) },
  slots: [
    slot('09:00', '10:00'),
    slot('10:00', '11:00'),
    slot('11:00', '12:00'),
    slot('12:00', '13:00', false),
  ],
  ...change,
});

const open = (path: string): void => {
  window.history.replaceState(null, '', path);
  render(() => <App />);
};
const heading = (name: string): Promise<HTMLElement> =>
  screen.findByRole('heading', { level: 1, name }, { timeout: 8_000 });
const type = (label: string, value: string): void => {
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });
};
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};
const optionsOf = (label: string): string[] =>
  within(screen.getByRole('combobox', { name: label }))
    .getAllByRole('option')
    .map(({ textContent }) => textContent ?? '');

beforeEach(async () => {
  window.scrollTo = () => undefined;
  vi.stubGlobal('Worker', undefined);
  await speak('zh-CN');
  await Promise.all([publicWords, messageWords, cultureWords, bookingWords].map((words) => words.load()));
});
afterEach(() => {
  cleanup();
  enrolmentDraft.clear();
  roomDraft.clear();
  query.clear();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const enrolling = (answers: Readonly<Record<string, Answer>>, change: object = {}) =>
  serve({
    [`/api/public/offers/${offerId}`]: () => json(offer(change)),
    '/api/public/challenge': challenge,
    ...answers,
  });

/** From the first page to the answers before they are sent, for a child. */
const fillForChild = async (): Promise<void> => {
  open(`/culture/enrol/${offerId}`);
  await heading('给谁报名');
  fireEvent.click(screen.getByRole('radio', { name: '孩子，我是监护人' }));
  press('下一步');
  await heading('哪个孩子参加？');
  type('孩子的姓名', '王小红');
  type('孩子几岁', '8');
  type('监护人姓名', '王红');
  fireEvent.click(screen.getByRole('checkbox', { name: '我是监护人，同意孩子参加' }));
  press('下一步');
  await heading('怎么联系您？');
  type('手机号码', '138 0000 0001');
  fireEvent.click(screen.getByRole('checkbox', { name: /^同意把姓名和电话/ }));
  press('下一步');
  await heading('核对后提交');
};

describe('enrolling', () => {
  it('asks one thing per page, and nobody reaches a page ahead of the questions before it', async () => {
    enrolling({});
    open(`/culture/enrol/${offerId}/contact`);
    await heading('给谁报名');
    press('下一步');
    expect(await screen.findByRole('link', { name: '请选择一项' })).toBeTruthy();
    expect(screen.getByText('第 1 步，共 4 步')).toBeTruthy();
  });

  it('of a party, no more people are taken than the course allows one phone', async () => {
    enrolling({});
    open(`/culture/enrol/${offerId}`);
    await heading('给谁报名');
    fireEvent.click(screen.getByRole('radio', { name: '几个人一起，我来报' }));
    press('下一步');
    await heading('一共几个人？');
    type('联系人姓名', '王红');
    type('一共几个人', '5');
    press('下一步');
    expect(await screen.findByRole('link', { name: '请填 2 到 4 之间的整数' })).toBeTruthy();
  });

  it('says before sending that one will wait, how many wait already, and that a place is held', async () => {
    enrolling({}, { taken: 20, waiting: 7 });
    await fillForChild();
    expect(screen.getByText('名额不够，提交后先排候补')).toBeTruthy();
    expect(screen.getByText('现在空 0 个名额，候补已有 7 人。')).toBeTruthy();
    expect(screen.getByText(/给您留 12 小时/)).toBeTruthy();
  });

  it('points a clash out with its time, and enrols in spite of it only when asked again', async () => {
    let asked = 0;
    const service = enrolling({
      '/api/public/enrolments': () => {
        asked += 1;
        if (asked > 1) return json({ reference: 'YTC6WER5WR', code: 'ACEFHJKM', booking: enrolment() }, 201);
        return json({ code: 'booking.clash', status: 409, detail: `${at(5)}/${at(5)}` }, 409);
      },
    });
    await fillForChild();
    press('提交报名');
    expect(await screen.findByText('这个时间您已有别的报名', {}, { timeout: 8_000 })).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: '时间冲突也要报名' }));
    await heading('报名成功');
    expect(service.at('/api/public/enrolments').map(({ body }) => body)).toMatchObject([
      { despiteClash: false, attendee: { who: 'child', name: '王小红', age: 8, guardian: '王红' } },
      { despiteClash: true },
    ]);
    // What was typed is gone with the sending; the receipt stays for this tab.
    expect(JSON.stringify(sessionStorage)).not.toContain('王小红');
  });

  it('sent again after a lost answer, also after a reload, goes with the same key', async () => {
    const lost = (): never => {
      throw new TypeError('the connection broke');
    };
    const service = enrolling({ '/api/public/enrolments': lost });
    await fillForChild();
    press('提交报名');
    await screen.findByRole('alert', {}, { timeout: 8_000 });
    cleanup();
    open(`/culture/enrol/${offerId}/check`);
    await heading('核对后提交');
    const before = service.at('/api/public/enrolments').length;
    press('提交报名');
    await waitFor(() => expect(service.at('/api/public/enrolments').length).toBeGreaterThan(before), {
      timeout: 8_000,
    });
    const keys = new Set(service.at('/api/public/enrolments').map(({ key }) => key));
    expect(keys.size).toBe(1);
  }, 20_000);
});

describe('booking a room', () => {
  const day = at(0).slice(0, 10);
  const path = '/api/public/venues/FAWYHFMWFE/rooms/2/slots';
  const page = '/culture/venues/FAWYHFMWFE/rooms/2';

  it('offers the ends a start can have: free ones in a row, no longer than the room may be had', async () => {
    serve({ [`${path}?day=${day}`]: () => json(slots()) });
    open(page);
    await heading('哪天用、用多久？');
    expect(screen.getByText('09:00–12:00')).toBeTruthy();
    expect(optionsOf('从')).toEqual(['请选择', '09:00', '10:00', '11:00']);
    fireEvent.change(screen.getByRole('combobox', { name: '从' }), { target: { value: '09:00' } });
    expect(optionsOf('到')).toEqual(['请选择', '10:00', '11:00']);
    fireEvent.change(screen.getByRole('combobox', { name: '从' }), { target: { value: '11:00' } });
    expect(optionsOf('到')).toEqual(['请选择', '12:00']);
  });

  it('leads from a day with nothing free to the next one with something', async () => {
    const later = at(3).slice(0, 10);
    serve({
      [`${path}?day=${day}`]: () => json(slots({ slots: [], next: later })),
      [`${path}?day=${later}`]: () => json(slots({ day: later })),
    });
    open(page);
    await heading('哪天用、用多久？');
    expect(screen.getByText('这一天不开放')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^看最近有空的/ }));
    expect(await screen.findByText('09:00–12:00')).toBeTruthy();
  });

  it('says that a room is not there, or cannot be booked', async () => {
    serve({ [`${path}?day=${day}`]: () => problem('booking.room_not_bookable', 409) });
    open(page);
    expect(await screen.findByText('这个房间不能预约。', {}, { timeout: 8_000 })).toBeTruthy();
  });
});

describe('looking a booking up', () => {
  const lookUp = async (booking: object): Promise<void> => {
    serve({ '/api/public/booking-progress': () => json(booking) });
    open('/culture/booking#reference=YTC-6WE-R5WR&code=ACEFHJKM');
    await screen.findByText('YTC-6WE-R5WR', {}, { timeout: 8_000 });
  };

  it('says of a room that its venue will be closed, and why', async () => {
    await lookUp(room({ closed: { reason: '屋面维修' } }));
    expect(screen.getByText('这段时间场馆不开放')).toBeTruthy();
    expect(screen.getByText('原因：屋面维修')).toBeTruthy();
  });

  it('says on which dates of a course the venue will be closed', async () => {
    await lookUp(enrolment({ dates: [date, { ...date, no: 2, closed: { reason: '屋面维修' } }] }));
    expect(screen.getAllByText(/^这段时间场馆不开放/)).toHaveLength(1);
    expect(screen.getByText(/原因：屋面维修/)).toBeTruthy();
  });

  it('says of one whose period is over what was deleted', async () => {
    await lookUp(room({ state: 'cancelled', mayCancel: false, anonymisedAt: '2027-11-23T19:20:00.000Z' }));
    expect(await screen.findByText('保存期已过，这条记录里的个人信息已删除')).toBeTruthy();
  });

  it('says what the venue answered when it said no', async () => {
    await lookUp(room({ state: 'refused', note: '设备检修', mayCancel: false }));
    expect(screen.getByText('场馆没有同意')).toBeTruthy();
    expect(screen.getByText('说明：设备检修')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '取消预约' })).toBeNull();
  });

  it('says of each date that was cancelled or moved, why; and promises no message', async () => {
    await lookUp(
      enrolment({
        dates: [
          { ...date, calledOff: true, reason: '老师生病' },
          { ...date, no: 2, reason: '换了教室' },
        ],
      }),
    );
    expect(screen.getByText('这一次取消了：老师生病')).toBeTruthy();
    expect(screen.getByText('时间改过：换了教室')).toBeTruthy();
    expect(screen.getByText(/这里不发短信/)).toBeTruthy();
  });
});
