import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { beforeEach, describe, expect, it } from 'vitest';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { openDesk, opened, problem, reply, useService } from './admin.support.tsx';
import { at, event, figures } from './services.support.ts';

const service = useService();
const { routes } = servicesContract;

beforeEach(() => {
  service().signIn(['disability']);
  service().answer(routes.serviceFigures, () => reply(routes.serviceFigures, figures));
  service().answer(routes.events, () => reply(routes.events, { rows: [event()], asOf: at }));
});

describe('events for disabled residents', () => {
  it('say who came and what was made; one entered by mistake stays with why, and offers nothing', async () => {
    const withdrawn = { at, by: { id: 'FAWYHFMWFE', name: '孙桂兰' }, reason: '登记重复' };
    service().answer(routes.events, () =>
      reply(routes.events, {
        rows: [
          event({ takings: 320_000, works: 40 }),
          event({ event: 'JQMX7NA2TK', title: '读书会', state: 'withdrawn', withdrawn }),
        ],
        asOf: at,
      }),
    );
    openDesk('/admin/services/events');
    const first = (await screen.findByText('光明影院进社区')).closest('tr');
    expect(first?.textContent).toMatch(/服务 26 人志愿者 4 人/);
    expect(first?.textContent).toMatch(/作品 40 件 · 义卖 3,200 元/);
    const second = screen.getByText('已撤销：登记重复').closest('tr');
    expect(second && within(second).queryByRole('button')).toBeNull();
  });

  it('whose people the programme counts ask for no number of their own', async () => {
    openDesk('/admin/services/events');
    const dialog = await opened('登记活动');
    expect(dialog.getByLabelText(/服务残疾人多少人/)).toBeTruthy();
    fireEvent.input(dialog.getByLabelText(/文化活动的编号/), { target: { value: 'WNE79KX6CF' } });
    await waitFor(() => expect(dialog.queryByLabelText(/服务残疾人多少人/)).toBeNull());
  });

  it('that are no activity of the programme are refused at its number', async () => {
    service().answer(routes.recordEvent, () => problem('event.activity_unknown', 422));
    openDesk('/admin/services/events');
    const dialog = await opened('登记活动');
    fireEvent.click(dialog.getByLabelText('观影'));
    fireEvent.input(dialog.getByLabelText('名称'), { target: { value: '光明影院' } });
    fireEvent.input(dialog.getByLabelText('地点'), { target: { value: '文化服务中心' } });
    const activity = dialog.getByLabelText(/文化活动的编号/);
    fireEvent.input(activity, { target: { value: 'WNE79KX6CF' } });
    fireEvent.click(dialog.getByRole('button', { name: '登记活动' }));
    await waitFor(() => expect(activity.getAttribute('aria-invalid')).toBe('true'));
    expect(dialog.getByDisplayValue('光明影院')).toBeTruthy();
  });

  it('are withdrawn with a reason only', async () => {
    service().answer(routes.withdrawEvent, () =>
      reply(
        routes.withdrawEvent,
        event({
          ...{ state: 'withdrawn', version: 2 },
          withdrawn: { at, by: { id: 'FAWYHFMWFE', name: '孙桂兰' }, reason: '登记重复' },
        }),
        2,
      ),
    );
    openDesk('/admin/services/events');
    const dialog = await opened(/^撤销：光明影院进社区/);
    fireEvent.click(dialog.getByRole('button', { name: '撤销' }));
    expect(await dialog.findByRole('link', { name: /为什么撤销/ })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
    fireEvent.input(dialog.getByLabelText('为什么撤销'), { target: { value: '登记重复' } });
    fireEvent.click(dialog.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(service().sentBody()).toEqual({ reason: '登记重复' }));
  });

  it('are looked at year by year', async () => {
    const before = String(new Date().getFullYear() - 1);
    openDesk(`/admin/services/events?year=${before}`);
    await screen.findByText('光明影院进社区');
    const asked = service().received.filter(({ path }) => path === '/api/services/assistance-events');
    expect(asked.map(({ query }) => query.get('year'))).toEqual([before]);
  });
});
