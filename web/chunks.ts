import { join } from 'node:path';
import type { Rolldown } from 'vite';

type Modules = Rolldown.ChunkingContext;

/** Everything a module needs before it runs, itself included. */
const neededBy = (id: string, modules: Modules): ReadonlySet<string> => {
  const found = new Set<string>();
  const follow = (at: string): void => {
    if (found.has(at)) return;
    found.add(at);
    for (const next of modules.getModuleInfo(at)?.importedIds ?? []) follow(next);
  };
  follow(id);
  return found;
};

/** Parts of libraries that only come along by name: the library's index mentions them, and few pages use them. */
const fewUse = /solid-js\/store|router\/dist\/data\/(?:createAsync|query|response)/;

/** Small rules of the service that nearly every page goes by, none of which needs a schema. */
const rules = /\/functions\/platform\/(?:contract\/(?:roles|route|reference\.rules)|runtime\/time)\.ts/;

/** What the schemas of any contract are made of: forms need all of it, readings none. */
const schemas =
  /\/node_modules\/valibot\/|\/functions\/platform\/(?:contract\/|runtime\/time\.schemas|photos\/photo\.contract)/;

/** What only leads to the trees: it needs what it would stand beside. */
const entry = /\/web\/(?:index\.html|src\/(?:main|routes)\.tsx)/;

/**
 * What goes out together. Left alone, the build makes a file of every few modules that the same pages share: a first
 * visit then fetches a hundred files of half a kilobyte, each compressed by itself and each named in every list of
 * what a page needs. Each group holds all its modules need, but for what stands below the trees, so no two files
 * need each other.
 *
 * @param root folder of the site
 */
export const chunksOf = (root: string): Rolldown.CodeSplittingOptions => {
  const source = join(root, 'src');
  const needs = (modules: Modules) => {
    const of = (name: string) => neededBy(join(source, name), modules);
    return {
      start: of('main.tsx'),
      residents: of('public/public.routes.tsx'),
      desk: of('admin/admin.routes.tsx'),
      field: of('field/field.routes.tsx'),
    };
  };
  let known: ReturnType<typeof needs> | undefined;

  const nameOf = (id: string, modules: Modules): string | null => {
    known ??= needs(modules);
    const { start, residents, desk, field } = known;
    if (fewUse.test(id) || entry.test(id)) return null;
    // What every page of all three trees stands on.
    if (start.has(id) || (residents.has(id) && desk.has(id) && field.has(id))) return 'kit';
    // What those at work ask the service with, and show its answers.
    if ((desk.has(id) && field.has(id)) || rules.test(id)) return 'work';
    if (schemas.test(id)) return 'schemas';
    // The desk around its pages, and where the words of each noun are.
    return desk.has(id) && id.startsWith(join(source, 'admin')) ? 'desk' : null;
  };
  return { groups: [{ name: nameOf, includeDependenciesRecursively: false }] };
};
