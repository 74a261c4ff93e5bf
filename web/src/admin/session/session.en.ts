import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './session.zh.ts';

export const words = {
  'sign-in.title': 'Staff sign-in',
  'sign-in.login-name': 'Login name',
  'sign-in.password': 'Password',
  'sign-in.show': 'Show password',
  'sign-in.submit': 'Sign in',
  'sign-in.help':
    'If you forgot your password or the account is locked, ask the administrator of your office.',
  'sign-in.back': 'You will come back to the page you were on.',

  'password.title': 'Choose a password of your own',
  'password.lead':
    'Somebody else gave you the present one. Change it to one that only you know, then you can start.',
  'password.change': 'Change password',
  'password.old': 'Present password',
  'password.new': 'New password',
  'password.hint': 'At least 12 characters. A sentence that is easy to remember works well.',
  'password.submit': 'Save new password',
  'password.done': 'The password is changed. You are signed out everywhere else.',

  'account.title': 'Account and password',
  'account.name': 'Name',
  'account.roles': 'Roles',
  'account.scope': 'Area',
  'account.sessions': 'Devices signed in',
  'account.sessions.caption': 'Where your account is signed in now',
  'account.sessions.hint': 'If you do not recognise one, sign it out and change your password.',
  'account.device': 'Device',
  'account.signed-in': 'Signed in',
  'account.until': 'Until',
  'account.current': 'This device',
  'account.revoke': 'Sign out',
  'account.revoke.label': 'Sign out {device}, signed in {when}',
  'account.revoked': 'That device is signed out.',

  'device.phone': 'Phone',
  'device.computer': 'Computer',
  'browser.wechat': 'WeChat',
  'browser.edge': 'Edge',
  'browser.firefox': 'Firefox',
  'browser.chrome': 'Chrome',
  'browser.safari': 'Safari',
  'browser.other': 'Other browser',
} as const satisfies Translation<typeof zh>;
