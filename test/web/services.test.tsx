import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { beforeEach, describe, expect, it } from 'vitest';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { openDesk, problem, reply, type, useService } from './admin.support.tsx';
import {
  at,
  batch,
  figures,
  loan,
  loanRow,
  other,
  receipt,
  receiptRow,
  reference,
  stock,
  stockRow,
} from './services.support.ts';

const service = useService();
const { routes } = servicesContract;

const consentAsked = () => {
  fireEvent.click(screen.getByLabelText(/同意记下姓名/));
  fireEvent.click(screen.getByLabelText(/另外同意/));
};

beforeEach(() => {
  service().signIn(['disability']);
  const whole = { events: [], whole: true };
  service().answer(routes.serviceFigures, () => reply(routes.serviceFigures, figures));
  service().answer(routes.stocks, () => reply(routes.stocks, { rows: [stockRow()], asOf: at }));
  service().answer(routes.readStock, () => reply(routes.readStock, stock(), 3));
  service().answer(routes.loans, () => reply(routes.loans, { rows: [loanRow()], asOf: at }));
  service().answer(routes.readHandout, () => reply(routes.readHandout, loan(), 1));
  service().answer(routes.batches, () => reply(routes.batches, { rows: [batch()], asOf: at }));
  service().answer(routes.readBatch, () => reply(routes.readBatch, batch(), 1));
  service().answer(routes.receiptsOfBatch, () =>
    reply(routes.receiptsOfBatch, { rows: [receiptRow()], asOf: at }),
  );
  service().answer(routes.readReceipt, () => reply(routes.readReceipt, receipt(), 1));
  service().answer(routes.personHistory, () => reply(routes.personHistory, whole));
  service().answer(routes.thingHistory, () => reply(routes.thingHistory, whole));
  service().answer(routes.openings, () => reply(routes.openings, { openings: [] }));
});

describe('the stock of devices', () => {
  it('says of each kind what is left, lent and in repair, and what the year came to', async () => {
    openDesk('/admin/services');
    const row = (await screen.findByRole('link', { name: '轮椅' })).closest('tr');
    expect([...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)).toEqual([
      ...['永安镇', '12', '4', '1', '2', '0', '发放或借出'],
    ]);
    expect((await screen.findByText('今年发放和借出')).nextElementSibling?.textContent).toBe('31');
    expect(screen.getByText('现在借出').nextElementSibling?.textContent).toBe('12');
  });

  it('is all an administrator sees, who may set up a depot and name nobody', async () => {
    service().signIn(['admin']);
    openDesk('/admin/services/devices');
    await screen.findByRole('link', { name: '轮椅' });
    expect(screen.getByRole('button', { name: '新建库存' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /发放或借出/ })).toBeNull();
    expect(screen.queryByRole('navigation', { name: '器具的各个名单' })).toBeNull();
  });

  it('that was counted short is corrected by what is missing', async () => {
    service().answer(routes.correctStock, () => reply(routes.correctStock, stock({ version: 4 }), 4));
    openDesk(`/admin/services/devices/stocks/${reference}`);
    fireEvent.click(await screen.findByRole('button', { name: '盘点更正' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.input(dialog.getByLabelText('几件'), { target: { value: '２' } });
    fireEvent.input(dialog.getByLabelText('原因'), { target: { value: '年底清点' } });
    fireEvent.click(dialog.getByRole('button', { name: '盘点更正' }));
    await waitFor(() => expect(service().sentBody()).toEqual({ by: -2, reason: '年底清点' }));
  });

  it('a colleague counted meanwhile says so, and what was written stays', async () => {
    const current = stockRow({ version: 5 });
    service().answer(routes.deliver, () => problem('request.stale', 412, { current }));
    openDesk(`/admin/services/devices/stocks/${reference}`);
    fireEvent.click(await screen.findByRole('button', { name: '记到货' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.input(dialog.getByLabelText('数量'), { target: { value: '5' } });
    fireEvent.input(dialog.getByLabelText('说明'), { target: { value: '市残联' } });
    fireEvent.click(dialog.getByRole('button', { name: '记到货' }));
    expect(await dialog.findByText(/别人先做了改动/)).toBeTruthy();
    expect(dialog.getByDisplayValue('市残联')).toBeTruthy();
  });
});

describe('handing out at the door', () => {
  const idNumber = '11010519491231002X';
  const open = async (): Promise<void> => {
    service().answer(routes.handOut, () => reply(routes.handOut, loan(), 1));
    openDesk(`/admin/services/devices/new?stock=${reference}`);
    await screen.findByRole('heading', { name: '发放或借出器具' });
  };
  const submit = (): boolean => fireEvent.click(screen.getByRole('button', { name: '交给本人' }));

  it('takes a name, one number and two consents; the rest is answered already', async () => {
    await open();
    type('姓名', '王小一');
    type('身份证号或残疾人证号', '110105 19491231 002x');
    expect(await screen.findByText(/^身份证号没有抄错/)).toBeTruthy();
    consentAsked();
    submit();
    await screen.findByRole('heading', { name: /^轮椅 AFC-T46/ });
    expect(service().sentBody()).toMatchObject({
      ...{ stock: reference, quantity: 1, person: { name: '王小一' } },
      consent: { by: 'self', how: 'in-person', personal: true, sensitive: true },
    });
    expect(service().sentBody()['until']).toMatch(/^20\d\d-/);
  });

  it('reads which disability the number of a certificate says, and sends it as one', async () => {
    await open();
    type('姓名', '王小一');
    type('身份证号或残疾人证号', `${idNumber}42`);
    expect(await screen.findByText(/肢体残疾 2 级/)).toBeTruthy();
    consentAsked();
    fireEvent.click(screen.getByLabelText('发放，不用还'));
    submit();
    await waitFor(() => expect(service().sent('POST')).toHaveLength(1));
    expect(service().sentBody()['person']).toEqual({ name: '王小一', certificate: `${idNumber}42` });
    expect(service().sentBody()).not.toHaveProperty('until');
  });

  it('sends nothing without a number and both consents, and leads to each', async () => {
    await open();
    type('姓名', '王小一');
    submit();
    const summary = await screen.findByRole('alert');
    expect(
      within(summary)
        .getByRole('link', { name: /身份证号或残疾人证号/ })
        .getAttribute('href'),
    ).toBe(`#${screen.getByLabelText('身份证号或残疾人证号').id}`);
    expect(service().sent('POST')).toEqual([]);
  });

  it('asks for the guardian of a child', async () => {
    await open();
    expect(screen.queryByLabelText('监护人姓名')).toBeNull();
    fireEvent.click(screen.getByLabelText('监护人'));
    expect(await screen.findByLabelText('监护人姓名')).toBeTruthy();
  });

  it('says at the device when the last one was just handed out by somebody else', async () => {
    await open();
    service().answer(routes.handOut, () => problem('device.none_left', 409));
    type('姓名', '王小一');
    type('身份证号或残疾人证号', idNumber);
    consentAsked();
    submit();
    expect((await screen.findAllByText(/库里没有这么多了/)).length).toBeGreaterThan(0);
    expect(screen.getByDisplayValue('王小一')).toBeTruthy();
  });
});

describe('a loan', () => {
  it('that is late is on the list asked for first, with the days it is late', async () => {
    openDesk('/admin/services/devices/handouts');
    expect(await screen.findByText('逾期 3 天')).toBeTruthy();
    const asked = service().received.filter(({ path }) => path === '/api/services/device-loans');
    expect(asked.map(({ query }) => query.get('only'))).toEqual(['late']);
  });

  it('is taken back as it came back', async () => {
    service().answer(routes.returnDevice, () =>
      reply(
        routes.returnDevice,
        loan({
          ...{ state: 'returned', version: 2, daysLate: undefined },
          returned: { at, by: { id: 'FAWYHFMWFE', name: '孙桂兰' }, condition: 'repair' },
        }),
        2,
      ),
    );
    openDesk(`/admin/services/devices/handouts/${other}`);
    fireEvent.click(await screen.findByRole('button', { name: '收回器具' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByLabelText('要修'));
    fireEvent.click(dialog.getByRole('button', { name: '收回器具' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '收回器具' })).toBeNull());
    expect(service().sentBody()).toEqual({ condition: 'repair' });
    expect(screen.getByText(/^要修 2096/)).toBeTruthy();
  });

  it('shows the auditor who opened it and why, masked, and offers nothing', async () => {
    service().signIn(['auditor']);
    service().answer(routes.readHandout, () =>
      reply(routes.readHandout, loan({ mayKeep: false, mayOpen: false }), 1),
    );
    service().answer(routes.openings, () =>
      reply(routes.openings, { openings: [{ at, staffId: 'F', name: '孙桂兰', reason: '约还轮椅' }] }),
    );
    openDesk(`/admin/services/devices/handouts/${other}`);
    expect(await screen.findByText('约还轮椅')).toBeTruthy();
    expect(screen.getByText('王**')).toBeTruthy();
    const buttons = within(screen.getByRole('article')).getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['打印']);
  });

  it('opens a name only with a reason, and forgets it with the dialog', async () => {
    service().answer(routes.openPerson, () =>
      reply(routes.openPerson, { name: '王小一', number: '11010519491231002X', phone: '13800000001' }),
    );
    openDesk(`/admin/services/devices/handouts/${other}`);
    fireEvent.click(await screen.findByRole('button', { name: '看姓名和电话' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: '看姓名和电话' }));
    expect(await dialog.findByRole('link', { name: /为什么要看/ })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
    fireEvent.input(dialog.getByLabelText('为什么要看'), { target: { value: '约还轮椅' } });
    fireEvent.click(dialog.getByRole('button', { name: '看姓名和电话' }));
    expect(await screen.findByText('王小一')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '看完了，关上' }));
    await waitFor(() => expect(screen.queryByText('王小一')).toBeNull());
  });
});

describe('a donation', () => {
  it('says what is left of it and who received, by the number on their paper', async () => {
    openDesk(`/admin/services/donations/${reference}`);
    expect(await screen.findByText('12 件')).toBeTruthy();
    expect((await screen.findByRole('link', { name: /^AFC-T46/ })).getAttribute('href')).toBe(
      `/admin/services/receipts/${other}`,
    );
  });

  it('asks why only when the household was found to have received before', async () => {
    service().answer(routes.receive, () => problem('donation.received_before', 409));
    openDesk(`/admin/services/donations/${reference}/new`);
    await screen.findByRole('heading', { name: '发放：电风扇' });
    expect(screen.queryByLabelText('为什么再领一次')).toBeNull();
    type('姓名', '王小一');
    type('身份证号或残疾人证号', '11010519491231002X');
    consentAsked();
    fireEvent.click(screen.getByRole('button', { name: '已交给本人' }));
    await screen.findByLabelText('为什么再领一次');
    service().answer(routes.receive, () => reply(routes.receive, receipt(), 1));
    type('为什么再领一次', '家里两位老人');
    fireEvent.click(screen.getByRole('button', { name: '已交给本人' }));
    await screen.findByRole('heading', { name: /^领取 AFC-T46/ });
    expect(service().sentBody()).toMatchObject({ again: '家里两位老人', quantity: 1, signed: 'signed' });
  });

  it('is listed on paper whole, page after page, with what it adds up to', async () => {
    const pages = new Map([
      ['', { rows: [receiptRow()], next: 'n2', asOf: at }],
      ['n2', { rows: [receiptRow({ receipt: reference, quantity: 2 })], asOf: at }],
    ]);
    service().answer(routes.receiptsOfBatch, ({ query }) =>
      reply(routes.receiptsOfBatch, pages.get(query.get('cursor') ?? '')),
    );
    openDesk(`/admin/services/donations/${reference}/list`);
    expect(await screen.findByText(/共领取 2 人次，3 件/)).toBeTruthy();
    expect(within(screen.getByRole('table')).getAllByText('王**')).toHaveLength(2);
  });

  it('that was handed out by mistake is taken back with the reason', async () => {
    service().answer(routes.takeBack, () =>
      reply(
        routes.takeBack,
        receipt({
          ...{ state: 'taken-back', version: 2 },
          takenBack: { at, by: { id: 'FAWYHFMWFE', name: '孙桂兰' }, reason: '发错了户' },
        }),
        2,
      ),
    );
    openDesk(`/admin/services/receipts/${other}`);
    fireEvent.click(await screen.findByRole('button', { name: '收回' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.input(dialog.getByLabelText('原因'), { target: { value: '发错了户' } });
    fireEvent.click(dialog.getByRole('button', { name: '收回' }));
    expect(await screen.findByText(/^发错了户/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '收回' })).toBeNull();
  });
});
