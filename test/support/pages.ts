import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { expectAccessible, launchBrowser } from './browser.ts';
import { type DistrictMachine, startDistrict } from './machine.ts';
import { report } from './pages.resident.ts';

export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
export const desk = { viewport: { width: 1280, height: 900 } } as const;
/** What 1280 pixels become at 400 % (WCAG 1.4.10). */
export const narrow = { viewport: { width: 320, height: 640 } } as const;

/** One person with a browser of their own: nothing is shared with anybody else's. */
export interface Visit {
  readonly page: Page;
  /** Must never stand in an address or a log, like the resident's name and number; checked when the test ends. */
  readonly keepSecret: (...secrets: readonly string[]) => void;
  /** What the browser's console may say because the test itself brings it about. */
  readonly allowTrouble: (pattern: RegExp) => void;
}

export interface Site {
  /** Where the machine answers. */
  readonly address: () => string;
  readonly visit: (options?: BrowserContextOptions) => Promise<Visit>;
}

interface Watched extends Visit {
  /** What went wrong in the browser's eyes. */
  readonly troubles: () => string[];
  /** Of these lines, those that give a secret away; addresses asked for are looked through as well. */
  readonly betrayals: (logged: readonly string[]) => string[];
}

const squeezed = (text: string): string => text.replace(/[\s+-]/g, '');

const watch = (page: Page): Watched => {
  const troubles: string[] = [];
  const addresses: string[] = [];
  const secrets: string[] = [report.name, report.phone];
  const allowed: RegExp[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} (${page.url()})`);
  });
  page.on('pageerror', (error) => troubles.push(`${error.message} (${page.url()})`));
  page.on('request', (request) => {
    const { referer = '' } = request.headers();
    // The fragment never leaves the browser; whether it arrives in `url()` is up to the tool.
    addresses.push(...[request.url(), referer].map((address) => address.replace(/#.*/, '')));
  });
  return {
    page,
    keepSecret: (...more) => secrets.push(...more),
    allowTrouble: (pattern) => allowed.push(pattern),
    troubles: () => troubles.filter((trouble) => !allowed.some((pattern) => pattern.test(trouble))),
    betrayals: (logged) =>
      [...addresses.map((address) => decodeURIComponent(address)), ...logged].filter((line) =>
        secrets.some((secret) => squeezed(line).includes(squeezed(secret))),
      ),
  };
};

const isError = (line: string): boolean => line.startsWith('{"level":"error"');

/**
 * One machine and one browser for the tests of a file, and a context for each visit. A test fails as well when
 * the console of any of its pages tells of an error or a breach of the content security policy, when the functions
 * log an error, and when what is secret stands in an address or a log.
 */
export const useSite = (): Site => {
  const closing = new AsyncDisposableStack();
  let visits: Watched[] = [];
  let running: { readonly browser: Browser; readonly district: DistrictMachine } | undefined;
  beforeAll(async () => {
    const district = closing.use(await startDistrict());
    const browser = await launchBrowser();
    closing.defer(() => browser.close());
    running = { browser, district };
  });
  afterEach(async () => {
    const ended = visits;
    visits = [];
    await Promise.all(ended.map(({ page }) => page.context().close()));
    const logged = running?.district.logged ?? [];
    expect(ended.flatMap(({ troubles }) => troubles())).toEqual([]);
    expect(ended.flatMap(({ betrayals }) => betrayals(logged))).toEqual([]);
    expect(logged.filter(isError)).toEqual([]);
  });
  afterAll(() => closing.disposeAsync());
  const up = () => {
    if (!running) throw new Error('the site is not up');
    return running;
  };
  return {
    address: () => up().district.address,
    visit: async (options = {}) => {
      const running = up();
      const context = await running.browser.newContext({
        ...{ baseURL: running.district.address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
        ...options,
      });
      context.setDefaultTimeout(30_000);
      const watched = watch(await context.newPage());
      visits.push(watched);
      return watched;
    },
  };
};

/** Nothing axe objects to, and nothing that has to be scrolled sideways. */
export const looksRight = async (page: Page): Promise<void> => {
  await expectAccessible(page);
  expect(
    await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    ),
    new URL(page.url()).pathname,
  ).toBe(0);
};
