import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { formatReference } from '../../functions/platform/contract/reference.rules.ts';
import { renovationContract } from '../../functions/renovation/renovation.contract.ts';
import { openDesk, problem, reply, session, useService } from './admin.support.tsx';
import { at, reference, row, village, worked } from './renovation.support.ts';

const service = useService();
const { routes } = renovationContract;
/** References of other homes. */
const others = ['AFCT46E69A', '4NNJ8WFFE2'] as const;

beforeEach(() => {
  const who = { ...session, roles: ['disability'], scope: '370402' };
  service().answer(accessContract.routes.whoAmI, () => reply(accessContract.routes.whoAmI, who));
  service().answer(routes.figures, () => reply(routes.figures, { months: {}, now: { queued: 2 }, asOf: at }));
});

describe('the queue', () => {
  it('says of each home why it stands where it stands', async () => {
    service().answer(routes.list, () =>
      reply(routes.list, { rows: [row({ state: 'queued', circumstances: ['low-income'] })], asOf: at }),
    );
    openDesk(`/admin/renovation-queue?node=${village.slice(0, 16)}`);
    const table = await screen.findByRole('table');
    expect(screen.getByRole('link', { name: '无障碍改造' }).classList).toContain('active');
    expect(screen.getByRole('link', { name: '问题台账' }).classList).not.toContain('active');
    expect(within(table).getByText(/重度（2 级） · 低收入/)).toBeTruthy();
    expect(within(table).getByText('下一个批准的就是这户')).toBeTruthy();
  });

  it('goes on counting places on its second page, and says none when nobody knows how many come before', async () => {
    service().answer(routes.list, ({ query }) =>
      reply(
        routes.list,
        query.get('cursor') === null
          ? {
              rows: [row({ state: 'queued' }), row({ state: 'queued', reference: others[0] })],
              next: 'two',
              asOf: at,
            }
          : { rows: [row({ state: 'queued', reference: others[1] })], asOf: at },
      ),
    );
    const placeOf = async (home: string): Promise<string | null | undefined> => {
      const link = await screen.findByRole('link', { name: formatReference(home) });
      return link.closest('tr')?.querySelector('td')?.textContent;
    };
    openDesk(`/admin/renovation-queue?node=${village.slice(0, 16)}`);
    expect(await placeOf(others[0])).toBe('2');
    fireEvent.click(screen.getByRole('link', { name: '下一页' }));
    expect(await placeOf(others[1])).toBe('3');
    expect(screen.queryByText('下一个批准的就是这户')).toBeNull();
    cleanup();
    openDesk(`/admin/renovation-queue?node=${village.slice(0, 16)}&cursor=two`);
    expect(await placeOf(others[1])).not.toMatch(/[0-9]/);
  });
});

describe('a lot', () => {
  it('is made of homes beyond the first page of those that are ready', async () => {
    const ready = (home: string): object => row({ state: 'ready', reference: home });
    service().answer(routes.list, ({ query }) =>
      reply(
        routes.list,
        query.get('cursor') === null
          ? { rows: [ready(reference)], next: 'two', asOf: at }
          : { rows: [ready(others[0])], asOf: at },
      ),
    );
    service().answer(routes.people, () =>
      reply(routes.people, {
        people: [{ staffId: worked.job.contractor.id, name: '徐德胜', contractor: true }],
      }),
    );
    openDesk(`/admin/renovation-lots/new?node=${village.slice(0, 16)}`);
    fireEvent.click(await screen.findByLabelText(new RegExp(formatReference(reference))));
    fireEvent.click(screen.getByRole('button', { name: '再列一些' }));
    fireEvent.click(await screen.findByLabelText(new RegExp(formatReference(others[0]))));
    expect(screen.queryByRole('button', { name: '再列一些' })).toBeNull();
    fireEvent.input(screen.getByLabelText('批次名称'), { target: { value: '第二批' } });
    fireEvent.change(await screen.findByLabelText('施工单位'), {
      target: { value: worked.job.contractor.id },
    });
    service().answer(routes.assign, () => problem('service.busy', 503));
    fireEvent.click(screen.getByRole('button', { name: '派出' }));
    await waitFor(() => expect(service().sent('POST')).toHaveLength(1));
    expect(service().sentBody()).toMatchObject({ renovations: [reference, others[0]] });
  });

  const home = (n: number, change: object = {}): object => ({
    ...{ reference, state: 'accepted', village, name: '王**', amount: 298_000 * n, acceptedAt: at },
    lines: [{ item: 'toilet', unit: 'set', price: 250_000, quantity: 1, amount: 250_000 }],
    ...change,
  });

  it('is paid for the homes that are accepted and not paid, all of them chosen', async () => {
    const lot = {
      ...{ lot: reference, name: '第一批', node: '370402/370402103', contractor: worked.job.contractor },
      ...{ homes: 2, createdAt: at, version: 3 },
      rows: [home(1), home(2, { reference: 'AFCT46E69A', state: 'paid', paidAt: at })],
    };
    service().answer(routes.readLot, () => reply(routes.readLot, lot, 3));
    openDesk(`/admin/renovation-lots/${reference}`);
    expect(await screen.findByText('1 户，2,980 元')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '登记付款' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('已选 1 户，2,980 元')).toBeTruthy();
    fireEvent.input(within(dialog).getByLabelText('付款凭证号'), { target: { value: 'ZF-2096-12' } });
    service().answer(routes.pay, () => reply(routes.pay, { ...lot, version: 4 }, 4));
    fireEvent.click(within(dialog).getByRole('button', { name: '登记付款' }));
    await waitFor(() => expect(service().sent('POST')).toHaveLength(1));
    expect(service().sentBody()).toEqual({ renovations: [reference], note: 'ZF-2096-12' });
  });
});
