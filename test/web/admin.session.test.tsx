import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { accessPublicContract } from '../../functions/access/access-public.contract.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { returnPath } from '../../web/src/admin/session/return-path.ts';
import { openDesk, problem, reply, session, useService } from './admin.support.tsx';

const service = useService();
const { signIn, signOut } = accessPublicContract.routes;
const { whoAmI, changePassword } = accessContract.routes;

const fill = (label: string, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};
const signInWith = async (password: string): Promise<void> => {
  await screen.findByRole('heading', { level: 1, name: '工作人员登录' });
  fill('账号', 'handler');
  fill('密码', password);
  fireEvent.click(screen.getByRole('button', { name: '登录' }));
};

/** A service whose readings want a session until somebody has signed in. */
const guard = (mustChangePassword = false): void => {
  let isIn = false;
  const guarded = <R extends typeof whoAmI | typeof issuesContract.routes.list>(row: R, body: object): void =>
    service().answer(row, () => (isIn ? reply(row, body) : problem('session.required', 401)));
  guarded(whoAmI, { ...session, mustChangePassword });
  guarded(issuesContract.routes.list, { rows: [], asOf: '2096-11-23T00:00:00.000Z' });
  service().answer(signIn, ({ body }) => {
    if (JSON.stringify(body).includes('wrong')) return problem('access.credentials_wrong', 401);
    isIn = true;
    return reply(signIn, { name: session.name, mustChangePassword });
  });
  service().answer(signOut, () => {
    isIn = false;
    return new Response(null, { status: 204 });
  });
};

describe('signing in', () => {
  it('whoever is not signed in is asked to, and comes back to the page with its filters', async () => {
    guard();
    openDesk('/admin/issues?list=late');
    await signInWith('right');
    expect(await screen.findByRole('heading', { level: 1, name: '问题台账' })).toBeTruthy();
    expect(window.location.pathname + window.location.search).toBe('/admin/issues?list=late');
  });

  it('a wrong password is told, stays on the page, and says who can help', async () => {
    guard();
    openDesk('/admin/sign-in');
    await signInWith('wrong');
    expect(await screen.findByText('账号或密码不对。')).toBeTruthy();
    expect(screen.getByText(/请联系本单位的管理员/)).toBeTruthy();
    expect(screen.getByLabelText('账号')).toHaveProperty('value', 'handler');
  });

  it('with a password somebody handed out, nothing else opens before it is changed', async () => {
    guard(true);
    service().answer(changePassword, ({ body }) =>
      JSON.stringify(body).includes('short')
        ? problem('access.password_too_short', 422)
        : new Response(null, { status: 204 }),
    );
    openDesk('/admin/sign-in?return=%2Fadmin%2Fissues');
    await signInWith('handed out');
    await screen.findByRole('heading', { level: 1, name: '设置您自己的密码' });
    fill('现在的密码', 'handed out');
    fill('新密码', 'short');
    fireEvent.click(screen.getByRole('button', { name: '保存新密码' }));
    expect(await screen.findByRole('link', { name: '新密码：密码至少要 12 个字符。' })).toBeTruthy();
    fill('新密码', '三更灯火五更鸡正是读书时');
    fireEvent.click(screen.getByRole('button', { name: '保存新密码' }));
    expect(await screen.findByRole('heading', { level: 1, name: '问题台账' })).toBeTruthy();
  });

  it('after signing out the desk is closed again', async () => {
    guard();
    openDesk('/admin/issues');
    await signInWith('right');
    fireEvent.click(await screen.findByRole('button', { name: '退出登录' }));
    expect(await screen.findByRole('heading', { level: 1, name: '工作人员登录' })).toBeTruthy();
    await waitFor(() => expect(window.location.pathname).toBe('/admin/sign-in'));
  });

  it.each([
    ['/admin/issues?list=late', '/admin/issues?list=late'],
    ['/admin?node=370402', '/admin?node=370402'],
    ['https://elsewhere.test/admin', '/admin'],
    ['//elsewhere.test/admin', '/admin'],
    ['/administration', '/admin'],
    ['/admin/sign-in', '/admin'],
    [undefined, '/admin'],
  ])('the way back from %s leads to %s, never out of the desk', (wanted, expected) => {
    expect(returnPath(wanted)).toBe(expected);
  });
});

describe('the desk of a role', () => {
  it('what is late is counted in sight, and one press away', async () => {
    openDesk('/admin/issues');
    const late = await within(await screen.findByRole('banner')).findByRole('link', { name: '逾期 2' });
    expect(late.getAttribute('href')).toBe('/admin/issues?list=late');
  });

  it('a contractor, who handles no issues, is offered neither the ledger nor its figures', async () => {
    service().answer(whoAmI, () => reply(whoAmI, { ...session, roles: ['contractor'] }));
    openDesk('/admin');
    expect(await screen.findByText(/您的角色不办理问题/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: '问题台账' })).toBeNull();
    expect(service().received.filter(({ path }) => path.startsWith('/api/issue'))).toEqual([]);
  });

  it('an organisation in the address that lies outside the caller’s area is not asked for', async () => {
    openDesk('/admin/issues?node=370402/370402999');
    await screen.findByRole('heading', { level: 1, name: '问题台账' });
    const asked = service()
      .received.filter(({ path }) => path === '/api/issues')
      .map(({ query }) => query.get('node'));
    expect(asked).toEqual([session.scope]);
  });
});
