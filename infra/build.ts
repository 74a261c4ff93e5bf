import { join } from 'node:path';
import { functionRows } from '../functions/functions.ts';
import { type Bundle, bundleBareSdk, bundleFunctions } from './bundle.ts';

const dist = join(import.meta.dirname, '..', 'dist');
const bare = await bundleBareSdk(dist);
const bundles = await bundleFunctions(functionRows, join(dist, 'functions'));

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0).padStart(6);
const line = (name: string, { bytes, gzip, coldBytes }: Bundle): string =>
  `${name.padEnd(16)}${kilobytes(bytes)}${kilobytes(gzip)}${kilobytes(coldBytes)}${(bytes / bare.bytes).toFixed(2).padStart(7)}`;

const table = [...bundles].map(([name, bundle]) => line(name, bundle));
const heads = `${'function'.padEnd(16)}${['kB', 'gzip', 'cold'].map((head) => head.padStart(6)).join('')}  / bare`;
process.stdout.write(`${[heads, line('bare SDK', bare), ...table].join('\n')}\n`);
