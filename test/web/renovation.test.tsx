import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { beforeEach, describe, expect, it } from 'vitest';
import { renovationContract } from '../../functions/renovation/renovation.contract.ts';
import { openDesk, problem, reply, useService } from './admin.support.tsx';
import { at, funds, reference, row, standing, worked } from './renovation.support.ts';

const service = useService();
const { routes } = renovationContract;

const answerCase = (change: object): void =>
  service().answer(routes.read, () => reply(routes.read, standing(change), 4));

beforeEach(() => {
  service().signIn(['disability'], { scope: '370402' });
  service().answer(routes.history, () => reply(routes.history, { events: [], whole: true }));
  service().answer(routes.figures, () =>
    reply(routes.figures, { months: {}, now: { open: 3, overdue: 1, queued: 2 }, asOf: at }),
  );
  service().answer(routes.list, () => reply(routes.list, { rows: [row()], asOf: at }));
  service().answer(routes.funds, () => reply(routes.funds, funds()));
});

describe('the ledger of applications', () => {
  it('shows what is open by name masked, and asks for the step the address names', async () => {
    openDesk('/admin/renovations?list=agreed');
    const table = await screen.findByRole('table');
    expect(within(table).getByText('王**')).toBeTruthy();
    expect(within(table).getByText('2,980 元')).toBeTruthy();
    const asked = service().received.filter(({ path }) => path === '/api/renovations');
    expect(asked.map(({ query }) => query.get('list'))).toEqual(['agreed']);
  });

  it('says from which day somebody is to be asked how it is', async () => {
    const paid = row({ state: 'paid', dueAt: undefined, followUpOn: '2096-11-20' });
    service().answer(routes.list, () => reply(routes.list, { rows: [paid], asOf: at }));
    openDesk('/admin/renovations?list=follow-ups');
    expect(await screen.findByText(/^2096年11月20日（.+）起$/)).toBeTruthy();
  });

  it('offers to write one down only to whoever may', async () => {
    service().signIn(['auditor'], { scope: '370402' });
    openDesk('/admin/renovations');
    await screen.findByRole('table');
    expect(screen.queryByRole('link', { name: '代为登记' })).toBeNull();
  });
});

describe('an application', () => {
  it('offers what the service allows now and nothing else', async () => {
    answerCase({ actions: ['approval', 'disclosure'] });
    openDesk(`/admin/renovations/${reference}`);
    const offered = await screen.findByRole('region', { name: '现在可以办的' });
    expect(
      within(offered)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['批准', '查看申请人信息']);
  });

  it('says before it is approved what is left of money and homes', async () => {
    answerCase({ actions: ['approval'] });
    openDesk(`/admin/renovations/${reference}`);
    fireEvent.click(await screen.findByRole('button', { name: '批准' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('24,040 元')).toBeTruthy();
    expect(within(dialog).getByText('298')).toBeTruthy();
    expect(within(dialog).getByText(/资金和户数都够/)).toBeTruthy();
  });

  it.each([
    ['资金不够', { left: 100_000 }, {}],
    ['户数已满', {}, { left: 0 }],
    ['镇街还有人排队', { waiting: 2 }, {}],
  ])('that does not fit says so before: %s', async (said, townChange, districtChange) => {
    service().answer(routes.funds, () => reply(routes.funds, funds(townChange, districtChange)));
    answerCase({ actions: ['approval'] });
    openDesk(`/admin/renovations/${reference}`);
    fireEvent.click(await screen.findByRole('button', { name: '批准' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(new RegExp(`${said}：按下批准，这户进入排队`))).toBeTruthy();
  });

  it('says afterwards when it was not approved but waits', async () => {
    answerCase({ actions: ['approval'] });
    const queue = { year: 2096, town: '370402/370402103', rank: '0', because: 'homes', since: at };
    service().answer(routes.approval, () =>
      reply(routes.approval, standing({ version: 5, state: 'queued', queue, position: 3, actions: [] }), 5),
    );
    openDesk(`/admin/renovations/${reference}`);
    fireEvent.click(await screen.findByRole('button', { name: '批准' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '批准' }));
    expect(await screen.findByText('没有批准成：户数已满。已进入排队。')).toBeTruthy();
    expect(service().sent('POST').at(-1)?.headers.get('if-match')).toBe('"4"');
    expect(await screen.findByText(/永安镇排队第 3 位/)).toBeTruthy();
  });

  it('whose earlier step somebody did is not decided by them, and the dialog says why', async () => {
    answerCase({ actions: ['approval'] });
    service().answer(routes.approval, () => problem('renovation.decided_before', 403));
    openDesk(`/admin/renovations/${reference}`);
    fireEvent.click(await screen.findByRole('button', { name: '批准' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '批准' }));
    expect(await within(dialog).findByText(/这一步要由别人办/)).toBeTruthy();
  });

  it('opens who applies only with a reason, and forgets it with the dialog', async () => {
    answerCase({ actions: ['disclosure'] });
    service().answer(routes.disclosure, () =>
      reply(routes.disclosure, {
        applicant: { name: '王小一', phone: '13800000001', certificate: '37040219620301001242' },
        address: { text: '幸福路', building: '1' },
        objectors: [],
      }),
    );
    openDesk(`/admin/renovations/${reference}`);
    fireEvent.click(await screen.findByRole('button', { name: '查看申请人信息' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '查看申请人信息' }));
    expect(await within(dialog).findByRole('link', { name: /为什么要看/ })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
    fireEvent.input(within(dialog).getByLabelText('为什么要看'), { target: { value: '约入户时间' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '查看申请人信息' }));
    expect(await screen.findByText('王小一')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '看完了，合上' }));
    await waitFor(() => expect(screen.queryByText('王小一')).toBeNull());
  });
});

describe('a plan', () => {
  const open = async (): Promise<HTMLElement> => {
    answerCase({ state: 'feasible', plan: undefined, agreement: undefined, actions: ['plan'] });
    openDesk(`/admin/renovations/${reference}`);
    fireEvent.click(await screen.findByRole('button', { name: '做方案' }));
    return screen.findByRole('dialog');
  };
  const count = (dialog: HTMLElement, item: RegExp, n: string): boolean =>
    fireEvent.input(within(dialog).getByLabelText(item), { target: { value: n } });

  it('adds up as it is typed, and says when it is over the ceiling', async () => {
    const dialog = await open();
    await within(dialog).findByLabelText(/厕所改造/);
    count(dialog, /厕所改造/, '1');
    count(dialog, /扶手/, '４');
    expect(within(dialog).getByText('合计 2,980 元，每户上限 6,000 元')).toBeTruthy();
    count(dialog, /扶手/, '20');
    count(dialog, /厕所改造/, '2');
    expect(within(dialog).getByText(/数量超过了价目里每户的上限/)).toBeTruthy();
  });

  it('sends what was counted, each item once', async () => {
    const dialog = await open();
    await within(dialog).findByLabelText(/厕所改造/);
    count(dialog, /扶手/, '4');
    service().answer(routes.plan, () => reply(routes.plan, standing({ version: 5 }), 5));
    fireEvent.click(within(dialog).getByRole('button', { name: '做方案' }));
    await waitFor(() => expect(service().sent('POST')).toHaveLength(1));
    expect(service().sentBody()['lines']).toEqual([{ item: 'handrails', quantity: 4 }]);
  });

  it('without any item is told at its first, and nothing is sent', async () => {
    const dialog = await open();
    await within(dialog).findByLabelText(/厕所改造/);
    fireEvent.click(within(dialog).getByRole('button', { name: '做方案' }));
    expect(await within(dialog).findByRole('link', { name: /请填写这一项/ })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
  });
});

describe('works', () => {
  it('show a contractor what was planned, what was built, and who has not signed', async () => {
    service().signIn(['contractor'], { scope: '370402', staffId: worked.job.contractor.id });
    answerCase({ ...worked, state: 'finished', actions: ['signature'] });
    openDesk(`/admin/renovations/${reference}`);
    expect(await screen.findByRole('heading', { name: '验收签字' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '验收签字' }));
    const dialog = await screen.findByRole('dialog');
    // Their own side and no other.
    expect(
      within(dialog)
        .getAllByRole('radio')
        .map((each) => each.getAttribute('value')),
    ).toEqual(['contractor']);
    // What funds there are is not theirs to ask.
    expect(service().received.some(({ path }) => path === '/api/renovation-funds')).toBe(false);
  });

  it('are asked for the way the applicant said it only when an officer signs for them', async () => {
    answerCase({ ...worked, state: 'finished', actions: ['signature'] });
    openDesk(`/admin/renovations/${reference}`);
    fireEvent.click(await screen.findByRole('button', { name: '验收签字' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('radio', { name: '残联' }));
    expect(within(dialog).queryByLabelText('怎么表示的')).toBeNull();
    fireEvent.click(within(dialog).getByRole('radio', { name: '申请人' }));
    expect(await within(dialog).findByLabelText('怎么表示的')).toBeTruthy();
  });
});

describe('an assessment', () => {
  it('has every item that is wanted answered, and more can be added', async () => {
    answerCase({ state: 'reviewed', assessment: undefined, actions: ['assessment'] });
    openDesk(`/admin/renovations/${reference}/assessment`);
    await screen.findByRole('heading', { name: /入户评估/ });
    fireEvent.change(screen.getByLabelText(/再加一个项目/), { target: { value: 'ramp' } });
    expect(await screen.findByRole('group', { name: '门口坡道' })).toBeTruthy();
    fireEvent.input(screen.getByLabelText(/本人能做什么/), { target: { value: '不能站立' } });
    fireEvent.input(screen.getByLabelText(/家里是什么样/), { target: { value: '平房' } });
    for (const yes of screen.getAllByRole('radio', { name: '需要' })) fireEvent.click(yes);
    for (const why of screen.getAllByLabelText('理由')) {
      fireEvent.input(why, { target: { value: '看过' } });
    }
    service().answer(routes.assessment, () => reply(routes.assessment, standing({ version: 5 }), 5));
    fireEvent.click(screen.getByRole('button', { name: '记录评估' }));
    await waitFor(() => expect(service().sent('POST')).toHaveLength(1));
    expect(service().sentBody()['items']).toEqual(
      ['toilet', 'handrails', 'ramp'].map((item) => ({ item, needed: true, why: '看过' })),
    );
  });

  it('not given to the caller cannot be recorded', async () => {
    answerCase({ state: 'reviewed', assessment: undefined, actions: [] });
    openDesk(`/admin/renovations/${reference}/assessment`);
    expect(await screen.findByText(/现在不能记录评估/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '记录评估' })).toBeNull();
  });
});

describe('writing an application down', () => {
  it('says what a certificate says while it is typed, and what is wrong with it', async () => {
    openDesk('/admin/renovations/new');
    const number = await screen.findByLabelText(/残疾人证号/);
    fireEvent.input(number, { target: { value: '37040219620301001' } });
    expect(screen.queryByText(/肢体残疾/)).toBeNull();
    fireEvent.input(number, { target: { value: '370402196203010019' } });
    expect(await screen.findByText(/身份证号/, { selector: '.field-error span' })).toBeTruthy();
  });

  it('asks for the two consents apart and sends nothing without them', async () => {
    openDesk('/admin/renovations/new');
    fireEvent.click(await screen.findByRole('button', { name: '登记' }));
    await screen.findByRole('link', { name: /谁替残疾人申请/ });
    expect(screen.getAllByText(/需要对方同意/).length).toBeGreaterThanOrEqual(2);
    expect(service().sent('POST')).toEqual([]);
  });
});

describe('the year’s money and homes', () => {
  it('stand with what is left, and are changed only by the district', async () => {
    openDesk('/admin/renovation-funds?year=2096');
    expect(await screen.findByText('还剩 298 户，共 300 户')).toBeTruthy();
    expect(screen.getByText('24,040 元')).toBeTruthy();
    expect(screen.getByRole('button', { name: '修改：永安镇' })).toBeTruthy();
  });

  it('are not changed by a town', async () => {
    service().signIn(['disability'], { scope: '370402/370402103' });
    openDesk('/admin/renovation-funds?year=2096');
    await screen.findByText('还剩 298 户，共 300 户');
    expect(screen.queryByRole('button', { name: /修改/ })).toBeNull();
  });

  it('are changed in yuan, with a reason, on the version that is shown', async () => {
    openDesk('/admin/renovation-funds?year=2096');
    fireEvent.click(await screen.findByRole('button', { name: '修改：永安镇' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByLabelText('资金（元）'), { target: { value: '40,000.50' } });
    fireEvent.input(within(dialog).getByLabelText(/为什么改/), { target: { value: '追加' } });
    service().answer(routes.changeFund, () => reply(routes.changeFund, funds().funds[1], 2));
    fireEvent.click(within(dialog).getByRole('button', { name: '修改' }));
    await waitFor(() => expect(service().sent('POST')).toHaveLength(1));
    expect(service().sentBody()).toEqual({
      ...{ fund: { kind: 'town', amount: 4_000_050, ceiling: 600_000 }, reason: '追加' },
    });
  });
});
