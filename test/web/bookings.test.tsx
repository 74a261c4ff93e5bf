import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookingsContract } from '../../functions/bookings/bookings.contract.ts';
import { addDays, localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { openDesk, problem, reply, useService } from './admin.support.tsx';

const service = useService();
const { routes } = bookingsContract;

const activity = 'AFCT46E69A';
const one = 'YTC6WER5WR';
const other = 'FAWYHFMWFE';
const at = '2096-11-22T02:10:00.000Z';
/** Noon of this very day: only today can people be marked as there. */
const noon = `${localDateOf(parseInstant(new Date().toISOString()))}T04:00:00.000Z`;

const date = (change: object = {}): object => ({
  ...{ no: 1, from: noon, to: noon, place: '立新社区文化服务中心', calledOff: false, ...change },
});

const offer = (change: object = {}): object => ({
  ...{ offer: activity, activity, title: '剪纸课', state: 'open', opensAt: at, closesAt: at },
  ...{ cutoffAt: at, capacity: 20, taken: 20, waiting: 2, hasWaitingList: true, party: 4 },
  ...{ perPhone: 4, holdHours: 0, dates: [date()], asOf: at, ...change },
});

const row = (reference: string, change: object = {}): object => ({
  ...{ reference, version: 1, state: 'confirmed', number: 1, places: 1, who: 'self' },
  ...{ name: '李**', phone: '199****0831', enrolledAt: at, source: 'form', attendance: {} },
  ...change,
});

const answerRoster = (rows: readonly object[], change: object = {}): void =>
  service().answer(routes.roster, () =>
    reply(routes.roster, { offer: offer(change), rows, counts: {}, asOf: at }),
  );

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  service().signIn(['culture']);
});

describe('a roster', () => {
  it('lists whoever waits apart from whoever has a place, in the order of the line', async () => {
    answerRoster([
      row(one),
      row(other, { state: 'waiting', number: 21, name: '王**' }),
      row('X37W7C64XF', { state: 'waiting', number: 22, name: '赵**' }),
    ]);
    openDesk(`/admin/rosters/${activity}`);
    const waiting = await screen.findByRole('table', { name: '候补名单，按排队先后' });
    const names = within(waiting).getAllByRole('rowheader');
    expect(names.map(({ textContent }) => textContent)).toEqual(['王**', '赵**']);
    expect(screen.getByText('20/20')).toBeTruthy();
  });

  it('sends only the marks that were changed', async () => {
    answerRoster([row(one), row(other, { number: 2, name: '王**', attendance: { 1: true } })]);
    service().answer(routes.attendance, () =>
      reply(routes.attendance, { marks: [{ reference: one, result: 'marked' }] }),
    );
    openDesk(`/admin/rosters/${activity}`);
    const group = await screen.findByRole('group', { name: '李** 到场了吗' });
    fireEvent.click(within(group).getByRole('radio', { name: '没来' }));
    fireEvent.click(screen.getByRole('button', { name: '保存点名' }));
    await screen.findByText('已保存 1 人的到场情况');
    expect(
      service()
        .sent('POST')
        .map(({ path, body }) => [path, body]),
    ).toEqual([[`/api/rosters/${activity}.1/attendance`, { present: [], absent: [one] }]]);
  });

  it('names those whose mark could not be kept', async () => {
    answerRoster([row(one)]);
    service().answer(routes.attendance, () =>
      reply(routes.attendance, { marks: [{ reference: one, result: 'unknown' }] }),
    );
    openDesk(`/admin/rosters/${activity}`);
    fireEvent.click(await screen.findByRole('button', { name: '未记的都记为到场' }));
    fireEvent.click(screen.getByRole('button', { name: '保存点名' }));
    expect(await screen.findByText('这些没有记上，请再试：李**')).toBeTruthy();
  });

  it('cannot be marked on another day than that of the session', async () => {
    answerRoster([row(one)], { dates: [date({ from: at, to: at })] });
    openDesk(`/admin/rosters/${activity}`);
    expect(await screen.findByText('未记')).toBeTruthy();
    expect(screen.queryByRole('radio', { name: '到场' })).toBeNull();
  });

  it('of tomorrow says that nobody is reminded but by a call', async () => {
    const tomorrow = `${addDays(localDateOf(parseInstant(noon)), 1)}T04:00:00.000Z`;
    answerRoster([row(one)], { dates: [date({ from: tomorrow, to: tomorrow })] });
    openDesk(`/admin/rosters/${activity}`);
    expect(await screen.findByText('明天就是这一场')).toBeTruthy();
  });

  it('offers an inspector neither check-in nor enrolling', async () => {
    service().signIn(['inspector']);
    answerRoster([row(one)]);
    openDesk(`/admin/rosters/${activity}`);
    await screen.findByText('未记');
    expect(screen.queryByRole('link', { name: '代人报名' })).toBeNull();
    expect(screen.queryByRole('link', { name: '签到' })).toBeNull();
  });
});

describe('checking in', () => {
  const checkedIn = (already: boolean): object => ({
    ...{ reference: one, version: 2, title: '剪纸课', name: '李**', who: 'self', places: 2, at, already },
  });
  const checkIn = async (text: string): Promise<void> => {
    openDesk(`/admin/check-in/${activity}.1`);
    fireEvent.input(await screen.findByLabelText('票上的编号'), { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: '签到' }));
  };

  beforeEach(() => {
    answerRoster([]);
    // The places are the whole activity's: no single session is enrolled for.
    service().answer(routes.roster, ({ path }) =>
      path.endsWith('.1')
        ? problem('booking.offer_unknown', 404)
        : reply(routes.roster, { offer: offer(), rows: [], counts: {}, asOf: at }),
    );
  });

  it('says whom to let in, and for how many people', async () => {
    service().answer(routes.checkIn, () => reply(routes.checkIn, checkedIn(false)));
    await checkIn('ytc-6we-r5wr');
    expect(await screen.findByText('可以进场')).toBeTruthy();
    expect(screen.getByText('李** · 本人 · 2 人')).toBeTruthy();
    expect(service().sent('POST')[0]?.body).toEqual({
      ...{ by: 'reference', session: `${activity}.1`, reference: one },
    });
  });

  it('takes the text of a ticket for a ticket', async () => {
    service().answer(routes.checkIn, () => problem('booking.ticket_invalid', 422));
    await checkIn(`HM1.${one}.0123456789abcdef`);
    expect(await screen.findByText('这不是我们的票，或者被改过。')).toBeTruthy();
    expect(service().sent('POST')[0]?.body).toMatchObject({ by: 'ticket' });
  });

  it('says that somebody came in before', async () => {
    service().answer(routes.checkIn, () => reply(routes.checkIn, checkedIn(true)));
    await checkIn(one);
    expect(await screen.findByText('先前已经签到')).toBeTruthy();
  });

  it('says what a ticket for another session is for', async () => {
    const current = { offer: other, title: '合唱', from: at };
    service().answer(routes.checkIn, () => problem('booking.other_session', 409, { current }));
    await checkIn(one);
    expect(await screen.findByText(/这张票是“合唱”的/)).toBeTruthy();
  });

  it('sends nothing for a reference with a wrong letter', async () => {
    await checkIn('YTC6WER5WA');
    expect(await screen.findByText('编号不完整，或有一个字不对')).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
  });
});

describe('enrolling somebody at the counter', () => {
  const fill = (label: RegExp, value: string): void => {
    fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });
  };

  it('asks whether to enrol despite a clash before it does so', async () => {
    answerRoster([]);
    service().answer(routes.enrol, () => problem('booking.clash', 409));
    openDesk(`/admin/rosters/${activity}/enrol`);
    await screen.findByRole('heading', { name: '代人报名' });
    expect(screen.queryByLabelText('时间冲突也报名')).toBeNull();
    fill(/^姓名/, '李秀英');
    fill(/^电话/, '19900000831');
    fireEvent.click(screen.getByLabelText(/本人同意/));
    fireEvent.click(screen.getByRole('button', { name: '报名' }));
    fireEvent.click(await screen.findByLabelText('时间冲突也报名'));
    fireEvent.click(screen.getByRole('button', { name: '报名' }));
    await waitFor(() => expect(service().sent('POST')).toHaveLength(2));
    expect(
      service()
        .sent('POST')
        .map(({ body }) => Reflect.get(Object(body), 'despiteClash')),
    ).toEqual([undefined, true]);
  });

  it('asks for the guardian of a child, and for their consent', async () => {
    answerRoster([]);
    openDesk(`/admin/rosters/${activity}/enrol`);
    fireEvent.click(await screen.findByLabelText('孩子，由监护人报名'));
    fill(/^孩子姓名/, '小明');
    fireEvent.click(screen.getByRole('button', { name: '报名' }));
    expect(await screen.findByRole('link', { name: /^监护人姓名/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /^监护人同意孩子参加/ })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
  });
});

describe('a call list', () => {
  it('is opened for a reason, for tomorrow unless another day is chosen, and says whose people are not on it', async () => {
    const venue = 'X37W7C64XF';
    const session = { from: noon, to: noon, organiser: '立新社区' };
    service().answer(routes.callList, () =>
      reply(routes.callList, {
        ...{ venueName: '立新社区文化服务中心', day: '2096-11-23', asOf: at },
        sessions: [
          {
            ...{ ...session, session: `${activity}.1`, title: '剪纸课', enrolled: true },
            people: [{ reference: one, places: 2, name: '李小明', phone: '13700000831', guardian: '李大明' }],
          },
          {
            ...{ ...session, session: `${other}.1`, title: '全区公开课', enrolled: true },
            organiser: '区文化馆',
          },
        ],
      }),
    );
    openDesk(`/admin/call-list?venue=${venue}`);
    const open = await screen.findByRole('button', { name: '打开名单' });
    fireEvent.click(open);
    expect((await screen.findAllByText(/为什么要看/)).length).toBeGreaterThan(1);
    expect(service().sent('POST')).toEqual([]);
    fireEvent.input(screen.getByLabelText(/^为什么要看/), { target: { value: '停电改期' } });
    fireEvent.click(open);
    const phone = await screen.findByRole('link', { name: '13700000831' });
    expect(phone.getAttribute('href')).toBe('tel:13700000831');
    const tomorrow = addDays(localDateOf(parseInstant(new Date().toISOString())), 1);
    expect(service().sent('POST')[0]?.body).toEqual({ venue, day: tomorrow, reason: '停电改期' });
    expect(screen.getByText('由区文化馆通知，名单不在您的范围里。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '打印' })).toBeTruthy();
  });
});

describe('requests for rooms', () => {
  it('say which of them fall into a closure announced since, and why', async () => {
    const asked = (reference: string, change: object = {}): object => ({
      ...{ reference, version: 1, state: 'requested', venue: activity, venueName: '立新社区文化服务中心' },
      ...{ room: 1, roomName: '排练厅', day: '2096-11-30', from: '09:00', to: '10:00' },
      ...{
        startsAt: noon,
        endsAt: noon,
        purpose: '合唱排练',
        people: 12,
        name: '吴**',
        phone: '136****0001',
      },
      ...{ source: 'form', requestedAt: at, ...change },
    });
    service().answer(routes.roomRequests, () =>
      reply(routes.roomRequests, {
        rows: [asked(one, { closed: { reason: '屋面维修' } }), asked(other, { purpose: '读书会' })],
        asOf: at,
      }),
    );
    openDesk('/admin/room-requests');
    const closed = (await screen.findByText('合唱排练')).closest('tr');
    expect(closed?.textContent).toContain('场馆不开放 屋面维修');
    expect(screen.getByText('读书会').closest('tr')?.textContent).not.toContain('不开放');
  });
});
