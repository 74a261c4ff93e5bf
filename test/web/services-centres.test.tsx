import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { beforeEach, describe, expect, it } from 'vitest';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { openDesk, opened, problem, reply, type, useService } from './admin.support.tsx';
import {
  at,
  attendance,
  centre,
  centreRow,
  consented,
  figures,
  memberRow,
  membership,
  other,
  reference,
} from './services.support.ts';

const service = useService();
const { routes } = servicesContract;

beforeEach(() => {
  service().signIn(['disability']);
  const whole = { events: [], whole: true };
  service().answer(routes.serviceFigures, () =>
    reply(routes.serviceFigures, { ...figures, now: { centres: 8, capacity: 120, members: 106, lent: 0 } }),
  );
  service().answer(routes.centres, () => reply(routes.centres, { rows: [centreRow()], asOf: at }));
  service().answer(routes.readCentre, () => reply(routes.readCentre, centre(), 2));
  service().answer(routes.members, () => reply(routes.members, { rows: [memberRow()], asOf: at }));
  service().answer(routes.attendanceDays, () => reply(routes.attendanceDays, { rows: [], asOf: at }));
  service().answer(routes.readMembership, () => reply(routes.readMembership, membership(), 1));
  service().answer(routes.thingHistory, () => reply(routes.thingHistory, whole));
  service().answer(routes.personHistory, () => reply(routes.personHistory, whole));
  service().answer(routes.openings, () => reply(routes.openings, { openings: [] }));
});

const centrePage = `/admin/services/centres/${reference}`;

describe('the day centres', () => {
  it('say of each how full it is, and which one is closed', async () => {
    service().answer(routes.centres, () =>
      reply(routes.centres, {
        rows: [centreRow(), centreRow({ centre: other, state: 'closed', name: '旧家园', members: 0 })],
        asOf: at,
      }),
    );
    openDesk('/admin/services/centres');
    const rowOf = (name: string) => screen.getByRole('link', { name }).closest('tr')?.textContent;
    await screen.findByRole('link', { name: '永安如康家园' });
    expect(rowOf('永安如康家园')).toMatch(/12 \/ 15开办/);
    expect(rowOf('旧家园')).toMatch(/0 \/ 15已停办/);
    expect((await screen.findByText('现在在园')).nextElementSibling?.textContent).toBe('106');
  });

  it('name nobody to an administrator, who sees the days alone', async () => {
    service().signIn(['admin']);
    openDesk(centrePage);
    await screen.findByRole('heading', { name: '永安如康家园' });
    expect(screen.queryByRole('link', { name: '在园的人' })).toBeNull();
    expect(screen.queryByText('王**')).toBeNull();
    await screen.findByText('还没有提交过考勤');
    expect(service().received.some(({ path }) => path.endsWith('/members'))).toBe(false);
  });

  it('that have members are not closed', async () => {
    openDesk(centrePage);
    await screen.findByRole('button', { name: '改名额' });
    expect(screen.queryByRole('button', { name: '停办' })).toBeNull();
  });

  it('that are empty are closed with the reason; somebody who joined meanwhile is said', async () => {
    service().answer(routes.readCentre, () => reply(routes.readCentre, centre({ members: 0 }), 2));
    service().answer(routes.closeCentre, () => problem('centre.has_members', 409));
    openDesk(centrePage);
    const dialog = await opened('停办');
    fireEvent.input(dialog.getByLabelText('为什么'), { target: { value: '合并到东村' } });
    fireEvent.click(dialog.getByRole('button', { name: '停办' }));
    expect(await dialog.findByText('这个机构里还有人。')).toBeTruthy();
    expect(service().sentBody()).toEqual({ reason: '合并到东村' });
  });

  it('never have fewer places than members: the refusal stands at the number', async () => {
    service().answer(routes.centreCapacity, () => problem('centre.too_small', 409));
    openDesk(centrePage);
    const dialog = await opened('改名额');
    fireEvent.input(dialog.getByLabelText('名额'), { target: { value: '3' } });
    fireEvent.input(dialog.getByLabelText('为什么'), { target: { value: '房间少了' } });
    fireEvent.click(dialog.getByRole('button', { name: '改名额' }));
    await waitFor(() => expect(dialog.getByLabelText('名额').getAttribute('aria-invalid')).toBe('true'));
    expect(dialog.getAllByText('现有的人比这个数多。').length).toBeGreaterThan(0);
    expect(dialog.getByDisplayValue('房间少了')).toBeTruthy();
    expect(service().sentBody()).toEqual({ capacity: 3, reason: '房间少了' });
  });
});

describe('a member', () => {
  it('who belongs to another centre is refused at the person, and what was typed stays', async () => {
    service().answer(routes.join, () => problem('member.elsewhere', 409));
    openDesk(`${centrePage}/new`);
    await screen.findByRole('heading', { name: '加入永安如康家园' });
    type('姓名', '王小一');
    type('身份证号或残疾人证号', '11010519491231002X');
    consented();
    fireEvent.click(screen.getByRole('button', { name: '加入' }));
    const summary = await screen.findByRole('alert');
    expect(within(summary).getByText(/这个人已经在一个机构里/)).toBeTruthy();
    expect(screen.getByDisplayValue('王小一')).toBeTruthy();
  });

  it('is shown masked; the name is opened with a reason and forgotten with the dialog', async () => {
    service().answer(routes.openPerson, () =>
      reply(routes.openPerson, { name: '王小一', number: '11010519491231002X', phone: '13800000001' }),
    );
    openDesk(`/admin/services/members/${other}`);
    await screen.findByText('王**');
    const dialog = await opened('看姓名和电话');
    fireEvent.input(dialog.getByLabelText('为什么要看'), { target: { value: '约来园' } });
    fireEvent.click(dialog.getByRole('button', { name: '看姓名和电话' }));
    expect(await screen.findByText('王小一')).toBeTruthy();
    expect(service().sentBody()).toEqual({ reason: '约来园' });
    fireEvent.click(screen.getByRole('button', { name: '看完了，关上' }));
    await waitFor(() => expect(screen.queryByText('王小一')).toBeNull());
  });

  it('leaves with a day and why; who has left is only looked at', async () => {
    openDesk(`/admin/services/members/${other}`);
    const dialog = await opened('离开');
    fireEvent.click(dialog.getByRole('button', { name: '离开' }));
    expect(await dialog.findByRole('link', { name: /为什么离开/ })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
    const left = {
      state: 'left',
      left: { at, by: { id: 'FAWYHFMWFE', name: '孙桂兰' }, day: '2096-11-22', reason: 'employed' },
    };
    service().answer(routes.leave, () => reply(routes.leave, membership({ ...left, version: 2 }), 2));
    service().answer(routes.readMembership, () => reply(routes.readMembership, membership(left), 2));
    fireEvent.click(dialog.getByLabelText('就业了'));
    fireEvent.click(dialog.getByRole('button', { name: '离开' }));
    expect(await screen.findByText(/· 就业了/)).toBeTruthy();
    expect(service().sentBody()['reason']).toBe('employed');
    expect(screen.queryByRole('button', { name: '离开' })).toBeNull();
  });
});

describe('a day at a centre', () => {
  it('that was handed in already is refused at the day, with the ticks kept', async () => {
    service().answer(routes.handInAttendance, () => problem('attendance.exists', 409));
    openDesk(`${centrePage}/attendance`);
    fireEvent.click(await screen.findByRole('button', { name: '全都来了' }));
    fireEvent.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(screen.getByLabelText('哪一天').getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getAllByText(/这一天已经交过/).length).toBeGreaterThan(0);
    expect(service().sentBody()['present']).toEqual([other]);
    expect(screen.getByRole('checkbox', { name: /王/, checked: true })).toBeTruthy();
  });

  it('corrected keeps who has left since as they were handed in', async () => {
    const gone = reference;
    service().answer(routes.readAttendance, () =>
      reply(routes.readAttendance, attendance({ present: [other, gone] }), 1),
    );
    service().answer(routes.correctAttendance, () =>
      reply(routes.correctAttendance, attendance({ present: [gone], version: 2 }), 2),
    );
    openDesk(`${centrePage}/attendance?day=2096-11-22`);
    expect(await screen.findByText('已离开的 1 人')).toBeTruthy();
    const dialog = await opened('更正考勤');
    fireEvent.click(dialog.getByRole('button', { name: '都没来' }));
    fireEvent.input(dialog.getByLabelText('为什么'), { target: { value: '记错了' } });
    fireEvent.click(dialog.getByRole('button', { name: '更正考勤' }));
    await waitFor(() => expect(service().sentBody()).toEqual({ present: [gone], reason: '记错了' }));
  });
});
