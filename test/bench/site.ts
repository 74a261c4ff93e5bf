import type { Browser } from 'playwright-core';
import type { Options, Report } from './report.ts';
import { cookieFor, type Loaded, weigh, weightRow, withServedSite } from './site.served.ts';

/** Opens an address in a browser that has never been there and waits until nothing more is asked for. */
const firstLoad = async (browser: Browser, address: string, cookie: string | undefined): Promise<Loaded> => {
  const context = await browser.newContext();
  if (cookie) await context.addCookies([cookieFor(cookie, new URL(address).origin)]);
  const page = await context.newPage();
  const weight = weigh(page);
  const response = await page.goto(address, { waitUntil: 'networkidle' });
  if (response?.status() !== 200) throw new Error(`${address} was answered with ${response?.status()}`);
  const loaded = await weight();
  await context.close();
  return loaded;
};

export default (_: Options): Promise<Report> =>
  withServedSite(async ({ address, browser, accounts }) => {
    const load = (path: string, cookie?: string) => firstLoad(browser, `${address}${path}`, cookie);
    return {
      method:
        'everything a new browser asks for until it is quiet, each file gzipped on its own; built and served as shipped',
      rows: [
        weightRow('public form, /report', await load('/report'), 45),
        weightRow('public start page, /', await load('/'), 45),
        weightRow('looking up an issue, /track', await load('/track'), 45),
        weightRow('an accessible home, /renovation', await load('/renovation'), 45),
        weightRow('admin shell, /admin, signed in', await load('/admin', accounts.lead.cookie), 90),
        weightRow('admin sign-in, /admin, signed out', await load('/admin'), 90),
      ],
    };
  });
