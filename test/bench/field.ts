import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { startMachine } from '../../functions/local/machine.ts';
import { systemClock } from '../../functions/platform/runtime/clock.ts';
import { coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore } from '../../functions/platform/runtime/store.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildDistrict, places } from '../support/district.ts';
import { colleagueWith, planToday, registerDoors } from '../support/field.ts';
import { median } from './measure.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { temporaryFolder } from './temporary.ts';

const web = resolve(import.meta.dirname, '../../web');
/** What a person is given for a day, at the most. */
const doors = 60;
/** How much slower than this machine a phone of some years ago is; what browsers' own tools take for one. */
const slowdown = 4;

const cookieOf = (header: string, url: string) => {
  const [name = '', value = ''] = header.split('=');
  return { name, value, url };
};

const list = (page: Page) => page.getByRole('link', { name: '1 号楼 101 室' }).waitFor();

/** What a phone that has never been there asks for until the list can be used; bytes, gzipped. */
const firstLoad = async (context: BrowserContext, address: string) => {
  const page = await context.newPage();
  const bodies: Promise<{ readonly isApi: boolean; readonly bytes: number }>[] = [];
  page.on('response', (response) => {
    // What the worker then keeps for later comes on its own time, after the page is there.
    if (response.request().serviceWorker() !== null) return;
    const isApi = new URL(response.url()).pathname.startsWith('/api/');
    bodies.push(
      response.body().then(
        (body) => ({ isApi, bytes: body.length === 0 ? 0 : gzipSync(body).length }),
        () => ({ isApi, bytes: 0 }),
      ),
    );
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await list(page);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  const got = await Promise.all(bodies);
  await page.close();
  const sum = (isApi: boolean): number =>
    got.reduce((total, each) => total + (each.isApi === isApi ? each.bytes : 0), 0);
  return { site: sum(false), files: got.filter(({ isApi }) => !isApi).length, api: sum(true) };
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

const measure = async (
  browser: Browser,
  address: string,
  site: string,
  cookie: string,
  times: number,
): Promise<Row[]> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  await context.addCookies([cookieOf(cookie, address)]);
  const first = await firstLoad(context, `${address}/field`);
  const kept = await keptBytes(context, site, address);
  await context.setOffline(true);
  const here = await medianOffline(context, `${address}/field`, 1, times);
  const phone = await medianOffline(context, `${address}/field`, slowdown, times);
  await context.close();
  return [
    {
      what: 'field app, /field, signed in, to the list',
      ...atMost(first.site / 1000, 60),
      unit: 'kB gzip',
      beside: `${first.files} files; API answers ${rounded(first.api / 1000)} kB besides`,
    },
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

export default async ({ small }: Options): Promise<Report> => {
  const folder = temporaryFolder();
  const site = join(folder, 'site');
  await build({
    ...{ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'error' },
    build: { outDir: site },
  });
  const data = join(folder, 'data');
  // What requests write on standard output has no place between the rows.
  const write = process.stdout.write.bind(process.stdout);
  const machine = await startMachine({ data, site, port: 0, tableName: 'huimin' });
  const browser = await launchBrowser();
  try {
    process.stdout.write = () => true;
    const client = createDynamoClient(process.env['DYNAMODB_ENDPOINT']);
    const core = coreOn(
      createStore(client, 'huimin'),
      fileKeyWrapper(join(data, 'master.key')),
      systemClock,
      createLog(() => undefined),
    );
    const { accounts } = await buildDistrict(core);
    client.destroy();
    machine.run();
    const at = (cookie: string) => colleagueWith(machine.address, cookie);
    const visitor = await at(accounts.visitor.cookie);
    await registerDoors(await at(accounts.lead.cookie), places.village, 1, doors);
    await planToday(await at(accounts.admin.cookie), visitor, places.village);
    return {
      method:
        'built and served as shipped; a new browser for the first load, then the same one without a network, the app closed in between',
      rows: await measure(browser, machine.address, site, accounts.visitor.cookie, small ? 5 : 15),
    };
  } finally {
    process.stdout.write = write;
    await browser.close();
    await machine.stop();
  }
};
