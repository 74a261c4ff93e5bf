import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { startMachine } from '../../functions/local/machine.ts';
import { systemClock } from '../../functions/platform/runtime/clock.ts';
import { coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore } from '../../functions/platform/runtime/store.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildDistrict } from '../support/district.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { temporaryFolder } from './temporary.ts';

const web = resolve(import.meta.dirname, '../../web');

interface Loaded {
  /** Bytes, gzipped, of everything of the site that was asked for. */
  readonly site: number;
  readonly files: number;
  /** The same of what the API answered. */
  readonly api: number;
}

/** Opens an address in a browser that has never been there and waits until nothing more is asked for. */
const firstLoad = async (browser: Browser, address: string, cookie: string | undefined): Promise<Loaded> => {
  const context = await browser.newContext();
  const [name = '', value = ''] = cookie?.split('=') ?? [];
  if (cookie) await context.addCookies([{ name, value, url: new URL(address).origin }]);
  const page = await context.newPage();
  const bodies: Promise<{ readonly path: string; readonly bytes: number }>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    bodies.push(
      response.body().then(
        (body) => ({ path, bytes: body.length === 0 ? 0 : gzipSync(body).length }),
        () => ({ path, bytes: 0 }),
      ),
    );
  });
  const response = await page.goto(address, { waitUntil: 'networkidle' });
  if (response?.status() !== 200) throw new Error(`${address} was answered with ${response?.status()}`);
  const got = await Promise.all(bodies);
  await context.close();
  const isApi = ({ path }: { readonly path: string }): boolean => path.startsWith('/api/');
  const sum = (those: typeof got): number => those.reduce((total, { bytes }) => total + bytes, 0);
  const site = got.filter((each) => !isApi(each));
  return { site: sum(site), files: site.length, api: sum(got.filter(isApi)) };
};

const rowOf = (what: string, { site, files, api }: Loaded, budget: number): Row => ({
  what,
  ...atMost(site / 1000, budget),
  unit: 'kB gzip',
  beside: `${files} files; API answers ${rounded(api / 1000)} kB besides`,
});

export default async (_: Options): Promise<Report> => {
  const folder = temporaryFolder();
  const site = join(folder, 'site');
  await build({
    root: web,
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
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
    const load = (path: string, cookie?: string) => firstLoad(browser, `${machine.address}${path}`, cookie);
    const rows = [
      rowOf('public form, /report', await load('/report'), 45),
      rowOf('public start page, /', await load('/'), 45),
      rowOf('looking up an issue, /track', await load('/track'), 45),
      rowOf('admin shell, /admin, signed in', await load('/admin', accounts.lead.cookie), 90),
      rowOf('admin sign-in, /admin, signed out', await load('/admin'), 90),
    ];
    return {
      method:
        'everything a new browser asks for until it is quiet, each file gzipped on its own; built and served as shipped',
      rows,
    };
  } finally {
    process.stdout.write = write;
    await browser.close();
    await machine.stop();
  }
};
