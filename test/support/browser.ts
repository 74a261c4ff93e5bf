import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import chromiumPackage, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import wawoff2 from 'wawoff2';

const require = createRequire(import.meta.url);
const cache = resolve(import.meta.dirname, '../../node_modules/.cache/huimin-browser');

/** Web fonts as the system fonts Chromium's own library can read, made once. */
const unpackFonts = async (folder: string): Promise<void> => {
  const source = join(dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json')), 'files');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(source).filter((file) => file.endsWith('.woff2'))) {
    const target = join(folder, name.replace('.woff2', '.ttf'));
    if (!existsSync(target))
      writeFileSync(target, await wawoff2.decompress(readFileSync(join(source, name))));
  }
};

/** A machine without any font shows boxes; this one is for the tests only, users' devices have their own. */
const fontConfiguration = async (): Promise<string> => {
  const chinese = join(cache, 'noto-sans-sc');
  await unpackFonts(chinese);
  const path = join(cache, 'fonts.conf');
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${chinese}</dir><dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'font-cache')}</cachedir>
</fontconfig>`,
  );
  return path;
};

/** Chromium out of its package, with the libraries a bare machine lacks, unpacked once into node_modules/.cache. */
const unpack = async (): Promise<{ executablePath: string; libraries: string }> => {
  mkdirSync(cache, { recursive: true });
  const temporary = process.env['TMPDIR'];
  // The package unpacks to the system's temporary folder, which other programs share and clean.
  process.env['TMPDIR'] = cache;
  try {
    const executablePath = await chromiumPackage.executablePath();
    const binaries = join(dirname(require.resolve('@sparticuz/chromium')), '../bin');
    await inflate(join(binaries, 'al2023.tar.br'));
    return { executablePath, libraries: join(cache, 'al2023/lib') };
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

/** A real Chromium that needs nothing but Node and npm; CHROMIUM_PATH names another one. */
export const launchBrowser = async (): Promise<Browser> => {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return chromium.launch({ executablePath: given, args: quiet });
  const { executablePath, libraries } = await unpack();
  return chromium.launch({
    executablePath,
    args: quiet,
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: await fontConfiguration() },
  });
};

/** The rules of WCAG 2.2 A and AA that a machine can check; names each that is broken and where. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
};
