import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { close, establish, foundDistrict, reopen } from '../../functions/access/organisations.rules.ts';
import { nodePathSchema, type OrganisationNode } from '../../functions/access/organisations.states.ts';
import { passwordRefusal } from '../../functions/access/passwords.rules.ts';
import { newToken, sessionCookie, ticketIn } from '../../functions/access/sessions.cookie.ts';
import { agentOf, withSession } from '../../functions/access/sessions.rules.ts';
import { assign, open, reinstate, resetPassword, suspend } from '../../functions/access/staff.rules.ts';
import { loginNameSchema, rolesSchema, type Staff } from '../../functions/access/staff.states.ts';
import { trailOf } from '../../functions/platform/contract/node-path.ts';
import type { Principal } from '../../functions/platform/contract/roles.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { parseInstant } from '../../functions/platform/runtime/time.ts';

const now = parseInstant('2026-11-23T09:00:00+08:00');
const name = { zh: '东村', en: 'East Village' };

const town: OrganisationNode = {
  kind: 'town',
  name: { zh: '永安镇', en: "Yong'an Town" },
  parentPath: '370402',
  path: '370402/370402101',
  active: true,
  createdAt: now,
};

describe('where an organisation can hang', () => {
  test.each([
    ['a town on its district', '370402', '370402101', 'town'],
    ['a village on its town', '370402/370402101', '370402101201', 'village'],
    ['a bureau on the district', '370402', '370402-zjj', 'department'],
    ['an office on a town', '370402/370402101', '370402101-cgb', 'department'],
  ])('%s', (_, parent, id, kind) => {
    expect(establish(parent, { id, name, now })).toMatchObject({
      next: { kind, path: `${parent}/${id}`, parentPath: parent, active: true },
    });
  });

  test.each([
    ['a village straight on the district', '370402', '370402101201'],
    ['a town of another district', '370402', '370403101'],
    ['a village with the code of another town', '370402/370402101', '370402102201'],
    ['an office with the code of another town', '370402/370402101', '370402102-cgb'],
    ['anything on a village', '370402/370402101/370402101201', '370402101201-cgb'],
    ['an office on an office', '370402/370402-zjj', '370402-zjj2'],
    ['a second district', '370402', '370402'],
  ])('%s is refused', (_, parent, id) => {
    expect(establish(parent, { id, name, now })).toEqual({ refusal: 'access.node_code_wrong' });
  });

  test('only a code of six digits founds a district', () => {
    expect(foundDistrict({ id: '370402', name, now })).toMatchObject({ next: { path: '370402' } });
    expect(foundDistrict({ id: '370402101', name, now })).toEqual({ refusal: 'access.node_code_wrong' });
  });

  test('a path names the organisations above it, the district first', () => {
    expect(trailOf('370402/370402101/370402101201')).toEqual([
      '370402',
      '370402/370402101',
      '370402/370402101/370402101201',
    ]);
  });

  test.each([
    '',
    '37040',
    '370402/',
    '/370402',
    '370402//370402101',
    '370402/370402101201',
    '370402/../370403',
  ])('the text "%s" is no path of an organisation', (path) => {
    expect(v.is(nodePathSchema, path)).toBe(false);
  });
});

describe('closing an organisation', () => {
  test('the level above closes it and opens it again', () => {
    const closed = close(town, '370402');
    expect(closed).toMatchObject({ next: { active: false }, events: [{ type: 'closed' }] });
    expect(reopen({ ...town, active: false })).toMatchObject({ next: { active: true } });
  });

  test('nobody closes the organisation their own account belongs to', () => {
    expect(close(town, town.path)).toEqual({ refusal: 'access.own_node' });
  });

  test('what is closed is not closed again, nor what is open opened', () => {
    expect(close({ ...town, active: false }, '370402')).toEqual({ refusal: 'access.node_closed' });
    expect(reopen(town)).toEqual({ refusal: 'access.node_open' });
  });
});

describe('an account', () => {
  const caller: Principal = {
    staffId: 'A',
    sessionId: 's',
    name: '王红',
    roles: ['admin'],
    scope: '370402',
  };
  const staff: Staff = open(
    { loginName: 'li.ming', name: '李明', roles: ['visitor'], scope: '370402' },
    now,
  ).next;
  const own = { id: 'A', staff: { ...staff, roles: ['admin' as const, 'lead' as const] } };

  test('opens with a password that has to be changed', () => {
    expect(staff).toMatchObject({ status: 'active', mustChangePassword: true });
  });

  test('is suspended by another and reinstated, each once', () => {
    expect(suspend({ id: 'B', staff }, caller)).toMatchObject({ next: { status: 'suspended' } });
    const suspended = { id: 'B', staff: { ...staff, status: 'suspended' as const } };
    expect(suspend(suspended, caller)).toEqual({ refusal: 'access.already_suspended' });
    expect(reinstate(suspended)).toMatchObject({ next: { status: 'active' } });
    expect(reinstate({ id: 'B', staff })).toEqual({ refusal: 'access.not_suspended' });
  });

  test('nobody suspends themselves, resets their own password, or gives up administering', () => {
    const refusal = { refusal: 'access.own_account' };
    expect(suspend(own, caller)).toEqual(refusal);
    expect(resetPassword(own, caller)).toEqual(refusal);
    expect(assign(own, caller, { roles: ['lead'], scope: '370402' })).toEqual(refusal);
    expect(assign(own, caller, { roles: ['admin'], scope: '370402/370402101' })).toEqual(refusal);
  });

  test('an administrator takes on another role beside their own', () => {
    expect(assign(own, caller, { roles: ['admin', 'supervisor'], scope: '370402' })).toMatchObject({
      next: { roles: ['admin', 'supervisor'] },
    });
  });

  test('an assignment is recorded with what it was before', () => {
    const decision = assign({ id: 'B', staff }, caller, { roles: ['lead'], scope: '370402/370402101' });
    expect(decision).toMatchObject({
      events: [
        {
          type: 'assigned',
          data: {
            from: { roles: ['visitor'], scope: '370402' },
            to: { roles: ['lead'], scope: '370402/370402101' },
          },
        },
      ],
    });
  });

  test.each([
    ['Li.Ming', 'li.ming'],
    ['ＬＩ．ｍｉｎｇ', 'li.ming'],
    ['  李明01 ', '李明01'],
  ])('the login name "%s" is kept as "%s"', (typed, kept) => {
    expect(v.parse(loginNameSchema, typed)).toBe(kept);
  });

  test.each(['li', '.li', 'li ming', 'a/b/c', 'x#y#z', 'a'.repeat(33), '李\u202E明x', ''])(
    'the text "%s" is no login name',
    (typed) => {
      expect(v.is(loginNameSchema, typed)).toBe(false);
    },
  );

  test('roles are kept in one order and each once, and there is at least one', () => {
    expect(v.parse(rolesSchema, ['auditor', 'visitor', 'auditor'])).toEqual(['visitor', 'auditor']);
    expect(v.is(rolesSchema, [])).toBe(false);
  });
});

describe('a new password', () => {
  const present = 'the present secret 7';

  test.each([
    ['eleven ch4r', 'access.password_too_short'],
    ['四个字和七个别的字呀', 'access.password_too_short'],
    ['my name is Li.Ming!', 'access.password_has_login_name'],
    ['123456789012', 'access.password_common'],
    ['aaaaaaaaaaaaaa', 'access.password_common'],
    ['abababababab', 'access.password_common'],
    ['Password2026', 'access.password_common'],
    ['P@ssw0rd12345', 'access.password_common'],
    ['qwertyuiopas', 'access.password_common'],
    ['1qaz2wsx3edc', 'access.password_common'],
    ['huimin888888', 'access.password_common'],
    ['woaini5201314', 'access.password_common'],
    [present, 'access.password_unchanged'],
  ])('"%s" is refused: %s', (password, refusal) => {
    expect(passwordRefusal(password, 'li.ming', present)).toBe(refusal);
  });

  test.each([
    'three villages by bus',
    '今天去了东村和西村还有矿山',
    'Xk3-vv9-Tq2-pp',
    'my password for the ledger',
  ])('"%s" is taken', (password) => {
    expect(passwordRefusal(password, 'li.ming', present)).toBeUndefined();
  });
});

describe('a session', () => {
  const staffId = referenceFrom('somebody');

  test('its cookie is for the API alone, out of reach of scripts, other sites and plain http', () => {
    const cookie = sessionCookie(staffId, 'token', false);
    expect(cookie).toBe(
      `huimin-session=${staffId}.token; Max-Age=43200; Path=/api; HttpOnly; SameSite=Strict; Secure`,
    );
    expect(sessionCookie(staffId, 'token', true)).not.toContain('Secure');
  });

  test('what the table knows of it is not what the cookie has', () => {
    const { token, digest } = newToken();
    expect(ticketIn([`huimin-session=${staffId}.${token}`])).toEqual({ staffId, digest });
    expect(digest).not.toBe(token);
  });

  test.each([
    '',
    'huimin-session=',
    'huimin-session=.',
    `huimin-session=${staffId}`,
    `huimin-session=${staffId}.short`,
    `huimin-session=${staffId}.${'x'.repeat(44)}`,
    `huimin-session=NOTAREFERE.${'x'.repeat(43)}`,
    `huimin-session=${staffId}.${'%'.repeat(43)}`,
    `other-session=${staffId}.${'x'.repeat(43)}`,
    `huimin-session=${'A'.repeat(100_000)}`,
  ])('no sign-in gave out the cookie %#', (cookie) => {
    expect(ticketIn([cookie])).toBeUndefined();
  });

  test('an account has ten at most: the eleventh ends the oldest', () => {
    const open = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`s${i}`, 1_000 + i]));
    const after = withSession(open, { digest: 'new', expiresAt: 2_000 }, 500);
    expect(Object.keys(after.open)).toHaveLength(10);
    expect(after.open).toHaveProperty('new', 2_000);
    expect(after.gone).toEqual(['s0']);
  });

  test('those that expired make room first', () => {
    const after = withSession({ old: 400, live: 600 }, { digest: 'new', expiresAt: 2_000 }, 500);
    expect(after).toEqual({ open: { live: 600, new: 2_000 }, gone: ['old'] });
  });

  test.each([
    [
      'Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0',
      'wechat',
      'phone',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0', 'edge', 'computer'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'firefox', 'computer'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36', 'chrome', 'computer'],
    ['Mozilla/5.0 (iPhone) Version/17.5 Mobile/15E148 Safari/604.1', 'safari', 'phone'],
    ['', 'other', 'computer'],
  ])('of the browser only its family is kept: %s', (userAgent, browser, device) => {
    expect(agentOf(userAgent)).toEqual({ browser, device });
  });
});
