import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoAccounts, demoAdministrator, demoPassword } from '../../functions/local/demo/accounts.ts';
import { heading, next, report, steps } from '../support/pages.resident.ts';
import { desk, phone, useSite } from '../support/pages.ts';

const site = useSite();
const english = { locale: 'en-GB' } as const;

const people = [demoAdministrator, ...demoAccounts].map(({ name }) => name);
/** The switch says in both languages where it is: whoever needs it can't read the page. */
const languageSwitch = '语言';

/** Words left in Chinese that a reader or a screen reader would meet; people keep their own names. */
const chineseWords = async (page: Page): Promise<string[]> => {
  const seen = `${await page.title()}\n${await page.locator('body').ariaSnapshot()}`;
  const rest = [...people, languageSwitch].reduce((text, name) => text.replaceAll(name, ''), seen);
  return rest.match(/\p{Script=Han}+/gu) ?? [];
};

/** Waits for the page with this heading, and reads all of it. */
const expectEnglish = async (page: Page, title: string): Promise<void> => {
  await heading(page, title).waitFor();
  await page
    .getByText(/^Loading/)
    .first()
    .waitFor({ state: 'hidden' });
  expect(await chineseWords(page)).toEqual([]);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
};

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** Everything in English, what is said too. @returns reference and code */
const raiseInEnglish = async (page: Page): Promise<readonly [reference: string, code: string]> => {
  await page.goto('/');
  await expectEnglish(page, 'Tell us about a problem near you');
  await page.getByRole('link', { name: 'Start now' }).click();
  await expectEnglish(page, 'What is the issue about?');
  await press(page, 'Continue');
  await page.getByRole('alert').waitFor();
  await expectEnglish(page, 'What is the issue about?');
  await page.getByRole('radio', { name: 'Roads' }).check();
  await press(page, 'Continue');
  await expectEnglish(page, 'What happened?');
  await page.getByLabel('Say what is wrong').fill('The street lamp has been dark for a week.');
  await press(page, 'Continue');
  await expectEnglish(page, 'Where is it?');
  await page.getByLabel('Town or sub-district').selectOption("Yong'an Town");
  await page.getByLabel('Village or community').selectOption("Yong'an Town Village 2");
  await page.getByLabel('Exact place').fill('Opposite the shop');
  await expectEnglish(page, 'Where is it?');
  await press(page, 'Continue');
  await expectEnglish(page, 'Do you have photos?');
  await press(page, 'Continue');
  await page.getByRole('radio', { name: 'Myself' }).check();
  await page.getByLabel('Your name').fill('Mary Smith');
  await page.getByLabel('Your phone number').fill('123');
  await press(page, 'Continue');
  await page.getByRole('alert').waitFor();
  await expectEnglish(page, 'How can we reach you?');
  await page.getByLabel('Your phone number').fill('13812345678');
  await page.getByRole('checkbox', { name: 'I agree' }).check();
  await press(page, 'Continue');
  await expectEnglish(page, 'Check and send');
  await press(page, 'Send');
  await expectEnglish(page, 'We have received your issue');
  const [reference = '', code = ''] = await page.getByRole('definition').allInnerTexts();
  return [reference, code];
};

test('who reads English raises an issue and follows it without meeting a Chinese word', async () => {
  const { page } = await site.visit({ ...phone, ...english });
  const [reference] = await raiseInEnglish(page);
  await page.getByRole('link', { name: 'Check the progress of this issue' }).click();
  await expectEnglish(page, 'Check progress');
  await press(page, 'Check');
  await expectEnglish(page, `Progress of ${reference}`);
  for (const [path, title] of [
    ['/privacy', 'How personal information is used and protected'],
    ['/accessibility', 'Accessibility statement'],
    ['/no-such-page', 'This page could not be found'],
  ] as const) {
    await page.goto(path);
    await expectEnglish(page, title);
  }
});

test('the work desk speaks English to who reads English', async () => {
  const resident = await site.visit({ ...phone, ...english });
  const [reference] = await raiseInEnglish(resident.page);
  const { page } = await site.visit({ ...desk, ...english });
  await page.goto('/admin/sign-in');
  await expectEnglish(page, 'Staff sign-in');
  await page.getByLabel('Login name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await press(page, 'Sign in');
  await expectEnglish(page, 'Today');
  for (const [path, title] of [
    ['/admin/issues?list=registered', 'Issues'],
    [`/admin/issues/${reference.replaceAll('-', '')}`, `Issue ${reference}`],
    ['/admin/issues/new', 'Register an issue'],
    ['/admin/calendar/2027', 'Working days of 2027'],
    ['/admin/organisations', 'Organisations'],
    ['/admin/staff', 'Accounts'],
    ['/admin/staff/new', 'Open an account'],
    ['/admin/account', 'Account and password'],
    ['/admin/api', 'API'],
  ] as const) {
    await page.goto(path);
    await expectEnglish(page, title);
  }
});

test('a change of language in the middle of the form keeps the answers and is remembered', async () => {
  const { page } = await site.visit(phone);
  await page.goto('/report');
  await steps.category(page);
  await next(page);
  await steps.what(page);
  await page.getByText('显示 · Language').click();
  await page.getByRole('radio', { name: 'English' }).check();
  await heading(page, 'What happened?').waitFor();
  expect(await page.getByLabel('Say what is wrong').inputValue()).toBe(report.what);
  await page.reload();
  await heading(page, 'What happened?').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});
