import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { beforeEach, describe, expect, it } from 'vitest';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { openDesk, opened, problem, reply, town, type, useService } from './admin.support.tsx';
import { at, consented, figures, help, helpRow, other } from './services.support.ts';

const service = useService();
const { routes } = servicesContract;

beforeEach(() => {
  service().signIn(['disability']);
  service().answer(routes.serviceFigures, () => reply(routes.serviceFigures, figures));
  service().answer(routes.helps, () => reply(routes.helps, { rows: [helpRow()], asOf: at }));
  service().answer(routes.readHelp, () => reply(routes.readHelp, help(), 1));
  service().answer(routes.personHistory, () => reply(routes.personHistory, { events: [], whole: true }));
  service().answer(routes.openings, () => reply(routes.openings, { openings: [] }));
});

const helpPage = `/admin/services/helps/${other}`;

describe('children’s rehabilitation', () => {
  it('lists what is going on, masked, and asks for each state apart', async () => {
    openDesk('/admin/services/helps');
    const row = (await screen.findByRole('link', { name: '李**' })).closest('tr');
    expect(row?.textContent).toMatch(/3704\*+0021 · 8 岁言语市康复中心/);
    fireEvent.click(screen.getByRole('link', { name: '已完成' }));
    await waitFor(() => expect(service().received.at(-1)?.query.get('state') ?? '').toBe('completed'));
  });

  it('is consented to by the guardian alone, who is written down', async () => {
    openDesk('/admin/services/helps/new');
    await screen.findByRole('heading', { name: '登记救助' });
    expect(screen.getByLabelText('监护人姓名')).toBeTruthy();
    expect(screen.queryByLabelText('本人')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '登记' }));
    const summary = within(await screen.findByRole('alert'));
    expect(summary.getByRole('link', { name: /康复机构/ })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
  });

  it.each([
    ['help.open_already', /这个孩子正在接受这项帮助/],
    ['help.not_a_child', /按身份证号，那天已满 18 岁/],
  ])('is refused as %s where the child was written, and what was typed stays', async (code, said) => {
    service().answer(routes.help, () => problem(code, 409));
    openDesk('/admin/services/helps/new');
    await screen.findByRole('heading', { name: '登记救助' });
    type('姓名', '李小童');
    type('身份证号或残疾人证号', '11010519491231002X');
    type('监护人姓名', '李大山');
    type('和本人的关系', '父亲');
    consented();
    fireEvent.change(screen.getByLabelText('康复项目'), { target: { value: 'speech' } });
    fireEvent.change(screen.getByLabelText('村居或镇街'), { target: { value: town } });
    type('康复机构', '市康复中心');
    type('到哪一天', '2097-01-01');
    type('预计多少元', '6000');
    fireEvent.click(screen.getByRole('button', { name: '登记' }));
    const summary = within(await screen.findByRole('alert'));
    expect(summary.getByText(said)).toBeTruthy();
    expect(screen.getByDisplayValue('市康复中心')).toBeTruthy();
    expect(service().sentBody()).toMatchObject({ kind: 'speech', amount: 600_000 });
  });
});

describe('one help', () => {
  it('shows the child and the guardian masked', async () => {
    openDesk(helpPage);
    await screen.findByRole('heading', { name: /^言语康复/ });
    expect(screen.getByText('3704**********0021')).toBeTruthy();
    expect(screen.getByText(/139\*+0002/)).toBeTruthy();
  });

  it('is completed with what came of it, which is asked for', async () => {
    service().answer(routes.completeHelp, () =>
      reply(
        routes.completeHelp,
        help({
          ...{ state: 'completed', version: 2 },
          completed: { at, by: { id: 'FAWYHFMWFE', name: '孙桂兰' }, day: '2096-11-20', outcome: 'better' },
        }),
        2,
      ),
    );
    openDesk(helpPage);
    const dialog = await opened('完成救助');
    fireEvent.click(dialog.getByRole('button', { name: '完成救助' }));
    expect(await dialog.findByRole('link', { name: /效果/ })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
    fireEvent.click(dialog.getByLabelText('有好转'));
    fireEvent.click(dialog.getByRole('button', { name: '完成救助' }));
    expect(await screen.findByText(/· 有好转/)).toBeTruthy();
    expect(service().sentBody()).toMatchObject({ outcome: 'better' });
    expect(screen.queryByRole('button', { name: '中止救助' })).toBeNull();
  });

  it('that does not fit its days is refused at the day', async () => {
    service().answer(routes.breakOffHelp, () => problem('service.day_not_possible', 422));
    openDesk(helpPage);
    const dialog = await opened('中止救助');
    fireEvent.click(dialog.getByLabelText('家里要求'));
    fireEvent.click(dialog.getByRole('button', { name: '中止救助' }));
    await waitFor(() => expect(dialog.getByLabelText('哪一天').getAttribute('aria-invalid')).toBe('true'));
  });

  it('offers the auditor nothing but to look', async () => {
    service().signIn(['auditor']);
    service().answer(routes.readHelp, () =>
      reply(routes.readHelp, help({ mayKeep: false, mayOpen: false }), 1),
    );
    openDesk(helpPage);
    await screen.findByRole('heading', { name: /^言语康复/ });
    expect(within(screen.getByRole('article')).queryAllByRole('button')).toEqual([]);
  });
});
