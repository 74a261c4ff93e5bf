import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { places } from '../support/district.ts';
import { colleagueWith, planToday, registerDoors } from '../support/field.ts';
import { median } from './measure.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { cookieFor, type Loaded, type ServedSite, weigh, weightRow, withServedSite } from './site.served.ts';

/** What a person is given for a day, at the most. */
const doors = 60;
/** How much slower than this machine a phone of some years ago is; what browsers' own tools take for one. */
const slowdown = 4;

const list = (page: Page) => page.getByRole('link', { name: '1 号楼 101 室' }).waitFor();

/** What a phone that has never been there asks for until the list can be used. */
const firstLoad = async (context: BrowserContext, address: string): Promise<Loaded> => {
  const page = await context.newPage();
  // What the worker then keeps for later comes on its own time, after the page is there.
  const weight = weigh(page, (response) => response.request().serviceWorker() === null);
  await page.goto(address, { waitUntil: 'networkidle' });
  await list(page);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  const loaded = await weight();
  await page.close();
  return loaded;
};

/** Milliseconds from opening the app without a network to a list that can be pressed. */
const openOffline = async (context: BrowserContext, address: string, rate: number): Promise<number> => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const started = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await list(page);
  const taken = performance.now() - started;
  await page.close();
  return taken;
};

const medianOffline = async (
  context: BrowserContext,
  address: string,
  rate: number,
  times: number,
): Promise<number> => {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) taken.push(await openOffline(context, address, rate));
  return median(taken);
};

/** Everything the worker keeps, every page in both languages; bytes, gzipped. */
const keptBytes = async (context: BrowserContext, site: string, address: string) => {
  const page = await context.newPage();
  await page.goto(`${address}/field`);
  const paths = await page.evaluate<string[]>(
    'caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => new URL(url).pathname))',
  );
  await page.close();
  const files = paths.map((path) => (path === '/field' ? '/index.html' : path));
  const sizes = files.map((path) => gzipSync(readFileSync(join(site, path))).length);
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: files.length };
};

const measure = async ({ browser, address, site, accounts }: ServedSite, times: number): Promise<Row[]> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  await context.addCookies([cookieFor(accounts.visitor.cookie, address)]);
  const first = await firstLoad(context, `${address}/field`);
  const kept = await keptBytes(context, site, address);
  await context.setOffline(true);
  const here = await medianOffline(context, `${address}/field`, 1, times);
  const phone = await medianOffline(context, `${address}/field`, slowdown, times);
  await context.close();
  return [
    weightRow('field app, /field, signed in, to the list', first, 60),
    {
      what: 'kept on the phone: every page in both languages',
      figure: kept.bytes / 1000,
      unit: 'kB gzip',
      beside: `${kept.files} files`,
    },
    {
      what: `a list of ${doors} doors, offline, on a phone ${slowdown} times as slow`,
      ...atMost(phone, 2_000),
      unit: 'ms',
      beside: `not slowed down ${rounded(here)} ms; medians of ${times}`,
    },
  ];
};

export default ({ small }: Options): Promise<Report> =>
  withServedSite(async (served) => {
    const { address, accounts } = served;
    const at = (cookie: string) => colleagueWith(address, cookie);
    const visitor = await at(accounts.visitor.cookie);
    await registerDoors(await at(accounts.lead.cookie), places.village, 1, doors);
    await planToday(await at(accounts.admin.cookie), visitor, places.village);
    return {
      method:
        'built and served as shipped; a new browser for the first load, then the same one without a network, the app closed in between',
      rows: await measure(served, small ? 5 : 15),
    };
  });
