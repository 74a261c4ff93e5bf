import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import { build } from 'vite';
import { startMachine } from '../../functions/local/machine.ts';
import { systemClock } from '../../functions/platform/runtime/clock.ts';
import { type Core, coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore } from '../../functions/platform/runtime/store.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildDistrict, type District } from '../support/district.ts';
import { atMost, type Row, rounded } from './report.ts';
import { temporaryFolder } from './temporary.ts';

const web = resolve(import.meta.dirname, '../../web');

export interface ServedSite {
  readonly address: string;
  /** The folder of the site as built. */
  readonly site: string;
  readonly browser: Browser;
  readonly accounts: District['accounts'];
}

/**
 * The site built and served as shipped, with a district behind it and a browser in front, for as long as `work` takes.
 * @param fill what else is in the store before anybody asks
 */
export const withServedSite = async <T>(
  work: (served: ServedSite) => Promise<T>,
  fill: (core: Core) => Promise<void> = async () => undefined,
): Promise<T> => {
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
    await fill(core);
    client.destroy();
    machine.run();
    return await work({ address: machine.address, site, browser, accounts });
  } finally {
    process.stdout.write = write;
    await browser.close();
    await machine.stop();
  }
};

/** What a browser's session of staff is carried by. */
export const cookieFor = (header: string, url: string) => {
  const [name = '', value = ''] = header.split('=');
  return { name, value, url };
};

export interface Loaded {
  /** Bytes, gzipped, of everything of the site that was asked for. */
  readonly site: number;
  readonly files: number;
  /** The same of what the API answered. */
  readonly api: number;
}

/**
 * Weighs what a page asks for from now on, each file gzipped on its own.
 * @returns to be asked once the page is quiet
 */
export const weigh = (
  page: Page,
  counts: (response: Response) => boolean = () => true,
): (() => Promise<Loaded>) => {
  const bodies: Promise<{ readonly isApi: boolean; readonly bytes: number }>[] = [];
  page.on('response', (response) => {
    if (!counts(response)) return;
    const isApi = new URL(response.url()).pathname.startsWith('/api/');
    bodies.push(
      response.body().then(
        (body) => ({ isApi, bytes: body.length === 0 ? 0 : gzipSync(body).length }),
        () => ({ isApi, bytes: 0 }),
      ),
    );
  });
  return async () => {
    const got = await Promise.all(bodies);
    const sum = (ofApi: boolean): number =>
      got.reduce((total, { isApi, bytes }) => total + (isApi === ofApi ? bytes : 0), 0);
    return { site: sum(false), files: got.filter(({ isApi }) => !isApi).length, api: sum(true) };
  };
};

/** @param budget kB of the site, gzipped */
export const weightRow = (what: string, { site, files, api }: Loaded, budget: number): Row => ({
  what,
  ...atMost(site / 1000, budget),
  unit: 'kB gzip',
  beside: `${files} files; API answers ${rounded(api / 1000)} kB besides`,
});
