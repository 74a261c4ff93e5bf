import { cp, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { functionRows } from '../functions/functions.ts';
import { bundleFunctions, bundlePlain } from './bundle.ts';
import type { SiteHosting } from './config.ts';
import type { Built } from './constructs/service-functions.ts';

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Bundles every function into `outdir`, and the site's own where a stage has one.
 * @param web folder of the built site.
 * @throws Error that says what to run when the site is not built.
 */
export const buildFor = async (site: SiteHosting, outdir: string, web: string): Promise<Built> => {
  const functions = await bundleFunctions(functionRows, outdir);
  if (site.kind === 'cdn') return { functions };
  if (!(await exists(join(web, 'index.html')))) {
    throw new Error(`there is no site in ${web}: run npm run build first`);
  }
  const siteFolder = join(outdir, 'site');
  await bundlePlain(join(import.meta.dirname, 'site', 'site.lambda.ts'), siteFolder);
  await mkdir(join(siteFolder, 'site'), { recursive: true });
  await cp(web, join(siteFolder, 'site'), { recursive: true });
  return { functions, siteFolder };
};
