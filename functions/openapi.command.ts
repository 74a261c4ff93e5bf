import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { contracts } from './functions.ts';
import { openApiDocument } from './platform/contract/openapi.ts';

/** Writes the API's description to the file named: it is served as part of the site. */
const [path] = process.argv.slice(2);
if (!path)
  throw new Error('say where to write it: node functions/openapi.command.ts dist/web/api/openapi.json');
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, JSON.stringify(openApiDocument(contracts)));
