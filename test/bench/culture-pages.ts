import type { Browser, BrowserContext } from 'playwright-core';
import { places } from '../support/district.ts';
import { median } from './measure.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { fillWithCulture, sessions, venues } from './seeds.culture.ts';
import { weigh, withServedSite } from './site.served.ts';

/** How much slower than this machine a phone of some years ago is; what browsers' own tools take for one. */
const slowdown = 4;

interface Looked {
  readonly what: string;
  readonly path: string;
  /** What is there once all of it stands, and how many of each. */
  readonly stands: Readonly<Record<string, number>>;
  /** What the floor reads: the same answer, as a bare list of names. */
  readonly reads: string;
  readonly budget: number;
}

const looked: readonly Looked[] = [
  {
    what: `what's on, the first page of ${sessions.toLocaleString('en')} dates`,
    ...{ path: '/culture', stands: { '.on-date': 50 }, reads: 'whats-on', budget: 3_000 },
  },
  {
    what: `the list of ${venues} venues with what is open now`,
    ...{ path: '/culture/venues', stands: { '.venue-list li': venues }, reads: 'venues', budget: 5_000 },
  },
  {
    what: `the same with the map`,
    ...{ path: '/culture/venues?map=yes', reads: 'venues', budget: 5_000 },
    stands: { '.venue-list li': venues, '.map-place': venues },
  },
];

/** The least a browser can do with an answer: read it and write each row's name as a link. */
const floorPage = `<!doctype html><html lang="zh-CN"><title>floor</title><ul></ul><script>
fetch('/api/public/' + location.hash.slice(1) + '?node=${places.district}').then((answer) => answer.json()).then(({ rows }) => {
  for (const { name, title } of rows) {
    const link = document.createElement('a');
    link.href = '/culture';
    link.textContent = name ?? title;
    document.querySelector('ul').append(document.createElement('li').appendChild(link));
  }
  document.body.dataset.stands = 'yes';
});
</script></html>`;

interface Opened {
  /** Milliseconds from the address to a page that stands and answers. */
  readonly ready: number;
  readonly kilobytes: number;
}

interface Taken {
  readonly look: Looked;
  readonly page: Opened[];
  readonly floor: Opened[];
}

const open = async (context: BrowserContext, address: string, stands: Looked['stands']): Promise<Opened> => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const weight = weigh(page);
  await page.goto(address, { waitUntil: 'commit' });
  for (const [selector, many] of Object.entries(stands))
    await page
      .locator(selector)
      .nth(many - 1)
      .waitFor({ state: 'attached' });
  // Asked behind whatever the page still has to do, and after it has painted that.
  const ready = await page.evaluate<number>(
    'new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))',
  );
  const { site, api } = await weight();
  await page.close();
  return { ready, kilobytes: (site + api) / 1000 };
};

const measure = async (browser: Browser, address: string, rounds: number): Promise<Row[]> => {
  const taken: readonly Taken[] = looked.map((look) => ({ look, page: [], floor: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const { look, page, floor } of taken) {
      // A browser that has never been there, each time.
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
      await context.route('**/floor', (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body: floorPage }),
      );
      floor.push(await open(context, `${address}/floor#${look.reads}`, { 'body[data-stands]': 1 }));
      page.push(await open(context, `${address}${look.path}`, look.stands));
      await context.close();
    }
  }
  return taken.map(({ look, page, floor }) => {
    const [first] = page;
    const least = median(floor.map(({ ready }) => ready));
    return {
      what: look.what,
      ...atMost(median(page.map(({ ready }) => ready)), look.budget),
      unit: 'ms',
      beside: `${rounded(first?.kilobytes ?? 0)} kB gzip; the same answer as a bare list of links ${rounded(least)} ms`,
    };
  });
};

export default ({ small }: Options): Promise<Report> =>
  withServedSite(async ({ browser, address }) => {
    const rounds = small ? 3 : 9;
    return {
      method: `until the page stands and its main thread is free, a phone ${slowdown} times as slow as this machine, a new browser each time, no time of a line in it; medians of ${rounds}`,
      rows: await measure(browser, address, rounds),
    };
  }, fillWithCulture);
