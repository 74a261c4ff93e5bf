import { fireEvent, screen, within } from '@solidjs/testing-library';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { calendarContract } from '../../functions/calendar/calendar.contract.ts';
import { addDays, dayOfWeek, localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { programmeContract } from '../../functions/programme/programme.contract.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { openDesk, reply, session, town, useService } from './admin.support.tsx';

const service = useService();
const { routes } = programmeContract;

const activity = 'AFCT46E69A';
const at = '2096-11-22T02:10:00.000Z';
const today = localDateOf(parseInstant(new Date().toISOString()));
const monday = addDays(today, 8 - dayOfWeek(today));
const holiday = addDays(monday, 7);
const officer = { id: 'FAWYHFMWFE', name: '宋文静' };

const planned = (no: number, from: string, to: string): object => ({
  ...{ no, state: 'planned', from, to, place: '立新社区文化服务中心' },
});

const view = (change: object = {}): object => ({
  ...{ activity, version: 2, mayKeep: true, state: 'draft', category: 'course', level: 'town' },
  ...{ title: '剪纸课', summary: '带走自己的作品。', audience: { who: 'everyone' } },
  ...{ organiser: { path: town, name: '永安镇' }, node: town, villages: [], lastNo: 2 },
  ...{ photos: [], enrolment: { per: 'none' }, createdAt: at, createdBy: officer },
  sessions: [
    planned(2, '2096-12-02T11:00:00.000Z', '2096-12-02T12:30:00.000Z'),
    planned(1, '2096-12-01T11:00:00.000Z', '2096-12-01T12:30:00.000Z'),
  ],
  ...change,
});

const answerView = (change: object = {}): void =>
  service().answer(routes.read, () => reply(routes.read, view(change), 2));

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  const who = { ...session, roles: ['culture'], scope: town };
  service().answer(accessContract.routes.whoAmI, () => reply(accessContract.routes.whoAmI, who));
  service().answer(venuesContract.routes.list, () =>
    reply(venuesContract.routes.list, { rows: [], asOf: at }),
  );
  service().answer(calendarContract.routes.read, () =>
    reply(calendarContract.routes.read, {
      ...{ loaded: true, year: 2090, revision: 1, version: '2090@1', source: '通知', loadedAt: at },
      ...{ holidays: [{ date: holiday, name: '国庆节' }], makeUpDays: [] },
    }),
  );
});

describe('the programme', () => {
  const row = (id: string, change: object): object => ({
    ...{ activity: id, version: 1, state: 'published', category: 'film', level: 'town', title: '放映' },
    ...{ audience: { who: 'everyone' }, organiser: { path: town, name: '永安镇' }, node: town },
    ...{ per: 'none', sessions: 1, held: 0, people: 0, createdAt: at, ...change },
  });

  it('shows of a page what has the state and the category in the address', async () => {
    service().answer(routes.list, () =>
      reply(routes.list, {
        rows: [
          row(activity, { title: '广场电影' }),
          row('YTC6WER5WR', { title: '草稿电影', state: 'draft' }),
          row('FAWYHFMWFE', { title: '合唱课', category: 'course' }),
        ],
        asOf: at,
      }),
    );
    openDesk('/admin/activities?state=published&category=film');
    expect(await screen.findByRole('link', { name: '广场电影' })).toBeTruthy();
    expect(screen.queryByText('草稿电影')).toBeNull();
    expect(screen.queryByText('合唱课')).toBeNull();
  });
});

describe('an activity', () => {
  it('lists its dates by time, whatever their numbers', async () => {
    answerView();
    openDesk(`/admin/activities/${activity}`);
    const table = await screen.findByRole('table', { name: '场次，按时间' });
    const numbers = within(table).getAllByRole('rowheader');
    expect(numbers.map(({ textContent }) => textContent)).toEqual(['第 1 场', '第 2 场']);
  });

  it('leads to the roster of each date only where people enrol', async () => {
    answerView();
    openDesk(`/admin/activities/${activity}`);
    await screen.findByRole('table', { name: '场次，按时间' });
    expect(screen.queryByRole('link', { name: /^报名名单/ })).toBeNull();
  });

  it('cancels one date with the reason residents will read', async () => {
    answerView();
    service().answer(routes.cancelSession, () => reply(routes.cancelSession, view({ version: 3 }), 3));
    openDesk(`/admin/activities/${activity}`);
    fireEvent.click(await screen.findByRole('button', { name: '取消这一场：第 1 场' }));
    const dialog = screen.getByRole('dialog', { name: '取消第 1 场' });
    fireEvent.input(within(dialog).getByLabelText(/^原因/), { target: { value: '老师生病' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '取消这一场' }));
    await screen.findByText('这一场已取消');
    const [sent] = service().sent('POST');
    expect([sent?.path, sent?.body, sent?.headers.get('if-match')]).toEqual([
      `/api/activities/${activity}/sessions/1/cancellation`,
      { reason: '老师生病' },
      '"2"',
    ]);
  });

  it('loses a photo that is taken off, and says so to the service', async () => {
    const [first, second] = ['a1'.repeat(16), 'b2'.repeat(16)];
    answerView({ photos: [first, second] });
    service().answer(routes.photos, () => reply(routes.photos, view({ version: 3, photos: [second] }), 3));
    openDesk(`/admin/activities/${activity}`);
    fireEvent.click(await screen.findByRole('button', { name: '更换照片' }));
    const dialog = screen.getByRole('dialog', { name: '更换照片' });
    fireEvent.click(within(dialog).getByRole('button', { name: '删除第 1 张照片' }));
    fireEvent.click(within(dialog).getByRole('button', { name: '更换照片' }));
    await screen.findByText('照片已保存');
    expect(service().sent('POST')[0]?.body).toEqual({ photos: [second] });
  });

  it('offers nothing to change to whoever may only read', async () => {
    answerView({ mayKeep: false });
    openDesk(`/admin/activities/${activity}`);
    await screen.findByRole('table', { name: '场次，按时间' });
    expect(screen.queryByRole('button', { name: '发布' })).toBeNull();
    expect(screen.queryByRole('link', { name: '安排时间' })).toBeNull();
  });
});

describe('dates by a rule', () => {
  const write = (label: RegExp, value: string): void => {
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  };

  it('are shown before they are added, holidays left out', async () => {
    answerView();
    openDesk(`/admin/activities/${activity}/dates`);
    await screen.findByRole('heading', { name: '安排时间' });
    // Three Mondays, the second one a holiday.
    write(/^从哪天起/, monday);
    write(/^到哪天止/, addDays(monday, 14));
    fireEvent.click(screen.getByLabelText('星期一'));
    write(/^开始/, '19:00');
    write(/^结束/, '20:30');
    expect(await screen.findByText(/^一共 2 场/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('放假的日子不排'));
    expect(await screen.findByText(/^一共 3 场/)).toBeTruthy();
  });

  it('need a day of the week, which is said at its field before anything is sent', async () => {
    answerView();
    openDesk(`/admin/activities/${activity}/dates`);
    fireEvent.click(await screen.findByRole('button', { name: '添加这些场次' }));
    expect(await screen.findByRole('link', { name: '星期几：请填写这一项' })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
  });
});
