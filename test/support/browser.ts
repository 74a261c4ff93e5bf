import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import chromiumPackage, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import wawoff2 from 'wawoff2';

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/huimin-browser');
const require = createRequire(import.meta.url);
const chromiumFolder = join(dirname(require.resolve('@sparticuz/chromium')), '..');
const fontFolder = dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));

/** A folder made once per version of what goes into it; whole or not there, also after Ctrl-C and with two runs at once. */
const madeOnce = async (source: string, fill: (folder: string) => Promise<void>): Promise<string> => {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const target = join(cache, `${basename(source)}-${version}`);
  if (existsSync(target)) return target;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(`${target}-`);
  await fill(draft);
  await rename(draft, target).catch(async (error: unknown) => {
    if (!existsSync(target)) throw error;
    await rm(draft, { recursive: true });
  });
  return target;
};

/** Web fonts as the system fonts Chromium's own library can read: it has no decoder for them. */
const unpackFonts = async (folder: string): Promise<void> => {
  const source = join(fontFolder, 'files');
  for (const name of readdirSync(source).filter((file) => file.endsWith('.woff2'))) {
    const font = await wawoff2.decompress(readFileSync(join(source, name)));
    await writeFile(join(folder, name.replace('.woff2', '.ttf')), font);
  }
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir prefix="relative">.</dir><cachedir>${join(cache, 'font-cache')}</cachedir>
</fontconfig>`,
  );
};

/** Chromium out of its package, with the libraries a bare machine lacks. */
const unpackChromium = async (folder: string): Promise<void> => {
  const temporary = process.env['TMPDIR'];
  // The package unpacks to the system's temporary folder, which other programs share and clean.
  process.env['TMPDIR'] = folder;
  try {
    await chromiumPackage.executablePath();
    await inflate(join(chromiumFolder, 'bin/al2023.tar.br'));
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporary;
  }
};

const quiet = [
  '--no-sandbox',
  '--headless=new',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * A real Chromium that needs nothing but Node and npm; CHROMIUM_PATH names another one. A machine without any font
 * shows boxes: the one it gets here is for the tests only, users' devices have their own.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const fonts = { FONTCONFIG_FILE: join(await madeOnce(fontFolder, unpackFonts), 'fonts.conf') };
  const given = process.env['CHROMIUM_PATH'];
  if (given)
    return chromium.launch({ executablePath: given, args: quiet, env: { ...process.env, ...fonts } });
  const folder = await madeOnce(chromiumFolder, unpackChromium);
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: quiet,
    env: { ...process.env, ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') },
  });
};

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const axeOptions = JSON.stringify({
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
});
/** Each rule that is broken, and where. */
const axeRun = `axe.run(document, ${axeOptions}).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`;

/**
 * The rules of WCAG 2.2 A and AA that a machine can check; names each that is broken and where. No page here has frames;
 * what checks a page stays in it until it is left.
 */
export const expectAccessible = async (page: Page): Promise<void> => {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axeSource);
  expect(await page.evaluate<string[]>(axeRun)).toEqual([]);
};
