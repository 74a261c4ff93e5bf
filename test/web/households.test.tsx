import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import type { HouseholdView } from '../../web/src/admin/households/households.queries.ts';
import { openDesk, problem, reply, session, town, useService } from './admin.support.tsx';

const service = useService();
const { routes } = householdsContract;
const village = `${town}/370402103201`;
const household = 'AFCT46E69AWNE79K';
const asOf = '2096-11-23T00:00:00.000Z';

const view = (changes: object = {}): HouseholdView =>
  v.parse(routes.read.response, {
    household,
    version: 3,
    status: 'active',
    kind: 'home',
    village,
    address: { text: '幸福里小区', building: '3', unit: '2', room: '501' },
    members: [
      {
        no: 1,
        name: '王**',
        relation: '户主',
        categories: ['elderly'],
        idNumber: '3704**********0026',
        phone: '138****0000',
      },
      { no: 2, name: '李**', relation: '配偶', categories: [] },
    ],
    source: 'register',
    createdAt: asOf,
    categories: ['elderly'],
    hasPhone: true,
    mayChange: true,
    mayOpen: true,
    ...changes,
  });

const open = (
  path: string,
  shown: HouseholdView = view(),
  who: object = { roles: ['lead'], scope: town },
): void => {
  const { answer } = service();
  answer(accessContract.routes.whoAmI, () => reply(accessContract.routes.whoAmI, { ...session, ...who }));
  answer(routes.areas, () => reply(routes.areas, { areas: [], asOf }));
  answer(routes.figures, () =>
    reply(routes.figures, { now: { active: 2, home: 1, shop: 1, elderly: 1 }, asOf }),
  );
  answer(routes.read, () => reply(routes.read, shown, shown.version));
  answer(routes.timeline, () =>
    reply(routes.timeline, {
      rows: [
        { type: 'visit', at: asOf, visit: 'V', by: '周雪', outcome: 'not-home', issues: 0 },
        {
          ...{ type: 'issue', at: asOf, reference: 'AFCT46E69A', category: 'roads', state: 'closed' },
          what: '路灯坏了',
        },
      ],
      asOf,
    }),
  );
  answer(routes.history, () => reply(routes.history, { events: [], whole: true }));
  openDesk(path);
};

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('the register', () => {
  it('of a town asks which village, and shows the figures of the town', async () => {
    open('/admin/households');
    const link = await screen.findByRole('link', { name: /官地村/ });
    expect(link.getAttribute('href')).toBe(`/admin/households?node=${village}`);
    expect((await screen.findByText('高龄')).nextElementSibling?.textContent).toBe('1');
  });

  it('of a village shows each door with one link to it; pages and filters stand in the address', async () => {
    service().answer(routes.list, ({ query }) =>
      reply(routes.list, {
        rows: query.has('cursor')
          ? []
          : [
              {
                ...{ household, version: 3, status: 'active', kind: 'shop', village, members: 1 },
                ...{ address: { text: '光明路8号' }, shopName: '老王面馆', head: '王*' },
                ...{ categories: [], hasPhone: false },
              },
            ],
        next: 'page-2',
        asOf,
      }),
    );
    open(`/admin/households?status=gone&node=${village}`);
    const table = await screen.findByRole('table');
    const door = within(table).getByRole('link', { name: '光明路8号' });
    expect(door.getAttribute('href')).toBe(`/admin/households/${household}?node=${village}`);
    expect(table.textContent).toContain('老王面馆');
    const next = screen.getByRole('link', { name: '下一页' }).getAttribute('href');
    expect(next).toBe(`/admin/households?status=gone&cursor=page-2&node=${village}`);
    const asked = service().received.find(({ path }) => path === '/api/households');
    expect(asked?.query.get('status')).toBe('gone');
  });
});

describe('a household', () => {
  it('shows its door, its people masked, and visits and issues in one view', async () => {
    open(`/admin/households/${household}`);
    await screen.findByRole('heading', { level: 1, name: '幸福里小区3号楼2单元501室' });
    expect(screen.getByText('3704**********0026')).toBeTruthy();
    expect(await screen.findByText('走访：不在家，问题 0 件')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'AFC-T46-E69A' })).toBeTruthy();
  });

  it.each([
    ['a lead', { roles: ['lead'], scope: town }, `/admin/visits/V`],
    ['who made it', { roles: ['visitor'], scope: town, name: '周雪' }, `/admin/visits/V`],
    ['another visitor', { roles: ['visitor'], scope: town, name: '高建国' }, undefined],
  ])('its visits are opened by whoever may read them: %s', async (_, who, href) => {
    open(`/admin/households/${household}`, view(), who);
    await screen.findByText('走访：不在家，问题 0 件');
    const link = screen.queryByRole('link', { name: '看这次走访' });
    expect(link?.getAttribute('href')).toBe(href);
  });

  it('names and numbers are shown for a reason, and are gone once the window is closed', async () => {
    service().answer(routes.contact, () =>
      reply(routes.contact, { members: [{ no: 1, name: '王秀英', phone: '13800000000' }] }),
    );
    open(`/admin/households/${household}`);
    await screen.findByText('3704**********0026');
    fireEvent.click(button('查看姓名和号码'));
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByLabelText('查看原因'), { target: { value: '核对电话' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '查看姓名和号码' }));
    await within(dialog).findByText('王秀英');
    expect(service().sent('POST').at(-1)?.body).toEqual({ reason: '核对电话' });
    fireEvent.click(button('看完了，关上'));
    await waitFor(() => expect(screen.queryByText('王秀英')).toBeNull());
  });

  it('of its members only what was typed is sent: what is shown masked stays as it is', async () => {
    service().answer(routes.members, () => reply(routes.members, view({ version: 4 }), 4));
    open(`/admin/households/${household}`);
    await screen.findByText('3704**********0026');
    fireEvent.click(button('修改成员'));
    const dialog = await screen.findByRole('dialog');
    const head = within(dialog).getByRole('group', { name: '户主或经营者 王**' });
    fireEvent.input(within(head).getByLabelText(/电话/, { selector: 'input[type=tel]' }), {
      target: { value: '139 0000 1111' },
    });
    fireEvent.click(within(head).getByLabelText('删去登记的身份证号'));
    fireEvent.click(within(dialog).getByRole('button', { name: '设第 2 位为户主' }));
    fireEvent.click(within(dialog).getByRole('button', { name: '修改成员' }));
    await waitFor(() => expect(service().sent('POST')).toHaveLength(1));
    const [sent] = service().sent('POST');
    expect(sent?.headers.get('if-match')).toBe('"3"');
    expect(sent?.body).toEqual({
      members: [
        { no: 2, relation: '配偶', categories: [] },
        { no: 1, relation: '户主', idNumber: null, phone: '139 0000 1111', categories: ['elderly'] },
      ],
    });
  });

  it('that a colleague changed first keeps what was written, and the next try is made on their version', async () => {
    let tries = 0;
    service().answer(routes.departure, () => {
      tries += 1;
      return tries === 1
        ? problem('request.stale', 412, { current: view({ version: 7 }) })
        : reply(
            routes.departure,
            view({
              version: 8,
              status: 'gone',
              gone: { reason: 'moved', at: asOf, by: { id: 'YTC6WER5WR', name: '马志强' } },
            }),
            8,
          );
    });
    open(`/admin/households/${household}`);
    await screen.findByText('3704**********0026');
    fireEvent.click(button('记为迁出'));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByLabelText('搬走'));
    fireEvent.click(within(dialog).getByRole('button', { name: '记为迁出' }));
    await within(dialog).findByText('您填写的时候，别人先做了改动');
    fireEvent.click(within(dialog).getByRole('button', { name: '按现在的情况提交' }));
    await screen.findByText('已迁出：搬走');
    expect(
      service()
        .sent('POST')
        .map(({ headers }) => headers.get('if-match')),
    ).toEqual(['"3"', '"7"']);
  });

  it('is only looked at by who may not change it', async () => {
    open(`/admin/households/${household}`, view({ mayChange: false, mayOpen: false }));
    await screen.findByText('3704**********0026');
    expect(screen.queryByRole('button', { name: '修改成员' })).toBeNull();
    expect(screen.queryByRole('button', { name: '查看姓名和号码' })).toBeNull();
  });
});

describe('finding by number', () => {
  it('a number with a slip is told at its field and not sent; a right one is sent in the body, never in the address', async () => {
    service().answer(routes.lookUp, () => reply(routes.lookUp, { rows: [] }));
    open('/admin/households');
    fireEvent.click(await screen.findByRole('button', { name: '按号码找户' }));
    const dialog = await screen.findByRole('dialog');
    const field = within(dialog).getByLabelText('身份证号', { selector: 'input[type=text]' });
    fireEvent.input(field, { target: { value: '370402194801010020' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '查找' }));
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(service().sent('POST')).toEqual([]);
    fireEvent.input(field, { target: { value: '11010519491231002x' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '查找' }));
    await within(dialog).findByText('您的范围内没有登记这个号码的户。');
    const [sent] = service().sent('POST');
    expect(sent?.body).toEqual({ idNumber: '11010519491231002x' });
    expect([...(sent?.query ?? [])]).toEqual([]);
  });
});

describe('the areas of a village', () => {
  const area = { area: 'AFCT46E69AWNE79M', village, name: '东片', active: true, version: 1 };

  it('renaming one that a colleague changed first says so, and goes on only when told', async () => {
    service().answer(routes.areaName, ({ headers }) =>
      headers.get('if-match') === '"1"'
        ? problem('request.stale', 412, { current: { ...area, name: '西片', version: 2 } })
        : reply(routes.areaName, { ...area, name: '南片', version: 3 }, 3),
    );
    open(`/admin/households/areas?node=${village}`);
    service().answer(routes.areas, () => reply(routes.areas, { areas: [area], asOf }));
    fireEvent.click(await screen.findByRole('button', { name: '给“东片”改名' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByRole('textbox'), { target: { value: '南片' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '改名' }));
    await within(dialog).findByText('您填写的时候，别人先做了改动');
    expect(within(dialog).getByRole('textbox')).toHaveProperty('value', '南片');
    fireEvent.click(within(dialog).getByRole('button', { name: '按现在的情况提交' }));
    await screen.findByRole('button', { name: '给“南片”改名' });
  });
});
